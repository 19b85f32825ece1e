import { z } from 'zod';
import { parseDisclosure, statesOf, type DisclosureState } from '../../../shared/log/disclosure.js';
import { fromUtf8, utf8 } from '../../../shared/log/encoding.js';
import type { Entry } from '../../../shared/log/entry.js';
import { attempt } from '../../../shared/log/error.js';
import { tileWidth } from '../../../shared/log/tile.js';
import type { LogFiles } from '../../../shared/log/verify-log.js';
import { publicPaths } from '../../../shared/record/public-parts.rules.js';
import { logCrypto } from '../../platform/crypto/log-crypto.js';

/** What of the entries of a bundle is told: docs/log-spec.md, "Disclosures". */
const told = z.strictObject({
  entries: z.array(z.strictObject({ index: z.int().min(0), disclosures: z.array(z.string()) })),
  erased: z.array(z.string()),
});
type Told = z.infer<typeof told>;

const erasedEntry = z.object({ index: z.int().min(0), digests: z.array(z.string()) });

/** Where the disclosures of a bundle lie below a log's address. */
export const disclosuresPath = (bundle: number): string => `disclosures/${bundle}`;

/** Why the texts beside a log are not those that it commits to. */
export type DisclosureFault =
  /** The file is not there, or not of its form. */
  | 'file'
  /** A text that was changed, or belongs to no entry at its place. */
  | 'mismatch'
  /** A text that everybody may read is not there, and no entry says that it was erased. */
  | 'missing'
  /** A text is said to be erased, and no entry says so. */
  | 'erased_unrecorded';

export interface DisclosureProblem {
  readonly fault: DisclosureFault;
  readonly path: string;
  /** The entry at fault, where it is one. */
  readonly index?: number;
}

/** How many digests of the entries are in which state. */
export type DisclosureCount = Record<DisclosureState['state'], number>;

export type DisclosureReport = DisclosureProblem | DisclosureCount;

/** Hears every entry of a log, and then compares what is told beside it. */
export class Disclosures {
  /** The digests of entries that have any, by the number of their bundle. */
  private readonly committed = new Map<number, Map<number, Pick<Entry, 't' | '_sd'>>>();
  private readonly erased = new Map<number, Set<string>>();
  private size = 0;

  take(entry: Entry, index: number): void {
    this.size = index + 1;
    if (entry._sd.length > 0) this.bundle(index).set(index, { t: entry.t, _sd: entry._sd });
    const erasing = entry.t === 'record.erased' ? erasedEntry.safeParse(entry.d).data : undefined;
    // An entry that names one after it would excuse what has not happened yet.
    if (erasing === undefined || erasing.index >= index) return;
    const digests = this.erased.get(erasing.index) ?? new Set();
    for (const digest of erasing.digests) digests.add(digest);
    this.erased.set(erasing.index, digests);
  }

  /** @param files what lies beside the log */
  report(files: LogFiles): DisclosureReport {
    const count: DisclosureCount = { matches: 0, erased: 0, withheld: 0, mismatch: 0, missing: 0 };
    for (let bundle = 0; bundle * tileWidth < this.size; bundle += 1) {
      const problem = this.compare(bundle, files, count);
      if (problem !== undefined) return problem;
    }
    return count;
  }

  private compare(bundle: number, files: LogFiles, count: DisclosureCount): DisclosureProblem | undefined {
    const path = disclosuresPath(bundle);
    const entries = this.committed.get(bundle) ?? new Map<number, Pick<Entry, 't' | '_sd'>>();
    const bytes = files(path);
    // Where no entry commits to anything there need be no file.
    if (bytes === undefined && entries.size === 0) return undefined;
    const given = bytes && parsedTold(bytes);
    if (given === undefined) return { fault: 'file', path };
    const shown = new Map(given.entries.map(({ index, disclosures }) => [index, disclosures]));
    const strange = given.entries.find(({ index }) => !entries.has(index));
    if (shown.size < given.entries.length) return { fault: 'file', path };
    if (strange !== undefined) return { fault: 'mismatch', path, index: strange.index };
    const recorded = [...entries.keys()].flatMap((index) => [...this.erasedOf(index)]);
    if (given.erased.some((digest) => !recorded.includes(digest))) return { fault: 'erased_unrecorded', path };
    for (const [index, entry] of entries) {
      const states = this.statesAt(index, entry, shown.get(index) ?? []);
      for (const { state } of states) count[state] += 1;
      const fault = (['mismatch', 'missing'] as const).find((one) => states.some(({ state }) => state === one));
      if (fault !== undefined) return { fault, path, index };
    }
    return undefined;
  }

  private statesAt(index: number, entry: Pick<Entry, 't' | '_sd'>, disclosures: readonly string[]): DisclosureState[] {
    const paths = disclosures.flatMap((text) => attempt(() => parseDisclosure(text).path) ?? []);
    const disclosed = { disclosures, erased: this.erasedOf(index), publicPaths: publicPaths(entry.t, paths) };
    return statesOf(logCrypto.sha256, entry, disclosed);
  }

  /** The digests of an entry that later ones say were erased. */
  erasedOf = (index: number): ReadonlySet<string> => this.erased.get(index) ?? new Set();

  private bundle(index: number) {
    const number = Math.floor(index / tileWidth);
    const entries = this.committed.get(number) ?? new Map<number, Pick<Entry, 't' | '_sd'>>();
    this.committed.set(number, entries);
    return entries;
  }
}

/**
 * The file without what belongs to entries beyond a size: what is told grows with the log, also while it is being copied.
 * @returns nothing where it is not of its form
 */
export function toldUpTo(size: number, bytes: Uint8Array): Uint8Array | undefined {
  const given = parsedTold(bytes);
  if (given === undefined) return undefined;
  const entries = given.entries.filter(({ index }) => index < size);
  return utf8(JSON.stringify({ entries, erased: given.erased }));
}

/** The file in the one form it has: what a program that writes JSON without spaces writes. */
function parsedTold(bytes: Uint8Array): Told | undefined {
  const text = attempt(() => fromUtf8(bytes));
  try {
    const value: unknown = JSON.parse(text ?? '');
    return JSON.stringify(value) === text ? told.safeParse(value).data : undefined;
  } catch {
    return undefined;
  }
}
