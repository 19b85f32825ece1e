import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Where a sealed value belongs; a ciphertext moved to another place no longer opens. */
export type Place = `${string}|${string}|${string}`;

/** The value, encrypted with AES-256-GCM under a fresh nonce and bound to its place: `table|column|row id`. */
export function sealed(key: Buffer, place: Place, value: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** The value again. @throws Error when it was changed, moved or sealed with another key. */
export function opened(key: Buffer, place: Place, box: Buffer): string {
  const decipher = createDecipheriv(algorithm, key, box.subarray(0, nonceBytes)).setAAD(Buffer.from(place));
  decipher.setAuthTag(box.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(box.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8');
}

/** A value one can look for without storing it readably: HMAC-SHA-256 under a key of its own. */
export const blindIndex = (key: Buffer, value: string): Buffer => createHmac('sha256', key).update(value).digest();
