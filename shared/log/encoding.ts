// Bytes as characters, and back. Everything that is read is read strictly: one value has one form. A second form that is
// taken for the same would let somebody change a file without changing what it says, and every comparison of bytes, every
// fingerprint of a receipt would then depend on who had written it.
import { LogError } from './error.js';

/** How many characters `String.fromCharCode` is given at once: its arguments stand on the stack. */
const slice = 8192;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** RFC 4648, section 4, with padding. */
export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += slice) binary += String.fromCharCode(...bytes.subarray(at, at + slice));
  return btoa(binary);
}

/**
 * The bytes again. Spaces, missing padding and bits that are set behind the last byte (RFC 4648, section 3.5) are refused.
 * @throws LogError encoding.base64
 */
export function fromBase64(text: string): Uint8Array {
  const bytes = decoded(text);
  // `atob` forgives all of that; what it forgave does not come out again.
  if (base64(bytes) !== text) throw new LogError('encoding.base64', 'not canonical');
  return bytes;
}

function decoded(text: string): Uint8Array {
  try {
    return fromBinary(atob(text));
  } catch {
    throw new LogError('encoding.base64');
  }
}

/** The bytes that the characters of a string stand for, none of them beyond U+00FF: what `atob` answers. */
export function fromBinary(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** RFC 4648, section 5, without padding, as RFC 9901 and addresses use it. */
export const base64url = (bytes: Uint8Array): string =>
  base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** @throws LogError encoding.base64 */
export function fromBase64url(text: string): Uint8Array {
  if (!/^[\w-]*$/.test(text)) throw new LogError('encoding.base64', 'not base64url');
  const padding = '='.repeat((4 - (text.length % 4)) % 4);
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/') + padding);
}

/** Small letters. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Small letters only. @throws LogError encoding.hex */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) throw new LogError('encoding.hex');
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(at * 2, at * 2 + 2), 16));
}

/** Whether the text has half of a surrogate pair, which no encoding of Unicode has a form for. */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);

/** @throws LogError encoding.utf8 for half of a surrogate pair, of which the encoder would make something else silently */
export function utf8(text: string): Uint8Array {
  if (hasLoneSurrogate(text)) throw new LogError('encoding.utf8', 'lone surrogate');
  return encoder.encode(text);
}

/** Byte order marks stay in the text. @throws LogError encoding.utf8 */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new LogError('encoding.utf8');
  }
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

export function concatenated(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * A whole number of at least 0 in decimal digits without leading zeros, as all formats of C2SP write sizes and indexes.
 * @returns nothing for another form, and beyond 2^53 - 1, where numbers of JavaScript have gaps
 */
export function decimal(text: string): number | undefined {
  const number = /^(?:0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}
