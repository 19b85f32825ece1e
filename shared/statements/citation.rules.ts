import type { CitedThing } from './citation.schema.js';
import type { Block, Inline, StatementText } from './statement-text.schema.js';

/**
 * What a text can cite: an entry of the public record by its number, or a post of the forum by its public name. A kind
 * more is a name here, the way its targets are written, a source on the server (`citation-sources.ts`), and its sentences.
 */
export const citationKinds = ['record', 'post'] as const;
export type CitationKind = (typeof citationKinds)[number];

/** What a place in a text cites. A text may hold a kind that this server does not know; then nothing is there. */
export interface Citation {
  readonly kind: string;
  readonly of: string;
}

/** A citation of a kind that is known, whose target is written as it should be. */
export interface KnownCitation extends Citation {
  readonly kind: CitationKind;
}

/** How the target of each kind is written; none has room for anybody's words. */
const targets: Readonly<Record<CitationKind, RegExp>> = {
  record: /^[1-9]\d{0,8}$/,
  post: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
};

/** The entries of the public record that are offered to be cited: what both sides committed to. Others can be cited, too. */
export const offeredEntries = ['charter.adopted', 'disclosure.published', 'statement.ratified'] as const;

/** How many targets can be looked up at once, how many are found at once, and how long the words to find them may be. */
export const citationLimits = { lookedUp: 50, found: 6, words: 100 } as const;

/** Whether something is a citation whose target can be looked up; whether the target is there is another question. */
export function isCitation(cites: { readonly kind?: unknown; readonly of?: unknown }): cites is KnownCitation {
  const kind = citationKinds.find((one) => one === cites.kind);
  return kind !== undefined && typeof cites.of === 'string' && targets[kind].test(cites.of);
}

/** One name for the target of a citation. */
export const citationKey = ({ kind, of }: Citation): string => `${kind}:${of}`;

/** Where the target is, beneath the address of its dyad. */
export const citationPath = ({ kind, of }: KnownCitation): string =>
  kind === 'record' ? `record#entry-${of}` : `posts/${of}`;

/** Whether what is cited is not there; what moderators hold is. */
export const isGone = (thing: CitedThing): boolean =>
  thing.kind === 'record' ? thing.entry === null : thing.state === 'gone';

/** A footnote of one text. */
export interface Footnote {
  /** From 1, in the order in which the text is read; what is cited twice has one number. */
  readonly number: number;
  readonly cites: Citation;
}

/** Numbers what is cited in a row. Each footnote has the citation that is the first of its target. */
export function numbered(citations: readonly Citation[]): Footnote[] {
  const first = new Map<string, Citation>();
  for (const cites of citations) if (!first.has(citationKey(cites))) first.set(citationKey(cites), cites);
  return [...first.values()].map((cites, at) => ({ number: at + 1, cites }));
}

/** Everything that a text cites, in the order in which it is read. */
export const citationsIn = (text: StatementText): Citation[] => text.flatMap(citationsOf);

function citationsOf(block: Block): Citation[] {
  if (block.type === 'paragraph' || block.type === 'heading') return block.content.flatMap(cited);
  return block.type === 'blockquote' ? citationsIn(block.content) : block.items.flatMap(citationsIn);
}

const cited = (one: Inline): Citation[] => ('cites' in one ? [one.cites] : []);

/** The footnotes of a text. */
export const footnotesOf = (text: StatementText): Footnote[] => numbered(citationsIn(text));

/** The number of what is cited, in the text of these footnotes; 0 when it is not there. */
export const numberOf = (notes: readonly Footnote[], cites: Citation): number =>
  notes.find((one) => citationKey(one.cites) === citationKey(cites))?.number ?? 0;
