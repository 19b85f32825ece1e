import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { fromBinary } from '../../../shared/log/encoding.js';
import type { LogCrypto } from '../../../shared/log/note.js';

/** RFC 8410: what stands before the 32 bytes of a key in DER, as SubjectPublicKeyInfo and as PKCS#8. */
const publicKeyPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const privateKeyPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** SHA-256 and Ed25519 of Node for the library of the log. */
export const logCrypto: LogCrypto = {
  // A digest that comes as a string takes half the time of one in a buffer, whose memory lies outside of the heap.
  sha256: (bytes) => fromBinary(hash('sha256', bytes, 'binary')),
  verifyEd25519: (publicKey, message, signature) =>
    publicKey.length === 32 && verify(null, message, publicKeyObject(publicKey), signature),
};

/** A pair of keys that signs. */
export interface Ed25519Signer {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** @returns 64 bytes, the same for the same bytes each time (RFC 8032) */
  sign(bytes: Uint8Array): Uint8Array;
}

/** The pair of keys that follows from 32 random bytes (RFC 8032, section 5.1.5). @throws RangeError for another number */
export function ed25519FromSeed(seed: Uint8Array): Ed25519Signer {
  if (seed.length !== 32) throw new RangeError('An Ed25519 seed has 32 bytes');
  return ed25519FromKey(
    createPrivateKey({ key: Buffer.concat([privateKeyPrefix, seed]), format: 'der', type: 'pkcs8' }),
  );
}

/** The pair of keys of a private Ed25519 key. */
export function ed25519FromKey(key: KeyObject): Ed25519Signer {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(der.subarray(publicKeyPrefix.length)),
    sign: (bytes) => new Uint8Array(sign(null, bytes, key)),
  };
}

/** Making a key of its bytes takes as long as to verify with it, and the same few are asked again and again. */
const publicKeys = new LRUCache<string, KeyObject>({ max: 64 });

function publicKeyObject(publicKey: Uint8Array): KeyObject {
  const der = Buffer.concat([publicKeyPrefix, publicKey]);
  const name = der.toString('base64');
  const key = publicKeys.get(name) ?? createPublicKey({ key: der, format: 'der', type: 'spki' });
  publicKeys.set(name, key);
  return key;
}
