// RFC 9901, section 4.2: what may be erased, and what is left of it.
//
// A disclosure holds a value and 32 random bytes, the salt. The log has its digest only. While the disclosure is public,
// anybody can see that the value is the one that was recorded. When it has to go, it is deleted with its salt: the digest
// stays, every proof stays, and no guess of the value can be tested against the digest any more. A plain hash of a name or
// of a short text would not do: whoever guesses right would know.
import { requireProfile, type Json } from './canonical.js';
import { base64url, fromBase64url, fromUtf8, utf8 } from './encoding.js';
import type { Entry } from './entry.js';
import { attempt, LogError } from './error.js';
import type { Sha256 } from './hash.js';
import { jcs } from './jcs.js';

export const saltBytes = 32;

export interface Disclosure {
  readonly salt: Uint8Array;
  /** What of the record the value is: `text.mk`. */
  readonly path: string;
  readonly value: Json;
}

/**
 * The disclosure as it is kept and shown: base64url of the JSON of salt, path and value (4.2.1).
 * @param salt 32 random bytes, never used for anything else: a salt that is used twice links two entries
 * @throws LogError disclosure.malformed, json.outside_profile
 */
export function disclosure(salt: Uint8Array, path: string, value: Json): string {
  if (salt.length !== saltBytes || !isPath(path)) throw new LogError('disclosure.malformed', 'salt or path');
  requireProfile(value, 1);
  return base64url(utf8(jcs([base64url(salt), path, value])));
}

/** The digest that stands in the log: of the characters of the disclosure, not of what they decode to (4.2.3). */
export const digestOf = (sha256: Sha256, disclosed: string): string => base64url(sha256(utf8(disclosed)));

/** @throws LogError disclosure.malformed, encoding.base64, encoding.utf8, json.outside_profile */
export function parseDisclosure(text: string): Disclosure {
  const parts = parsed(fromUtf8(fromBase64url(text)));
  if (!Array.isArray(parts) || parts.length !== 3) throw new LogError('disclosure.malformed', 'not three parts');
  const [salt, path, value] = parts as readonly unknown[];
  if (typeof salt !== 'string' || typeof path !== 'string' || !isPath(path))
    throw new LogError('disclosure.malformed', 'salt or path');
  const bytes = fromBase64url(salt);
  if (bytes.length !== saltBytes) throw new LogError('disclosure.malformed', 'salt');
  requireProfile(value, 1);
  return { salt: bytes, path, value };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new LogError('disclosure.malformed', 'no JSON');
  }
}

const isPath = (path: string): boolean => /^[a-z0-9_]+(?:\.[a-z0-9_]+)*$/.test(path) && path.length <= 100;

/** What is known of a digest of an entry, or of something that was shown as belonging to it. */
export type DisclosureState =
  /** The value is the one that was recorded. */
  | { readonly state: 'matches'; readonly digest: string; readonly path: string; readonly value: Json }
  /** What was shown is not of this entry: somebody changed it. */
  | { readonly state: 'mismatch'; readonly disclosure: string }
  /** A later entry of the log says that it was erased. */
  | { readonly state: 'erased'; readonly digest: string }
  /** Not public, or nothing but a digest without a value, which hides how many there are. */
  | { readonly state: 'withheld'; readonly digest: string }
  /** Public by its kind, and neither shown nor erased. */
  | { readonly state: 'missing'; readonly path: string };

/** What one has beside an entry. */
export interface Disclosed {
  readonly disclosures: readonly string[];
  /** The digests that later entries of the log name as erased. */
  readonly erased: ReadonlySet<string>;
  /** The paths that entries of this kind show to everybody. */
  readonly publicPaths: readonly string[];
}

/** Each digest of an entry with what is known of it, then what does not fit, then what ought to be there. */
export function statesOf(sha256: Sha256, entry: Pick<Entry, '_sd'>, disclosed: Disclosed): DisclosureState[] {
  const { matched, mismatched } = matchedTo(sha256, entry, disclosed.disclosures);
  const rest = entry._sd.filter((digest) => !matched.has(digest));
  const erased = rest.filter((digest) => disclosed.erased.has(digest));
  const shown = new Set([...matched.values()].map(({ path }) => path));
  const absent = disclosed.publicPaths.filter((path) => !shown.has(path));
  return [
    ...[...matched].map(([digest, { path, value }]) => ({ state: 'matches', digest, path, value }) as const),
    ...rest.map((digest) => ({ state: disclosed.erased.has(digest) ? 'erased' : 'withheld', digest }) as const),
    ...mismatched.map((one) => ({ state: 'mismatch', disclosure: one }) as const),
    // Nobody can tell any more which path an erased digest had: that is what erasing is for. So as many may be absent.
    ...(absent.length > erased.length ? absent : []).map((path) => ({ state: 'missing', path }) as const),
  ];
}

/** A path is shown once: a log that had two values for it could show each reader another one. */
function matchedTo(sha256: Sha256, { _sd: digests }: Pick<Entry, '_sd'>, disclosures: readonly string[]) {
  const matched = new Map<string, Disclosure>();
  const mismatched: string[] = [];
  for (const text of new Set(disclosures)) {
    const read = attempt(() => parseDisclosure(text));
    const digest = read && digestOf(sha256, text);
    const isSecond = [...matched.values()].some(({ path }) => path === read?.path);
    if (read === undefined || digest === undefined || isSecond || !digests.includes(digest)) mismatched.push(text);
    else matched.set(digest, read);
  }
  return { matched, mismatched };
}
