import { sameBytes } from '../../../shared/log/encoding.js';
import { parseEntry } from '../../../shared/log/entry.js';
import { attempt } from '../../../shared/log/error.js';
import { leafHash } from '../../../shared/log/hash.js';
import { parseNote } from '../../../shared/log/note.js';
import type { Policy } from '../../../shared/log/policy.js';
import { bundlesOf, entriesPath, parseBundle, tileWidth, type Bundle } from '../../../shared/log/tile.js';
import { appended, emptyFrontier, frontierOf, perfectTrees, rootOf, type Frontier } from '../../../shared/log/tree.js';
import { logCrypto } from '../../platform/crypto/log-crypto.js';
import { UncheckedError } from '../command.js';
import { between, hashesAt } from './between.js';
import { checkpointFile } from './copy.js';
import { replaceFile } from './durable-file.js';
import { writeEvidence } from './evidence.js';
import { keptCheckpoint, signedBy, type NotedCheckpoint } from './knowledge.js';
import type { LogAddress } from './log-address.js';
import type { WitnessKey } from './witness-key.js';

const { sha256 } = logCrypto;

/** What came of looking at a log once. */
export type Followed =
  /** The checkpoint contains what was seen before, its new entries are in order, and the log has the cosignature. */
  | { readonly outcome: 'cosigned'; readonly size: number; readonly fresh: number }
  /** The log showed something that is not to be cosigned. */
  | { readonly outcome: 'refused'; readonly why: string; readonly evidence?: string };

export interface Following {
  readonly address: LogAddress;
  readonly policy: Policy;
  readonly key: WitnessKey;
  /** The file of the checkpoint that was cosigned last. */
  readonly state: string;
  /** Seconds since 1970. */
  readonly now: () => number;
}

/**
 * Looks at a log once, and cosigns what it shows. The checkpoint is on the disk before the cosignature leaves: a witness that
 * forgot what it signed could be made to sign another history.
 * @throws UncheckedError where the log cannot be reached, or does not take the cosignature
 */
export async function follow({ address, policy, key, state, now }: Following): Promise<Followed> {
  const before = keptCheckpoint(policy, state);
  const shown = signedBy(policy, await address.text(checkpointFile));
  if (shown === undefined) return refused('The checkpoint is not signed by the log.');
  if (before !== undefined && before.origin !== shown.origin)
    return refused(`This is the log ${shown.origin}, and ${state} is of ${before.origin}.`);
  if (before !== undefined && !(await contains(address, before, shown))) {
    const [older, newer] = before.size <= shown.size ? [before, shown] : [shown, before];
    const { proof } = await between(address.tile, older, newer);
    const evidence = writeEvidence(state, older, newer, proof);
    return { ...refused('The log does not contain what this witness has cosigned before.'), evidence };
  }
  const fault = await faultOfEntries(address, before, shown);
  if (fault !== undefined) return refused(fault);
  replaceFile(state, shown.note);
  await hand(address, shown, key.cosign(parseNote(shown.note).text, now()));
  return { outcome: 'cosigned', size: shown.size, fresh: shown.size - (before?.size ?? 0) };
}

const refused = (why: string) => ({ outcome: 'refused', why }) as const;

async function contains(address: LogAddress, before: NotedCheckpoint, shown: NotedCheckpoint): Promise<boolean> {
  if (before.size > shown.size) return false;
  const { state } = await between(address.tile, before, shown);
  if (state === 'not_known') throw new UncheckedError('The log does not serve the tiles of the checkpoint it shows.');
  return state === 'held';
}

/** Reads the entries that are new. @returns in a sentence what is wrong with them, nothing where they are in order */
async function faultOfEntries(
  address: LogAddress,
  before: NotedCheckpoint | undefined,
  { size, root }: NotedCheckpoint,
): Promise<string | undefined> {
  const from = before?.size ?? 0;
  let frontier = await frontierAt(address, from, size);
  for (const bundle of bundlesOf(size)) {
    if ((bundle.index + 1) * tileWidth <= from) continue;
    const entries = await entriesOf(address, bundle);
    if (entries === undefined) return `The entries from ${bundle.index * tileWidth} on are not there, or malformed.`;
    const added = entries.slice(frontier.size - bundle.index * tileWidth);
    const wrong = added.findIndex((entry) => !isEntry(entry));
    if (wrong >= 0) return `Entry ${frontier.size + wrong} is not in the one form of entries.`;
    frontier = appended(
      sha256,
      frontier,
      added.map((entry) => leafHash(sha256, entry)),
    );
  }
  return sameBytes(rootOf(sha256, frontier), root) ? undefined : 'The entries have another root than the signed one.';
}

async function frontierAt(address: LogAddress, from: number, size: number): Promise<Frontier> {
  if (from === 0) return emptyFrontier;
  const read = await hashesAt(address.tile, size, perfectTrees(0, from));
  if (read === undefined) throw new UncheckedError('The log does not serve the tiles of the checkpoint it shows.');
  return frontierOf(from, read);
}

async function entriesOf(address: LogAddress, bundle: Bundle): Promise<readonly Uint8Array[] | undefined> {
  const bytes = await address.bundle(bundle);
  if (bytes === undefined) throw new UncheckedError(`The log does not serve ${entriesPath(bundle)}.`);
  const entries = attempt(() => parseBundle(bytes));
  return entries === undefined || entries.length < bundle.width ? undefined : entries.slice(0, bundle.width);
}

const isEntry = (bytes: Uint8Array): boolean => attempt(() => parseEntry(bytes)) !== undefined;

/** Gives the cosignature to the log. The address answers 204; anything else says why it does not take it. */
async function hand(address: LogAddress, { size }: NotedCheckpoint, line: string): Promise<void> {
  const body = JSON.stringify({ size, lines: [line.trimEnd()] });
  const answer = await address.post('add-cosignature', 'application/json', body);
  if (answer.status === 403) throw new UncheckedError('The log does not know this witness: have its key registered.');
  if (!answer.ok) throw new UncheckedError(`The log does not take the cosignature: it answers ${answer.status}.`);
}
