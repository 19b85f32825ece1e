import { cleanText } from './unicode-safety.js';

/** What a word is made of, in every script: letters with the marks on them, and digits. */
const word = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * The trigrams of a text: every three signs in a row of each of its words, in small letters, with two spaces before the
 * word and one after it. It is how PostgreSQL's pg_trgm takes texts apart, but for vowel signs, which stay with their
 * letters here, so that Devanagari is not cut at each of them.
 */
export function trigramsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [letters] of cleanText(text).toLowerCase().matchAll(word)) {
    const signs = [' ', ' ', ...letters, ' '];
    for (let at = 0; at + 3 <= signs.length; at += 1) found.add(`${signs[at]}${signs[at + 1]}${signs[at + 2]}`);
  }
  return found;
}

/** How alike two texts are by their trigrams: the share of all that both have (Jaccard's index), from 0 to 1. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let common = 0;
  for (const trigram of few) if (many.has(trigram)) common += 1;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}
