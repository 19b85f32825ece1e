import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { LogCrypto } from '../../shared/log/note.js';

const publicKeyBytes = 32;
const signatureBytes = 64;

/**
 * SHA-256 and Ed25519 for the library of the log, in a browser. The browser's own are not used: they answer later, not at
 * once, are not there on pages opened from a disk, and not every browser has Ed25519.
 */
export const logCrypto: LogCrypto = {
  sha256: (bytes) => sha256(bytes),
  verifyEd25519: (publicKey, message, signature) =>
    publicKey.length === publicKeyBytes &&
    signature.length === signatureBytes &&
    // Strictly as RFC 8032 says: ZIP 215 would accept signatures that other verifiers refuse.
    ed25519.verify(signature, message, publicKey, { zip215: false }),
};
