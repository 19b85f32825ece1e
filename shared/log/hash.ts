// RFC 6962, section 2.1 (the same in RFC 9162, section 2.1.1): the hashes of a Merkle tree.
//
// A leaf and a node are hashed with different first bytes. Without them somebody could show the 64 bytes of two hashes as
// an entry of the log, and the tree would prove an entry that nobody ever wrote (a second preimage).
import { concatenated, fromBase64 } from './encoding.js';
import { LogError } from './error.js';

/** SHA-256. It is given from outside: Node and the browser have each their own. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** 32 bytes. */
export type Hash = Uint8Array;

export const hashBytes = 32;

const leafPrefix = Uint8Array.of(0x00);
const nodePrefix = Uint8Array.of(0x01);

/** The hash of an entry as the leaf of a tree. */
export const leafHash = (sha256: Sha256, entry: Uint8Array): Hash => sha256(concatenated(leafPrefix, entry));

/** The hash of two neighbouring subtrees. */
export const nodeHash = (sha256: Sha256, left: Hash, right: Hash): Hash =>
  sha256(concatenated(nodePrefix, left, right));

/** The root of a tree without leaves: the hash of nothing. */
export const emptyRoot = (sha256: Sha256): Hash => sha256(new Uint8Array());

/** A hash as proofs and checkpoints write it. @throws LogError encoding.base64, also for another number of bytes */
export function parseHash(text: string): Hash {
  const hash = fromBase64(text);
  if (hash.length !== hashBytes) throw new LogError('encoding.base64', `${hash.length} bytes are no hash`);
  return hash;
}
