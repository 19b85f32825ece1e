import { mentionOf } from '../../../shared/forums/post.rules.js';

/** A text with the place in it where one goes on writing. */
export interface Written {
  readonly text: string;
  readonly caret: number;
}

/** A name that somebody has begun to write: where its `@` stands, and what there is of it. */
export interface BegunMention {
  readonly from: number;
  readonly sought: string;
}

const begun = /(?<![\p{L}\p{M}\p{N}_@])@(?:"(?<quoted>[^"\n]{0,40})|(?<plain>[\p{L}\p{M}\p{N}_.'’-]{0,40}))$/u;

/** The mention that ends at the caret, if somebody is writing one. */
export function mentionAt(text: string, caret: number): BegunMention | undefined {
  const match = begun.exec(text.slice(0, caret));
  if (!match) return undefined;
  return { from: match.index, sought: match.groups?.['quoted'] ?? match.groups?.['plain'] ?? '' };
}

/** Puts a whole mention in place of the begun one, and a space after it. */
export function withMention(text: string, caret: number, { from }: BegunMention, pseudonym: string): Written {
  const after = text.slice(caret).replace(/^"/, '');
  const before = `${text.slice(0, from)}${mentionOf(pseudonym)} `;
  return { text: before + after.replace(/^ /, ''), caret: before.length };
}

/** Puts a quotation at the caret, as paragraphs of its own. */
export function withQuotation(text: string, caret: number, quotation: string): Written {
  const before = text.slice(0, caret).trimEnd();
  const after = text.slice(caret).trimStart();
  const begin = `${before === '' ? '' : `${before}\n\n`}${quotation}`;
  return { text: begin + after, caret: begin.length };
}

/** Those whose name, or a word of it, begins as it was begun; the order of the people is kept. */
export function bearersOf<Person extends { readonly pseudonym: string }>(
  people: readonly Person[],
  sought: string,
  language: string,
): Person[] {
  const begin = sought.toLocaleLowerCase(language);
  return people.filter(({ pseudonym }) => {
    const name = pseudonym.toLocaleLowerCase(language);
    return name.startsWith(begin) || name.split(/[\s-]+/).some((word) => word.startsWith(begin));
  });
}
