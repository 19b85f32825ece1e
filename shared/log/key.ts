// C2SP signed-note: keys as one line of text.
//
// A verifier key is `<name>+<key ID>+<type and public key>`. The ID is short and made of name and key, so that a signature
// line says which key it belongs to without the reader trying all of them; it proves nothing by itself.
import { base64, concatenated, fromBase64, hasLoneSurrogate, hex, utf8 } from './encoding.js';
import { LogError } from './error.js';
import type { Sha256 } from './hash.js';

/** Kinds of keys, by the byte that stands before the public key ("Signature types"). */
export const keyType = { ed25519: 0x01, cosignature: 0x04, mlDsa44: 0x06 } as const;
export type KeyType = (typeof keyType)[keyof typeof keyType];

const publicKeyBytes: Readonly<Record<KeyType, number>> = {
  [keyType.ed25519]: 32,
  [keyType.cosignature]: 32,
  // FIPS 204, table 2. Recognised, so that a policy may name such a key already; signatures of it are not read.
  [keyType.mlDsa44]: 1312,
};

const keyIdBytes = 4;
const seedBytes = 32;
const privatePrefix = 'PRIVATE+KEY+';

/** A public key, and whose signatures it checks. */
export interface VerifierKey {
  readonly name: string;
  /** Eight digits, hexadecimal. */
  readonly id: string;
  readonly type: KeyType;
  readonly publicKey: Uint8Array;
}

/** A key to sign with, as the note package of Go writes it to a file. */
export interface PrivateKey {
  readonly name: string;
  readonly id: string;
  readonly type: Exclude<KeyType, typeof keyType.mlDsa44>;
  /** The seed of RFC 8032, section 5.1.5: 32 random bytes from which the pair of keys follows. */
  readonly seed: Uint8Array;
}

/** A name fits into a signature line and into a verifier key: not empty, without spaces of any kind and without `+`. */
export const isKeyName = (name: string): boolean =>
  name !== '' && !/[\s\p{White_Space}\p{Cc}+]/u.test(name) && !hasLoneSurrogate(name);

/** The first four bytes of SHA-256(name, line break, type, public key), as eight digits. */
export function keyId(sha256: Sha256, { name, type, publicKey }: Omit<VerifierKey, 'id'>): string {
  const hashed = sha256(concatenated(utf8(`${name}\n`), Uint8Array.of(type), publicKey));
  return hex(hashed.subarray(0, keyIdBytes));
}

/** The key as one line. */
export const verifierKey = (sha256: Sha256, key: Omit<VerifierKey, 'id'>): string =>
  `${key.name}+${keyId(sha256, key)}+${base64(concatenated(Uint8Array.of(key.type), key.publicKey))}`;

/** @throws LogError key.malformed for another form, a kind we do not know, or an ID that is not the key's */
export function parseVerifierKey(sha256: Sha256, text: string): VerifierKey {
  const { name, id, type, bytes } = parts(text);
  if (bytes.length !== publicKeyBytes[type]) throw new LogError('key.malformed', `${bytes.length} bytes`);
  const key = { name, type, publicKey: bytes };
  if (id !== keyId(sha256, key)) throw new LogError('key.malformed', 'the ID belongs to another key');
  return { ...key, id };
}

export const formatPrivateKey = ({ name, id, type, seed }: PrivateKey): string =>
  `${privatePrefix}${name}+${id}+${base64(concatenated(Uint8Array.of(type), seed))}`;

/**
 * A private key from its line, without what surrounds it. Whether the ID is that of the key, only who can derive the public
 * key can tell.
 * @throws LogError key.malformed; the message never tells of the key
 */
export function parsePrivateKey(text: string): PrivateKey {
  if (!text.startsWith(privatePrefix)) throw new LogError('key.malformed', 'no private key');
  const { name, id, type, bytes } = parts(text.slice(privatePrefix.length));
  if (type === keyType.mlDsa44 || bytes.length !== seedBytes) throw new LogError('key.malformed', 'no Ed25519 seed');
  return { name, id, type, seed: bytes };
}

/** Name, ID, and the byte of the type with what follows it. Base64 may hold a `+`, a name may not. */
function parts(text: string) {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(text) ?? [];
  if (name === undefined || id === undefined || encoded === undefined || !isKeyName(name))
    throw new LogError('key.malformed');
  const [type, ...bytes] = fromBase64(encoded);
  if (!isKeyType(type)) throw new LogError('key.malformed', `type ${type ?? 'missing'}`);
  return { name, id, type, bytes: Uint8Array.from(bytes) };
}

const isKeyType = (type: number | undefined): type is KeyType => Object.values<unknown>(keyType).includes(type);
