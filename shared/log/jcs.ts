// RFC 8785, JSON Canonicalization Scheme: one form for every value, so that whoever has the same values has the same bytes.
import { LogError } from './error.js';

/**
 * JSON with the keys of every object sorted by their UTF-16 units (3.2.3), and nothing between the tokens (3.2.1). Numbers
 * and strings are written as ECMAScript writes them, which is what the RFC took its rules from (3.2.2). A key whose value is
 * undefined is left out.
 * @throws LogError json.malformed for what JSON has no form for: a number that is none, undefined in a list, a function
 */
export function jcs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`;
  if (typeof value !== 'object' || value === null) return plain(value);
  // Written in one go: whole logs are hashed by this.
  let written = '';
  for (const key of Object.keys(value).toSorted()) {
    const one = (value as Readonly<Record<string, unknown>>)[key];
    if (one !== undefined) written += `${written === '' ? '' : ','}${JSON.stringify(key)}:${jcs(one)}`;
  }
  return `{${written}}`;
}

function plain(value: unknown): string {
  const isWritten = typeof value === 'number' ? Number.isFinite(value) : value === null || isText(value);
  if (!isWritten) throw new LogError('json.malformed', `no form for ${typeof value}`);
  return JSON.stringify(value);
}

const isText = (value: unknown): boolean => typeof value === 'string' || typeof value === 'boolean';
