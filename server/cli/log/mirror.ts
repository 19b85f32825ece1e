import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attempt } from '../../../shared/log/error.js';
import { hashBytes } from '../../../shared/log/hash.js';
import type { Policy } from '../../../shared/log/policy.js';
import {
  bundlesOf,
  encodeBundle,
  entriesPath,
  parseBundle,
  tilePath,
  tilesOf,
  type Bundle,
  type Tile,
} from '../../../shared/log/tile.js';
import { between } from './between.js';
import { checkLog, checkpointFile, filesIn, isSound, policyFile, sumsFile, sumsOf, type LogCheck } from './copy.js';
import { disclosuresPath, toldUpTo } from './disclosures.js';
import { moveInPlace, replaceFile, writeToDisk } from './durable-file.js';
import { writeEvidence } from './evidence.js';
import { textOf } from './given-files.js';
import { keptCheckpoint, policyOf, signedBy, type NotedCheckpoint } from './knowledge.js';
import { forEach, type LogAddress } from './log-address.js';

/** Where files wait until all of them were checked; inside of the copy, so that moving them is one step. */
const waitingFolder = '.incoming';

/** What a round of copying came to. */
export interface Copied {
  readonly check: LogCheck;
  /** The checkpoint that was served, if the log has signed it. */
  readonly checkpoint: NotedCheckpoint | undefined;
  /** Files that are new. */
  readonly fresh: number;
  /** Where the proof lies that the log has signed two histories. */
  readonly evidence?: string;
}

export interface CopySettings {
  /** Whose signatures count; by default what the copy was begun with, and that of the log the first time. */
  readonly policy?: Policy | undefined;
  /** A checkpoint that the log has to contain; by default the one of the copy. */
  readonly remembered?: NotedCheckpoint | undefined;
  /** The path that the name of an evidence file begins with. */
  readonly evidence: string;
}

/**
 * Brings a copy up to date: fetches what is new, checks the whole log, and only then moves the files into place, the
 * checkpoint last. What is not sound never becomes part of the copy. What is told beside the entries is fetched anew each
 * time, so that a copy tells no longer what was erased.
 * @throws UncheckedError where the log cannot be reached, or the copy cannot be read
 */
export async function copyLog(address: LogAddress, folder: string, settings: CopySettings): Promise<Copied> {
  const first = await copiedOnce(address, folder, settings);
  // A text may have been erased after the checkpoint was read: the entry that says so is in the next one.
  const isTold = first.check.disclosures !== undefined && 'fault' in first.check.disclosures;
  return isTold ? copiedOnce(address, folder, settings) : first;
}

async function copiedOnce(address: LogAddress, folder: string, settings: CopySettings): Promise<Copied> {
  const [note, served] = [await address.text(checkpointFile), await address.text(policyFile)];
  const policy = settings.policy ?? begunWith(folder) ?? policyOf(`${address.base.href}${policyFile}`, served);
  const remembered = settings.remembered ?? keptCheckpoint(policy, join(folder, checkpointFile));
  const checkpoint = signedBy(policy, note);
  const waiting = join(folder, waitingFolder);
  rmSync(waiting, { recursive: true, force: true });
  mkdirSync(waiting, { recursive: true });
  try {
    const fresh = checkpoint ? await fetched(address, folder, checkpoint.size) : [];
    const files = (path: string): Uint8Array | undefined => filesIn(waiting)(path) ?? filesIn(folder)(path);
    const check = checkLog({ note, policy, files, remembered });
    if (isSound(check)) {
      for (const path of fresh) moveInPlace(join(waiting, path), join(folder, path));
      publish(folder, note, served);
      return { check, checkpoint, fresh: fresh.length };
    }
    const evidence = await convicted(address, check, remembered, checkpoint, settings.evidence);
    return { check, checkpoint, fresh: 0, ...(evidence !== undefined && { evidence }) };
  } finally {
    rmSync(waiting, { recursive: true, force: true });
  }
}

/** The keys of the first time go on to count: a policy that is served later cannot bring in another log. */
function begunWith(folder: string): Policy | undefined {
  const path = join(folder, policyFile);
  return existsSync(path) ? policyOf(path, textOf(path)) : undefined;
}

/** Fetches everything of a log of this size that the copy does not have yet. @returns the paths that were fetched */
async function fetched(address: LogAddress, folder: string, size: number): Promise<string[]> {
  const paths: string[] = [];
  const keep = (path: string, bytes: Uint8Array | undefined): void => {
    // What is not there is found missing by the check.
    if (bytes === undefined) return;
    const waiting = join(folder, waitingFolder, path);
    mkdirSync(dirname(waiting), { recursive: true });
    writeToDisk(waiting, bytes);
    paths.push(path);
  };
  const isAbsent = (path: string): boolean => !existsSync(join(folder, path));
  await forEach(tilesOf(size), async (tile: Tile) => {
    if (isAbsent(tilePath(tile))) keep(tilePath(tile), beginning(await address.tile(tile), tile.width));
  });
  await forEach(bundlesOf(size), async (bundle: Bundle) => {
    if (isAbsent(entriesPath(bundle)))
      keep(entriesPath(bundle), firstEntries(await address.bundle(bundle), bundle.width));
    const told = await address.read(disclosuresPath(bundle.index));
    keep(disclosuresPath(bundle.index), told && (toldUpTo(size, told) ?? told));
  });
  return paths;
}

// A full file serves for a partial one; under the name of the partial one stands its beginning only.

const beginning = (bytes: Uint8Array | undefined, width: number): Uint8Array | undefined =>
  bytes?.subarray(0, width * hashBytes);

function firstEntries(bytes: Uint8Array | undefined, width: number): Uint8Array | undefined {
  const entries = bytes && attempt(() => parseBundle(bytes));
  return entries && entries.length > width ? encodeBundle(entries.slice(0, width)) : bytes;
}

/** Makes the copy one of this checkpoint. At every moment the sums are right for what stands there. */
function publish(folder: string, note: string, policy: string): void {
  const [before, sums] = [join(folder, sumsFile), sumsOf(note, policy)];
  replaceFile(before, `${existsSync(before) ? textOf(before) : ''}${sums}`);
  replaceFile(join(folder, policyFile), policy);
  replaceFile(join(folder, checkpointFile), note);
  replaceFile(before, sums);
}

async function convicted(
  address: LogAddress,
  { log }: LogCheck,
  remembered: NotedCheckpoint | undefined,
  checkpoint: NotedCheckpoint | undefined,
  beside: string,
): Promise<string | undefined> {
  if (log.problem?.kind !== 'remembered' || remembered === undefined || checkpoint === undefined) return undefined;
  const [older, newer] = remembered.size <= checkpoint.size ? [remembered, checkpoint] : [checkpoint, remembered];
  const { proof } = await between(address.tile, older, newer);
  return writeEvidence(beside, older, newer, proof);
}
