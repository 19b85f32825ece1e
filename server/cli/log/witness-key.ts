import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, statSync, writeSync } from 'node:fs';
import { cosignedMessage, encodeCosignature } from '../../../shared/log/cosignature.js';
import { attempt } from '../../../shared/log/error.js';
import {
  formatPrivateKey,
  isKeyName,
  keyId,
  keyType,
  parsePrivateKey,
  verifierKey,
  type PrivateKey,
  type VerifierKey,
} from '../../../shared/log/key.js';
import { signatureLine } from '../../../shared/log/note.js';
import { ed25519FromSeed, logCrypto } from '../../platform/crypto/log-crypto.js';
import { UncheckedError } from '../command.js';
import { textOf } from './given-files.js';

const type = keyType.cosignature;
const { sha256 } = logCrypto;

/** The key of a witness, which signs. */
export interface WitnessKey {
  /** What others check its signatures with. */
  readonly key: VerifierKey;
  /** The line that is registered. */
  readonly vkey: string;
  /**
   * The signature line of a checkpoint, with its line break.
   * @param text the signed text, with its last line break
   * @param time seconds since 1970
   */
  cosign(text: string, time: number): string;
}

/**
 * Makes a key and writes it to a file that only its owner can read, as the note package of Go writes it. A file that is
 * there already is left alone.
 * @throws UncheckedError for a name that no key can have, and where the file cannot be made
 */
export function makeWitnessKey(name: string, path: string): WitnessKey {
  if (!isKeyName(name)) throw new UncheckedError('The name of a key has neither spaces nor a plus sign.');
  const seed = new Uint8Array(randomBytes(32));
  const id = keyId(sha256, { name, type, publicKey: ed25519FromSeed(seed).publicKey });
  const file = opened(path);
  try {
    writeSync(file, `${formatPrivateKey({ name, id, type, seed })}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return keyOf({ name, id, type, seed });
}

function opened(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new UncheckedError(isThere ? `${path} is there already.` : `${path} cannot be written.`);
  }
}

/**
 * Reads such a file.
 * @throws UncheckedError where others than its owner can read it, and where it is no key of a witness
 */
export function readWitnessKey(path: string): WitnessKey {
  const text = textOf(path);
  if ((statSync(path).mode & 0o077) !== 0)
    throw new UncheckedError(`Others can read ${path}: whoever has read it can sign as this witness. chmod 600 it.`);
  const read = attempt(() => parsePrivateKey(text.trimEnd()));
  const key = read?.type === type ? keyOf(read) : undefined;
  if (key === undefined || key.key.id !== read?.id) throw new UncheckedError(`${path} is no key of a witness.`);
  return key;
}

function keyOf({ name, seed }: PrivateKey): WitnessKey {
  const signer = ed25519FromSeed(seed);
  const key = { name, type, publicKey: signer.publicKey };
  const id = keyId(sha256, key);
  return {
    key: { ...key, id },
    vkey: verifierKey(sha256, key),
    cosign: (text, time) =>
      signatureLine(name, id, encodeCosignature({ time, signature: signer.sign(cosignedMessage(time, text)) })),
  };
}
