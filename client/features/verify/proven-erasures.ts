import { attempt } from '../../../shared/log/error.js';
import { parseEntry, type Entry } from '../../../shared/log/entry.js';
import type { LogCrypto } from '../../../shared/log/note.js';
import type { Policy } from '../../../shared/log/policy.js';
import { verifyReceipt } from '../../../shared/log/verify-receipt.js';

/** What is asked of a log; each may throw where the log does not answer. */
export interface AskedLog {
  /** The digests that the log claims were erased, among those of the entries beside this one. */
  erasedNear(index: number): Promise<ReadonlySet<string>>;
  /** The entries after one, with their numbers. */
  entriesAfter(index: number): Promise<readonly { readonly index: number; readonly bytes: Uint8Array }[]>;
  /** The `.tlog-proof` of an entry. */
  receipt(index: number): Promise<string>;
}

/** What has to hold of an entry before it is believed that the log says it. */
const needed = ['leaf', 'inclusion', 'log_signature'];

/**
 * The digests of an entry that later entries of the log name as erased. That the log merely claims it is not enough: an
 * entry has to say so, and the log has to prove that entry.
 * @param withheld digests of the entry that nothing opens
 */
export async function provenErasures(
  crypto: LogCrypto,
  log: AskedLog,
  policy: Policy,
  index: number,
  withheld: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const claimed = [...(await log.erasedNear(index))].filter((digest) => withheld.has(digest));
  // Nearly always: then the rest of the log need not be read.
  if (claimed.length === 0) return new Set();
  const proven = new Set<string>();
  for (const at of await saying(log, index)) {
    const report = verifyReceipt(crypto, await log.receipt(at), { policy });
    const holds = report.checks.every(({ name, state }) => state === 'held' || !needed.includes(name));
    if (!holds || report.index !== at || !report.entry) continue;
    for (const digest of erasedBy(report.entry, index)) proven.add(digest);
  }
  return proven;
}

/** The numbers of the entries after this one that are about an erasure of it. */
async function saying(log: AskedLog, index: number): Promise<number[]> {
  const entries = await log.entriesAfter(index);
  return entries.flatMap(({ index: at, bytes }) => {
    const entry = attempt(() => parseEntry(bytes));
    return entry && erasedBy(entry, index).length > 0 ? [at] : [];
  });
}

/** The digests that an entry names as erased from another. */
function erasedBy({ t, d }: Pick<Entry, 't' | 'd'>, index: number): string[] {
  const { digests } = d;
  if (t !== 'record.erased' || d['index'] !== index || !Array.isArray(digests)) return [];
  return (digests as readonly unknown[]).filter((digest) => typeof digest === 'string');
}
