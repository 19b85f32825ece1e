import type { Finding } from '../../../../shared/moderation/detection/finding.rules.js';

/** What was found in a text by itself, and the text as it was written, which the places of the findings are of. */
export interface FoundInText {
  readonly source: string;
  readonly findings: readonly Finding[];
}

/** The words that a finding is about, as they were written, each once. */
export const wordsOf = (source: string, { where }: Pick<Finding, 'where'>): string[] => [
  ...new Set(where.map(({ start, end }) => source.slice(start, end).trim()).filter((word) => word !== '')),
];

/** Where words stand in a piece of text, from the first to the last; a longer word is taken before one that is part of it. */
export function placesOf(text: string, words: readonly string[]): { readonly start: number; readonly end: number }[] {
  const sought = words.filter((word) => word !== '').toSorted((one, other) => other.length - one.length);
  const places: { start: number; end: number }[] = [];
  for (let at = 0; at < text.length;) {
    const word = sought.find((one) => text.startsWith(one, at));
    if (word) places.push({ start: at, end: at + word.length });
    at += word?.length ?? 1;
  }
  return places;
}
