import { createHmac } from 'node:crypto';
import { placeKinds } from '../../../../../shared/moderation/detection/folded-point.js';
import { foldText } from '../../../../../shared/moderation/detection/folded-text.js';

/** Letters in a row that are compared as one; long enough that two texts share few of them by chance. */
const shingleLetters = 8;
/** Shorter texts are greetings and short answers, which many people write alike. */
const fewestLetters = 40;
/** So much of a text is looked at; nobody reads more of a repeated one either. */
const mostLetters = 20_000;
/** So many marks tell how alike two texts are, to about a sixteenth. */
const marksOfText = 64;
/** So many of them lead to the texts that may be alike. */
export const leadingMarks = 8;
/** From this share of common marks on two texts say the same. */
export const alike = 0.7;

/**
 * A text as a few numbers by which texts can be compared without being kept: of all pieces of eight letters the 64 with
 * the smallest hash (A. Broder, "On the resemblance and containment of documents", 1997), each kept as a keyed digest, so
 * that nobody without the key of the server can try out words on what is stored. The first ones come first.
 * @returns signed 64-bit numbers in decimal, as the database writes them; nothing for a text too short to be compared
 */
export function marksOf(text: string, key: Buffer): string[] | undefined {
  const letters = lettersOf(text);
  if (letters.length < fewestLetters) return undefined;
  return smallest(letters).map((piece) =>
    createHmac('sha256', key).update(Uint32Array.from(piece)).digest().readBigInt64BE(0).toString(),
  );
}

/** The share of marks that two texts have in common, from 0 to 1. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const known = new Set(other);
  const common = one.filter((mark) => known.has(mark)).length;
  return common / Math.max(one.length, other.length);
}

/** The letters by their looks, since whoever repeats a text in other letters repeats it. */
function lettersOf(text: string): number[] {
  const { shape, from, kinds } = foldText(text);
  const letters: number[] = [];
  for (let at = 0; at < shape.length && letters.length < mostLetters; at += 1) {
    if (kinds[from[at] ?? 0] !== placeKinds.space) letters.push(shape[at] ?? 0);
  }
  return letters;
}

/** The pieces with the smallest hashes, each once, the smallest first. */
function smallest(letters: readonly number[]): number[][] {
  const byHash = new Map<number, number>();
  for (let at = 0; at + shingleLetters <= letters.length; at += 1) {
    const hash = hashOf(letters, at);
    if (!byHash.has(hash)) byHash.set(hash, at);
  }
  return [...byHash]
    .toSorted(([one], [other]) => one - other)
    .slice(0, marksOfText)
    .map(([, at]) => letters.slice(at, at + shingleLetters));
}

/** FNV-1a over the letters, stirred at the end so that its order says nothing about them (murmur3). */
function hashOf(letters: readonly number[], from: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + shingleLetters; at += 1) hash = Math.imul(hash ^ (letters[at] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
