// RFC 6962, section 2.1: a Merkle tree over a list that only grows.
//
// The tree over n > 1 entries splits at the largest power of two below n: a perfect tree at the left, the rest at the right.
// Unrolled, a tree is a row of perfect trees, the biggest first, one for each bit of n, which hang together from the right:
//
//   n = 7:    (4, (2, 1))
//
// That row is all a log has to remember in order to grow. It never changes but at its end, like the list itself.
import { nodeHash, emptyRoot, type Hash, type Sha256 } from './hash.js';
import { LogError } from './error.js';

/** The perfect trees that a tree consists of, biggest first: what is needed to append, and to know the root. */
export interface Frontier {
  /** Leaves. */
  readonly size: number;
  readonly roots: readonly Hash[];
}

export const emptyFrontier: Frontier = { size: 0, roots: [] };

/**
 * A perfect tree within the tree: of the 2^level leaves from index * 2^level. Its hash never changes once it is complete,
 * whatever comes after: proofs and tiles are made of such hashes only.
 */
export interface Coordinate {
  readonly level: number;
  readonly index: number;
}

/** Gives the hash of a complete perfect tree. */
export type HashReader = (level: number, index: number) => Hash;

/** A frontier with more leaves: two perfect trees of one size become one, as a carry in binary addition. */
export function appended(sha256: Sha256, { size, roots }: Frontier, leaves: readonly Hash[]): Frontier {
  const row = [...roots];
  for (const [at, leaf] of leaves.entries()) {
    let last = leaf;
    // One tree of 2^j leaves stands at the end of the row for each of the lowest bits of the size that are set in a row.
    for (let rest = size + at; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = row.pop();
      if (left === undefined) throw new LogError('tree.outside', 'the frontier has fewer trees than its size');
      last = nodeHash(sha256, left, last);
    }
    row.push(last);
  }
  return { size: size + leaves.length, roots: row };
}

/** The root of the tree. */
export function rootOf(sha256: Sha256, { roots }: Frontier): Hash {
  return roots.length === 0 ? emptyRoot(sha256) : hungTogether(sha256, roots);
}

/** Neighbouring perfect trees, biggest first, as one tree: each is the left half of what follows it. */
export function hungTogether(sha256: Sha256, roots: readonly Hash[]): Hash {
  return roots.reduceRight((right, left) => nodeHash(sha256, left, right));
}

/** The largest power of two that is not above a number of at least 1; bits of numbers end at 32 in JavaScript. */
export function powerWithin(number: number): { readonly power: number; readonly level: number } {
  let [power, level] = [1, 0];
  while (power * 2 <= number) [power, level] = [power * 2, level + 1];
  return { power, level };
}

/**
 * The perfect trees that the leaves from `begin` to before `end` consist of, biggest first. The range has to be one that
 * splitting a tree as above arrives at.
 */
export function perfectTrees(begin: number, end: number): Coordinate[] {
  const trees: Coordinate[] = [];
  for (let at = begin; at < end;) {
    const { power, level } = powerWithin(end - at);
    trees.push({ level, index: at / power });
    at += power;
  }
  return trees;
}

/** The frontier of the first `size` leaves of a tree that is known by its perfect trees. */
export const frontierOf = (size: number, read: HashReader): Frontier => ({
  size,
  roots: perfectTrees(0, size).map(({ level, index }) => read(level, index)),
});
