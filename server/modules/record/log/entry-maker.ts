import { randomBytes, randomInt } from 'node:crypto';
import { mostCanonicalBytes, requireCanonical } from '../../../../shared/log/canonical.js';
import { base64url } from '../../../../shared/log/encoding.js';
import { digestOf, disclosure, saltBytes } from '../../../../shared/log/disclosure.js';
import { encodeEntry, type Entry } from '../../../../shared/log/entry.js';
import { hashBytes, leafHash } from '../../../../shared/log/hash.js';
import { publicPaths } from '../../../../shared/record/public-parts.rules.js';
import { recordKinds, type NewEntry, type RecordAuthor } from '../../../../shared/record/record-kinds.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';

/** Digests of nothing, so that how many there are does not tell how many texts there were (RFC 9901, section 4.2.5). */
const mostDecoys = 3;

/** An entry whose kind decides what it has to say; whether it does is seen when it is made. */
export interface SaidEntry extends Pick<NewEntry, 'kind' | 'subject' | 'by'> {
  readonly about: object;
}

/** The same with its day (UTC), as it waits for its number. */
export interface WaitingEntry extends SaidEntry {
  readonly day: string;
}

/** Where an entry stands in the history of its subject. */
export interface ChainPlace {
  /** The name of the subject in the log: random, so that it tells nothing of when or in which order things began. */
  readonly sub: string;
  /** From 1. */
  readonly rev: number;
  /** The leaf of the entry before it. */
  readonly prev: Uint8Array | null;
  /** UTC. */
  readonly day: string;
}

/** A text that an entry commits to, and what opens the commitment. */
export interface ToldText {
  readonly path: string;
  readonly digest: string;
  readonly disclosure: string;
}

export interface MadeEntry {
  /** The bytes that are hashed; from here on they are never written anew. */
  readonly record: Uint8Array;
  readonly leaf: Uint8Array;
  readonly told: readonly ToldText[];
}

/**
 * Makes the envelope of an entry (docs/log-spec.md, "Entries"): what its kind says openly, and salted digests of the rest.
 * @throws what `requireSayable` throws
 */
export function madeEntry(entry: SaidEntry, place: ChainPlace): MadeEntry {
  const { open, told } = partsOf(entry);
  const texts = told.map(([path, value]) => disclosed(path, value));
  const digests = texts.length > 0 ? [...texts.map(({ digest }) => digest), ...decoys()] : [];
  const record = enveloped(entry, open, place, digests);
  return { record, leaf: leafHash(logCrypto.sha256, record), told: texts };
}

/**
 * Refuses, before it is handed over, what could not be entered: whoever numbers entries must never meet one of those.
 * @throws ZodError where the entry is not what its kind says; LogError where it does not fit the canonical form; Error where
 *   it tells nothing of something that readers of its kind expect, and would miss for ever
 */
export function requireSayable(entry: SaidEntry): void {
  const { open, told } = partsOf(entry);
  const digests = told.length > 0 ? told.length + mostDecoys : 0;
  requireCanonical({ by: authorOf(entry.by), d: open }, mostCanonicalBytes - placeBytes - digests * digestBytes);
}

/** As a digest stands in a list: 43 characters, quotes and a comma. */
const digestBytes = 46;
/** More than everything takes up in an envelope that is not said by whoever hands an entry over. */
const placeBytes = 400;

type Told = string | number | boolean;

interface Parts {
  readonly open: Entry['d'];
  readonly told: readonly (readonly [path: string, value: Told])[];
}

function partsOf({ kind, about }: SaidEntry): Parts {
  const { open, told } = recordKinds[kind];
  const texts = leaves(told.parse(only(about, Object.keys(told.shape))));
  const paths = texts.map(([path]) => path);
  const untold = publicPaths(kind, paths).find((path) => !paths.includes(path));
  if (untold !== undefined) throw new Error(`An entry of the kind ${kind} tells nothing of its ${untold}.`);
  return { open: open.parse(only(about, Object.keys(open.shape))), told: texts };
}

const enveloped = (
  { kind, by }: SaidEntry,
  open: Entry['d'],
  { sub, rev, prev, day }: ChainPlace,
  digests: readonly string[],
): Uint8Array =>
  encodeEntry({
    v: 1,
    t: kind,
    sub,
    rev,
    prev: prev && base64url(prev),
    day,
    by: authorOf(by),
    d: open,
    _sd: digests.toSorted(),
    _sd_alg: 'sha-256',
  });

/** Whoever is of neither side stands with the platform: a leaf knows the two sides, both together, and none. */
const authorOf = ({ side, org }: RecordAuthor): Entry['by'] => ({
  side: side === 'neutral' ? 'platform' : side,
  ...(org !== undefined && { org }),
});

function only(about: object, names: readonly string[]): object {
  const picked: Record<string, unknown> = {};
  for (const name of names) if (Object.hasOwn(about, name)) picked[name] = Reflect.get(about, name);
  return picked;
}

/** One disclosure for each text, so that each can be erased by itself. */
function disclosed(path: string, value: Told): ToldText {
  const opened = disclosure(randomBytes(saltBytes), path, value);
  return { path, digest: digestOf(logCrypto.sha256, opened), disclosure: opened };
}

/** Every value within a value, by its path with dots: `title.bg`, `evidence.0.sha256`. */
function leaves(value: unknown, path: readonly string[] = []): [path: string, value: Told][] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]));
  return [[path.join('.'), value as Told]];
}

const decoys = (): string[] =>
  Array.from({ length: randomInt(mostDecoys + 1) }, () => base64url(randomBytes(hashBytes)));
