// C2SP signed-note: a text, an empty line, and one line for each signature.
//
//   a text of any number of lines
//
//   — example.org/key base64(key ID, signature)
//
// Who reads a note knows some keys. Lines of keys that the reader does not know are passed over, so that a log may sign with
// a new key beside the old one, and witnesses may join, without breaking anybody.
import { cosignedMessage, parseCosignature } from './cosignature.js';
import { base64, concatenated, fromBase64, fromHex, hasLoneSurrogate, hex, utf8 } from './encoding.js';
import { LogError } from './error.js';
import type { Sha256 } from './hash.js';
import { isKeyName, keyType, type VerifierKey } from './key.js';

/** What is not arithmetic of trees: each side of the network brings its own. */
export interface LogCrypto {
  readonly sha256: Sha256;
  /** RFC 8032, section 5.1.7, from the 32 bytes of a public key; false for anything that is no signature of it. */
  verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

/** A signature as it stands in a note; whether it holds is another question. */
export interface NoteSignature {
  readonly name: string;
  /** Eight digits, hexadecimal. */
  readonly id: string;
  /** What stands behind the key's ID. */
  readonly signature: Uint8Array;
}

export interface Note {
  /** What is signed, with its last line break. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A signature that holds, of a key that the reader knows. */
export interface VerifiedSignature {
  readonly key: VerifierKey;
  readonly signature: Uint8Array;
  /** Of cosignatures: when the witness signed, in seconds since 1970. */
  readonly time?: number;
}

export interface OpenedNote {
  readonly text: string;
  readonly verified: readonly VerifiedSignature[];
}

/** Readers have to take at least 16; more than this is an attempt to keep us busy. */
const mostSignatures = 100;
const mostCharacters = 1_000_000;

/** The signature line of a note, with its line break ("Format"). */
export const signatureLine = (name: string, id: string, signature: Uint8Array): string =>
  `\u2014 ${name} ${base64(concatenated(fromHex(id), signature))}\n`;

/** A note of a text that ends with a line break, and signature lines. */
export const signedNote = (text: string, lines: readonly string[]): string => `${text}\n${lines.join('')}`;

/** @throws LogError note.malformed */
export function parseNote(note: string): Note {
  if (note.length > mostCharacters) throw new LogError('note.malformed', 'too long');
  if (hasLoneSurrogate(note) || /[\0-\u0009\u000b-\u001f]/.test(note))
    throw new LogError('note.malformed', 'characters that a note may not have');
  // At the last empty line: a text may have empty lines, signatures have none. Split at the first, and a signed text could
  // be cut short and its rest be taken for signatures.
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) throw new LogError('note.malformed', 'no signatures');
  return { text: note.slice(0, split + 1), signatures: parseSignatureLines(note.slice(split + 2)) };
}

/** Signature lines alone, as a witness answers with. @throws LogError note.malformed */
export function parseSignatureLines(text: string): NoteSignature[] {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length === 0) throw new LogError('note.malformed', 'no signatures');
  if (lines.length > mostSignatures) throw new LogError('note.malformed', `more than ${mostSignatures} signatures`);
  return lines.map(parseSignatureLine);
}

function parseSignatureLine(line: string): NoteSignature {
  const [, name, encoded] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name))
    throw new LogError('note.malformed', 'signature line');
  const bytes = fromBase64(encoded);
  if (bytes.length <= 4) throw new LogError('note.malformed', 'signature line without a signature');
  return { name, id: hex(bytes.subarray(0, 4)), signature: bytes.slice(4) };
}

/**
 * Reads a note with the keys that one knows ("Verifying"). Of several lines of one key the first counts.
 * @throws LogError note.malformed; note.bad_signature where a line of a known key does not hold: somebody changed the text
 * or the line; note.no_known_signature where nothing says anything; key.ambiguous for two keys of one name and ID
 */
export function openNote(crypto: LogCrypto, note: string, keys: readonly VerifierKey[]): OpenedNote {
  const { text, signatures } = parseNote(note);
  const verified = verifiedSignatures(crypto, text, signatures, keys);
  if (verified.length === 0) throw new LogError('note.no_known_signature');
  return { text, verified };
}

/** The signatures of known keys, none where there is none. @throws LogError note.bad_signature, key.ambiguous */
export function verifiedSignatures(
  crypto: LogCrypto,
  text: string,
  signatures: readonly NoteSignature[],
  keys: readonly VerifierKey[],
): VerifiedSignature[] {
  const known = byNameAndId(keys);
  const verified = new Map<VerifierKey, VerifiedSignature>();
  for (const { name, id, signature } of signatures) {
    const key = known.get(`${name}+${id}`);
    if (key === undefined || verified.has(key) || key.type === keyType.mlDsa44) continue;
    verified.set(key, verifySignature(crypto, text, key, signature));
  }
  return [...verified.values()];
}

function byNameAndId(keys: readonly VerifierKey[]): ReadonlyMap<string, VerifierKey> {
  const known = new Map<string, VerifierKey>();
  for (const key of keys) {
    const name = `${key.name}+${key.id}`;
    if (known.has(name)) throw new LogError('key.ambiguous');
    known.set(name, key);
  }
  return known;
}

function verifySignature(crypto: LogCrypto, text: string, key: VerifierKey, bytes: Uint8Array): VerifiedSignature {
  if (key.type !== keyType.cosignature) {
    if (!crypto.verifyEd25519(key.publicKey, utf8(text), bytes)) throw new LogError('note.bad_signature');
    return { key, signature: bytes };
  }
  const { time, signature } = parseCosignature(bytes);
  if (!crypto.verifyEd25519(key.publicKey, cosignedMessage(time, text), signature))
    throw new LogError('note.bad_signature', 'cosignature');
  return { key, signature: bytes, time };
}
