// C2SP tlog-cosignature v1: what a witness signs.
//
// A witness says: at this time, this was the largest tree of this log that I have seen, and it held everything I had seen
// before. The time is inside of what is signed, so that nobody can show an old statement as a new one.
import { concatenated, utf8 } from './encoding.js';
import { LogError } from './error.js';

const ed25519Bytes = 64;
const timeBytes = 8;

/** A signature of a witness, with the time it speaks of. */
export interface Cosignature {
  /** Seconds since 1970 (POSIX). */
  readonly time: number;
  /** Ed25519, 64 bytes. */
  readonly signature: Uint8Array;
}

/**
 * The bytes that a witness signs ("Format", version 1).
 * @param text the text of the checkpoint with all its lines and its last line break, without signatures
 */
export const cosignedMessage = (time: number, text: string): Uint8Array =>
  utf8(`cosignature/v1\ntime ${time}\n${text}`);

/** What stands behind the key's ID in a signature line: the time in eight bytes, the highest first, and the signature. */
export function encodeCosignature({ time, signature }: Cosignature): Uint8Array {
  const head = new Uint8Array(timeBytes);
  new DataView(head.buffer).setBigUint64(0, BigInt(time));
  return concatenated(head, signature);
}

/** @throws LogError cosignature.malformed for another length, and for a time beyond 2^53 - 1 */
export function parseCosignature(bytes: Uint8Array): Cosignature {
  if (bytes.length !== timeBytes + ed25519Bytes) throw new LogError('cosignature.malformed', `${bytes.length} bytes`);
  const time = Number(new DataView(bytes.buffer, bytes.byteOffset, timeBytes).getBigUint64(0));
  if (!Number.isSafeInteger(time)) throw new LogError('cosignature.malformed', 'no time');
  return { time, signature: bytes.slice(timeBytes) };
}
