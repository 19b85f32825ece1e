// A copy of a log in a folder: the files of its address, and beside them the SHA-256 of the two that nothing else binds.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fromUtf8, sameBytes } from '../../../shared/log/encoding.js';
import { attempt } from '../../../shared/log/error.js';
import type { Policy } from '../../../shared/log/policy.js';
import {
  bundlesOf,
  entriesPath,
  parseEntriesPath,
  parseTilePath,
  tilePath,
  tilesOf,
} from '../../../shared/log/tile.js';
import { verifyLog, type LogFiles, type LogReport } from '../../../shared/log/verify-log.js';
import { logCrypto } from '../../platform/crypto/log-crypto.js';
import { Disclosures, type DisclosureReport } from './disclosures.js';
import { bytesIfThere } from './given-files.js';
import type { NotedCheckpoint } from './knowledge.js';

export const checkpointFile = 'checkpoint';
export const policyFile = 'policy';
/** In the form of `sha256sum`. */
export const sumsFile = 'copy.sha256';

/** The files of a folder. */
export const filesIn =
  (folder: string): LogFiles =>
  (path) =>
    bytesIfThere(join(folder, path));

export interface LogToCheck {
  readonly note: string;
  readonly policy: Policy;
  readonly files: LogFiles;
  readonly remembered?: NotedCheckpoint | undefined;
}

export interface LogCheck {
  readonly log: LogReport;
  /** What was found of the texts beside the log; nothing where the log itself is broken. */
  readonly disclosures?: DisclosureReport;
}

/** Checks every byte of a log, and what is told beside it. */
export function checkLog({ note, policy, files, remembered }: LogToCheck): LogCheck {
  const disclosures = new Disclosures();
  const log = verifyLog(logCrypto, {
    checkpoint: note,
    policy,
    files,
    ...(remembered && { remembered: [remembered] }),
    onEntry: (entry, index) => disclosures.take(entry, index),
  });
  return log.problem ? { log } : { log, disclosures: disclosures.report(files) };
}

/** Whether everything holds. */
export const isSound = ({ log, disclosures }: LogCheck): boolean =>
  log.problem === undefined && disclosures !== undefined && !('fault' in disclosures);

const sumOf = (path: string, bytes: Uint8Array): string =>
  `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`;

/** The sums of the files that no signature and no hash of the log binds: addresses in the policy, lines of strangers. */
export const sumsOf = (note: string, policy: string): string =>
  sumOf(checkpointFile, Buffer.from(note)) + sumOf(policyFile, Buffer.from(policy));

/**
 * The policy or the checkpoint, where it is not as it was written: addresses and lines of strangers in them are bound by
 * nothing else. While a copy moves on, two sums stand for one path, and either is right. A copy that was made otherwise has
 * none.
 */
export function changedSum(files: LogFiles): string | undefined {
  const bytes = files(sumsFile);
  if (bytes === undefined) return undefined;
  const lines = (attempt(() => fromUtf8(bytes)) ?? '').split('\n').map((line) => `${line}\n`);
  const known = [checkpointFile, policyFile];
  const isStrange = lines.slice(0, -1).some((line) => !known.some((path) => line.slice(64) === `  ${path}\n`));
  if (isStrange || lines.at(-1) !== '\n') return sumsFile;
  return known.find((path) => !lines.includes(sumOf(path, files(path) ?? new Uint8Array())));
}

/**
 * A state of a tile or bundle that a later one has replaced, where it is not as it was written: somebody may still ask for
 * it. Tiles and bundles only grow, so it is the beginning of the one that was checked.
 * @param size of the log, which was checked
 */
export function changedState(folder: string, size: number): string | undefined {
  const files = filesIn(folder);
  const checked = new Map<string, string>([
    ...[...tilesOf(size)].map((tile) => [`${tile.level}/${tile.index}`, tilePath(tile)] as const),
    ...[...bundlesOf(size)].map((bundle) => [`entries/${bundle.index}`, entriesPath(bundle)] as const),
  ]);
  return tilesIn(folder).find((path) => {
    const tile = attempt(() => parseTilePath(path));
    const place = tile ? `${tile.level}/${tile.index}` : `entries/${attempt(() => parseEntriesPath(path))?.index}`;
    const of = checked.get(place) ?? '';
    if (of === path) return false;
    const [one, other] = [files(path), files(of)];
    // A copy that was interrupted may have a state that is longer than its checkpoint.
    const length = Math.min(one?.length ?? 0, other?.length ?? 0);
    return one !== undefined && other !== undefined && !sameBytes(one.subarray(0, length), other.subarray(0, length));
  });
}

function tilesIn(folder: string): string[] {
  const names = existsSync(join(folder, 'tile')) ? readdirSync(join(folder, 'tile'), { recursive: true }) : [];
  return names
    .map((name) => posix.join('tile', String(name).split(sep).join('/')))
    .filter((path) => /\d{3}$|\.p\/\d+$/.test(path));
}
