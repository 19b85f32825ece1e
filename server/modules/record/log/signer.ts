import { keyType, parseVerifierKey, verifierKey, type VerifierKey } from '../../../../shared/log/key.js';
import { ConfigurationError } from '../../../platform/config/config.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';

/** Signs for a log with one of its keys, wherever that is held. */
export interface Signer {
  /** What verifies it (C2SP signed-note). */
  readonly verifierKey: string;
  /** @returns 64 bytes (RFC 8032), of which nothing is believed before they were verified */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** Holds keys of logs outside of the database. */
export interface KeyHolder {
  /** What it holds for the log of this origin. @throws KeyProblem */
  keysOf(origin: string): Promise<readonly Signer[]>;
}

/** Why a key cannot sign. Its message is for whoever runs the server, and its code stands in the journal. */
export class KeyProblem extends ConfigurationError {
  constructor(
    readonly code: 'key_file' | 'key_missing' | 'key_command' | 'key_unreachable' | 'key_sealed' | 'key_differs',
    message: string,
  ) {
    super(message);
  }
}

/** The verifier key of a public key of a log; its name is the log's origin (C2SP tlog-checkpoint). */
export const keyOfLog = (origin: string, publicKey: Uint8Array): string =>
  verifierKey(logCrypto.sha256, { name: origin, type: keyType.ed25519, publicKey });

/** @throws LogError key.malformed */
export const parsedKey = (key: string): VerifierKey => parseVerifierKey(logCrypto.sha256, key);
