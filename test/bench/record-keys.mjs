// Keys of logs and witnesses that benches sign with.
import { randomBytes } from 'node:crypto';
import { ed25519FromSeed, logCrypto } from '../../dist/server/platform/crypto/log-crypto.js';
import { keyId, verifierKey } from '../../dist/shared/log/key.js';
import { signatureLine } from '../../dist/shared/log/note.js';

const { sha256 } = logCrypto;

/** @returns a new key of a name, as a policy names it, what it signs bytes with, and the line of a note for a signature */
export function keyOf(name, type) {
  const { publicKey, sign } = ed25519FromSeed(randomBytes(32));
  const id = keyId(sha256, { name, type, publicKey });
  const key = { name, type, publicKey, id };
  return { key, vkey: verifierKey(sha256, key), sign, line: (signature) => signatureLine(name, id, signature) };
}
