// What a leaf of a log says: the envelope around every record.
//
// An entry holds no text and no person in clear. Those stand in disclosures (disclosure.ts), which can be erased; here are
// only their salted digests. Days, not times: who wrote when can say who wrote.
import { base64url, utf8 } from './encoding.js';
import { canonicalJson, isJsonObject, parseCanonical, type JsonObject } from './canonical.js';
import { LogError } from './error.js';
import type { Hash } from './hash.js';

/** Who speaks: a side, both of them together, or the platform itself, as when it writes that a day has passed. */
export const entrySides = ['a', 'b', 'both', 'platform'] as const;
export type EntrySide = (typeof entrySides)[number];

/** An entry; its keys are those of its canonical form. */
export interface Entry {
  /** The version of the envelope. */
  readonly v: 1;
  /** What happened: `commitment.published`. */
  readonly t: string;
  /** The record it happened to: an id that is in this log only, and tells nothing. */
  readonly sub: string;
  /** Which revision of that record, from 1. */
  readonly rev: number;
  /** The leaf hash of the revision before (base64url); null for the first. */
  readonly prev: string | null;
  /** YYYY-MM-DD, in UTC. */
  readonly day: string;
  readonly by: { readonly side: EntrySide; readonly org?: string };
  /** What everybody may know for ever. */
  readonly d: JsonObject;
  /** The digests of what may be erased (base64url of SHA-256), sorted, so that their order tells nothing. */
  readonly _sd: readonly string[];
  readonly _sd_alg: 'sha-256';
}

const keys = ['_sd', '_sd_alg', 'by', 'd', 'day', 'prev', 'rev', 'sub', 't', 'v'];

/**
 * The bytes of an entry, which are the record: they are stored, hashed and served, and never written again from its values.
 * @throws LogError as `parseEntry`
 */
export function encodeEntry(entry: Entry): Uint8Array {
  const value = { ...entry, by: { ...entry.by } };
  const written = canonicalJson(value);
  requireEntry(value);
  return utf8(written);
}

/** @throws LogError of canonical JSON, or entry.malformed with the key that is not as it has to be */
export function parseEntry(bytes: Uint8Array): Entry {
  const value = parseCanonical(bytes);
  requireEntry(value);
  return value;
}

function requireEntry(value: JsonObject): asserts value is JsonObject & Entry {
  if (!sameKeys(Object.keys(value), keys)) throw new LogError('entry.malformed', 'keys');
  const wrong = keys.find((key) => !(isRight[key]?.(value[key], value) ?? false));
  if (wrong !== undefined) throw new LogError('entry.malformed', wrong);
}

const sameKeys = (given: readonly string[], wanted: readonly string[]): boolean =>
  given.length === wanted.length && wanted.every((key) => given.includes(key));

const isRight: Readonly<Record<string, (value: unknown, entry: JsonObject) => boolean>> = {
  v: (value) => value === 1,
  t: (value) => typeof value === 'string' && /^[a-z_]{1,40}\.[a-z_]{1,40}$/.test(value),
  sub: (value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value),
  rev: (value) => typeof value === 'number' && value >= 1,
  // The first revision has none before it, and every other one has.
  prev: (value, { rev }) => (rev === 1 ? value === null : isDigest(value)),
  day: (value) => typeof value === 'string' && isDay(value),
  by: (value) => isJsonObject(value) && isAuthor(value),
  d: isJsonObject,
  _sd: (value) => Array.isArray(value) && value.every((one, at) => isDigest(one) && (at === 0 || value[at - 1] < one)),
  _sd_alg: (value) => value === 'sha-256',
};

function isAuthor({ side, org, ...more }: JsonObject): boolean {
  const isOrganisation = org === undefined || (typeof org === 'string' && org !== '');
  return entrySides.some((one) => one === side) && isOrganisation && Object.keys(more).length === 0;
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  // The 31st of February is written back as a day of March.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * Whether a text is SHA-256 in base64url, in the only form that it has: of 43 characters, of which the last says four bits,
 * so that its other two are not set. Not by decoding it: whoever verifies a log asks this of every entry.
 */
export function isDigest(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{42}[AEIMQUYcgkosw048]$/.test(value);
}

/**
 * Follows the revisions of every record through a log, so that "show me every revision" can be checked without anything but
 * the log: none is left out, none comes twice, each says which one it follows.
 */
export class RevisionChains {
  private readonly last = new Map<string, { readonly rev: number; readonly hash: string }>();

  /** Takes the next entry of the log. @returns whether it follows what the log has of this record */
  follows({ sub, rev, prev }: Entry, leaf: Hash): boolean {
    const before = this.last.get(sub);
    if (rev !== (before?.rev ?? 0) + 1 || prev !== (before?.hash ?? null)) return false;
    this.last.set(sub, { rev, hash: base64url(leaf) });
    return true;
  }
}
