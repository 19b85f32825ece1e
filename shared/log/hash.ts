// RFC 6962, section 2.1 (the same in RFC 9162, section 2.1.1): the hashes of a Merkle tree.
//
// A leaf and a node are hashed with different first bytes. Without them somebody could show the 64 bytes of two hashes as
// an entry of the log, and the tree would prove an entry that nobody ever wrote (a second preimage).
import { concatenated, fromBase64 } from './encoding.js';
import { LogError } from './error.js';

/** SHA-256. It is given from outside: Node and the browser have each their own. It keeps nothing of what it is given. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** 32 bytes. */
export type Hash = Uint8Array;

export const hashBytes = 32;

const leafPrefix = Uint8Array.of(0x00);

/** The hash of an entry as the leaf of a tree. */
export const leafHash = (sha256: Sha256, entry: Uint8Array): Hash => sha256(concatenated(leafPrefix, entry));

/** What a node is hashed from, written anew for each: a tree has as many nodes as leaves, and memory for each is dear. */
const node = Uint8Array.of(0x01, ...new Uint8Array(2 * hashBytes));

/** The hash of two neighbouring subtrees. @throws LogError tree.outside for what is no hash */
export function nodeHash(sha256: Sha256, left: Hash, right: Hash): Hash {
  if (left.length !== hashBytes || right.length !== hashBytes) throw new LogError('tree.outside', 'not 32 bytes');
  node.set(left, 1);
  node.set(right, 1 + hashBytes);
  return sha256(node);
}

/** The root of a tree without leaves: the hash of nothing. */
export const emptyRoot = (sha256: Sha256): Hash => sha256(new Uint8Array());

/** A hash as proofs and checkpoints write it. @throws LogError encoding.base64, also for another number of bytes */
export function parseHash(text: string): Hash {
  const hash = fromBase64(text);
  if (hash.length !== hashBytes) throw new LogError('encoding.base64', `${hash.length} bytes are no hash`);
  return hash;
}
