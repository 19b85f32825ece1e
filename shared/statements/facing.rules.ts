import { citationsIn } from './citation.rules.js';
import type { ClauseTexts } from './statement-text.schema.js';

type TextSide = 'a' | 'b';

/** What the order of two texts may depend on: nothing that says which side is called `a`. */
export interface FacingTexts {
  readonly id: string;
  readonly languages: { readonly a: string; readonly b: string };
  readonly clauses: readonly { readonly texts: ClauseTexts }[];
}

/**
 * Which text stands first for a reader: the one in their own language. For a reader of neither it is decided by the id of
 * the statement, which is random: over many statements each language is first as often as the other. Swapping the names
 * of the sides changes nothing of it.
 */
export function facingOrder(statement: FacingTexts, reader: string): readonly [TextSide, TextSide] {
  const { languages } = statement;
  if (languages.a !== languages.b && languages.a === reader) return ['a', 'b'];
  if (languages.a !== languages.b && languages.b === reader) return ['b', 'a'];
  const isFlipped = Number.parseInt(statement.id.slice(-1), 16) % 2 === 1;
  return sortKey(statement, 'a') < sortKey(statement, 'b') !== isFlipped ? ['a', 'b'] : ['b', 'a'];
}

const sortKey = ({ languages, clauses }: FacingTexts, side: TextSide): string =>
  JSON.stringify([languages[side], clauses.map(({ texts }) => texts[side])]);

/** How many rows the facing pages of a clause have: the language above, the paragraphs, and the footnotes of both beneath. */
export const rowsOf = ({ a, b }: ClauseTexts): number =>
  1 + Math.max(a.length, b.length) + Number([a, b].some((text) => citationsIn(text).length > 0));

/** The sides of whoever signed, in the order in which their texts stand; neutral ones last. */
export const sidesInOrder = (statement: FacingTexts, reader: string): readonly (TextSide | 'neutral')[] => [
  ...facingOrder(statement, reader),
  'neutral',
];
