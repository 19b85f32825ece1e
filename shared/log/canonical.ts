// The profile of RFC 8785 in which entries are written.
//
// The RFC leaves traps that two honest programs fall into differently: numbers beyond 2^53 that one rounds and the other
// does not, keys that stand twice, letters that look the same and are other code points. The profile has none of them, so
// that a verifier in any language reads the same record:
//
//   whole numbers within ±(2^53 - 1) only; money and percentages are counted in their smallest unit
//   keys of a to z, 0 to 9 and _, each once in its object
//   strings in NFC, no half of a surrogate pair
//   at most 8 objects or lists within each other, at most 16 KiB
import { fromUtf8, hasLoneSurrogate, utf8 } from './encoding.js';
import { LogError } from './error.js';
import { jcs } from './jcs.js';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const mostCanonicalBytes = 16 * 1024;
const deepest = 8;

/**
 * The canonical form of an object.
 * @throws LogError json.outside_profile for what the profile does not have; it is never silently made to fit
 */
export function canonicalJson(value: JsonObject): string {
  requireObject(value);
  return fitting(jcs(value), mostCanonicalBytes);
}

/**
 * Refuses an object that has no canonical form of so many bytes at most, without writing it.
 * @throws LogError json.outside_profile
 */
export function requireCanonical(value: JsonObject, most: number): void {
  requireObject(value);
  // JSON of another order has the same length.
  fitting(JSON.stringify(value), most);
}

/**
 * An object from its canonical form.
 * @throws LogError encoding.utf8, json.malformed, json.outside_profile, or json.not_canonical for the bytes of another form
 */
export function parseCanonical(bytes: Uint8Array): JsonObject {
  if (bytes.length > mostCanonicalBytes) throw new LogError('json.outside_profile', 'too long');
  const text = fromUtf8(bytes);
  const value = parsed(text);
  requireObject(value);
  // Spaces, another order, escapes that need not be, 1.0 for 1, and a key that stands twice, of which the parser kept one.
  if (jcs(value) !== text) throw new LogError('json.not_canonical');
  return value;
}

/** UTF-8 has three bytes at most for what a string of JavaScript counts as one: most texts need not be written to be measured. */
function fitting(text: string, most: number): string {
  if (text.length * 3 > most && utf8(text).length > most) throw new LogError('json.outside_profile', 'too long');
  return text;
}

function requireObject(value: unknown): asserts value is JsonObject {
  if (!isJsonObject(value)) throw new LogError('json.outside_profile', 'no object');
  requireProfile(value, 1);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LogError('json.malformed');
  }
}

/** Whether a value of JSON is an object; what is inside, the profile says. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws LogError json.outside_profile */
export function requireProfile(value: unknown, depth: number): asserts value is Json {
  if (typeof value === 'string') return requireString(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return;
  if (value === null || typeof value === 'boolean') return;
  if (typeof value !== 'object') throw new LogError('json.outside_profile', `a ${typeof value}`);
  if (depth > deepest) throw new LogError('json.outside_profile', 'too deep');
  if (!Array.isArray(value)) Object.keys(value).forEach(requireKey);
  for (const one of Object.values(value) as readonly unknown[]) requireProfile(one, depth + 1);
}

function requireString(text: string): void {
  if (hasLoneSurrogate(text)) throw new LogError('json.outside_profile', 'half of a surrogate pair');
  // Two texts that look the same are the same, and have one digest.
  if (text.normalize('NFC') !== text) throw new LogError('json.outside_profile', 'a string that is not in NFC');
}

function requireKey(key: string): void {
  if (!/^[a-z0-9_]+$/.test(key)) throw new LogError('json.outside_profile', 'a key of other characters');
}
