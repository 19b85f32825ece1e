// RFC 9162, sections 2.1.3 and 2.1.4: proofs.
//
// An inclusion proof shows that an entry is in a tree, a consistency proof that one tree is the beginning of another: that
// nothing was taken out, changed or put in between. Both are a few hashes; who checks needs no more than them and the roots.
//
// Building is in two steps, because the hashes lie in tiles that have to be fetched: first a plan says which perfect trees
// are needed, then the plan is hashed together.
import { sameBytes } from './encoding.js';
import { LogError } from './error.js';
import { hashBytes, nodeHash, type Hash, type Sha256 } from './hash.js';
import { hungTogether, perfectTrees, powerWithin, type Coordinate, type HashReader } from './tree.js';

/** For each hash of a proof the perfect trees that it is made of. `plan.flat()` is all that is to be fetched. */
export type ProofPlan = readonly (readonly Coordinate[])[];

/** No tree has a longer way from leaf to root: sizes have 63 bits (tlog-witness, "add-checkpoint"). */
export const mostProofHashes = 63;

/** The largest power of two below the number of leaves: where a tree splits (2.1.1). */
const splitOf = (leaves: number): number => powerWithin(leaves - 1).power;

/**
 * What the proof needs that the leaf at `index` is in the tree of `size` leaves (2.1.3.1, PATH).
 * @throws LogError tree.outside
 */
export function inclusionPlan({ index, size }: { readonly index: number; readonly size: number }): ProofPlan {
  if (!isSize(index) || !isSize(size) || index >= size) throw new LogError('tree.outside', 'no such leaf');
  const plan: Coordinate[][] = [];
  let [begin, end] = [0, size];
  // From the root down to the leaf: the half in which it is not is what a verifier cannot know.
  while (end - begin > 1) {
    const middle = begin + splitOf(end - begin);
    if (index < middle) {
      plan.push(perfectTrees(middle, end));
      end = middle;
    } else {
      plan.push(perfectTrees(begin, middle));
      begin = middle;
    }
  }
  return plan.toReversed();
}

/**
 * What the proof needs that the first `from` leaves of a tree of `to` leaves are the tree of that size (2.1.4.1, SUBPROOF).
 * Between equal trees, and from the empty one, there is nothing to prove.
 * @throws LogError tree.outside
 */
export function consistencyPlan({ from, to }: { readonly from: number; readonly to: number }): ProofPlan {
  if (!isSize(from) || !isSize(to) || from > to) throw new LogError('tree.outside', 'the first tree is the larger one');
  if (from === 0 || from === to) return [];
  const plan: Coordinate[][] = [];
  let [begin, end] = [0, to];
  while (end !== from) {
    const middle = begin + splitOf(end - begin);
    if (from <= middle) {
      plan.push(perfectTrees(middle, end));
      end = middle;
    } else {
      plan.push(perfectTrees(begin, middle));
      begin = middle;
    }
  }
  // What is left is a perfect tree at the end of the old tree. If it is the whole old tree, the verifier has its hash.
  if (begin !== 0) plan.push(perfectTrees(begin, end));
  return plan.toReversed();
}

/** The hashes of a proof. */
export const proofOf = (sha256: Sha256, plan: ProofPlan, read: HashReader): Hash[] =>
  plan.map((trees) =>
    hungTogether(
      sha256,
      trees.map(({ level, index }) => read(level, index)),
    ),
  );

/** The proof that a leaf is in a tree, where its hashes are at hand. @throws LogError tree.outside */
export const inclusionProof = (
  sha256: Sha256,
  leaf: { readonly index: number; readonly size: number },
  read: HashReader,
): Hash[] => proofOf(sha256, inclusionPlan(leaf), read);

/** The proof that a tree is the beginning of another, where its hashes are at hand. @throws LogError tree.outside */
export const consistencyProof = (
  sha256: Sha256,
  sizes: { readonly from: number; readonly to: number },
  read: HashReader,
): Hash[] => proofOf(sha256, consistencyPlan(sizes), read);

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly root: Hash;
  readonly proof: readonly Hash[];
}

/** Whether the proof shows that this leaf is at this place of the tree (2.1.3.2). Never throws. */
export function verifyInclusion(sha256: Sha256, { index, size, leaf, root, proof }: InclusionClaim): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || ![leaf, root, ...proof].every(isHash)) return false;
  // The path up: the number of the node among its siblings, and that of the last one; where both are one, the node has no
  // sibling at the right, and goes up until it is a right one.
  let [node, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sha256, sibling, hash);
      [node, last] = upToRight(node, last);
    } else {
      hash = nodeHash(sha256, hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && sameBytes(hash, root);
}

interface SizedRoot {
  readonly size: number;
  readonly root: Hash;
}

export interface ConsistencyClaim {
  readonly from: SizedRoot;
  readonly to: SizedRoot;
  readonly proof: readonly Hash[];
}

/**
 * Whether the proof shows that the first tree is the beginning of the second (2.1.4.2). Every tree begins with the empty
 * one: from size 0 only the empty proof is right, and whether that root is the hash of nothing is asked here too. Never
 * throws.
 */
export function verifyConsistency(sha256: Sha256, { from, to, proof }: ConsistencyClaim): boolean {
  if (!isSize(from.size) || !isSize(to.size) || from.size > to.size) return false;
  if (![from.root, to.root, ...proof].every(isHash)) return false;
  if (from.size === to.size) return proof.length === 0 && sameBytes(from.root, to.root);
  if (from.size === 0) return proof.length === 0 && sameBytes(from.root, sha256(new Uint8Array()));

  // A perfect old tree is a node of the new one, and its root, which the verifier has, the first hash of the proof.
  const [first, ...rest] = isPowerOfTwo(from.size) ? [from.root, ...proof] : proof;
  if (first === undefined) return false;
  let [node, last] = upFromRight(from.size - 1, to.size - 1);
  let [old, young] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      old = nodeHash(sha256, sibling, old);
      young = nodeHash(sha256, sibling, young);
      [node, last] = upToRight(node, last);
    } else {
      young = nodeHash(sha256, young, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && sameBytes(old, from.root) && sameBytes(young, to.root);
}

const isSize = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;
const isHash = (hash: Hash): boolean => hash.length === hashBytes;
const isPowerOfTwo = (number: number): boolean => powerWithin(number).power === number;
const half = (number: number): number => Math.floor(number / 2);

/** Up while the node is a left one and not yet at the edge of the tree. */
function upToRight(node: number, last: number): [number, number] {
  return node === 0 || node % 2 === 1 ? [node, last] : upToRight(half(node), half(last));
}

/** Up while the node is a right one: the old tree ends with it as well as with its parent. */
function upFromRight(node: number, last: number): [number, number] {
  return node % 2 === 0 ? [node, last] : upFromRight(half(node), half(last));
}
