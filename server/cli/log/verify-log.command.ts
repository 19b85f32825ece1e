import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromUtf8 } from '../../../shared/log/encoding.js';
import { attempt } from '../../../shared/log/error.js';
import { UncheckedError, type Given } from '../command.js';
import {
  changedState,
  changedSum,
  checkLog,
  checkpointFile,
  filesIn,
  isSound,
  policyFile,
  type LogCheck,
} from './copy.js';
import { replaceFile } from './durable-file.js';
import { isFolder, textOf } from './given-files.js';
import { givenPolicy, keptCheckpoint, neededCheckpoint, policyOf } from './knowledge.js';
import { logJson, logSentences, marked, print } from './log-sentences.js';
import { LogAddress } from './log-address.js';
import { copyLog } from './mirror.js';

const trusted =
  'The keys are those that the log itself names: compare its policy with somebody else, or give --policy.';

/**
 * Checks a copy of a log in a folder, without network, and says in sentences what holds.
 * @returns 0 when all of it holds, else 1
 * @throws UncheckedError where it cannot be read
 */
export async function verifyExport(given: Given): Promise<0 | 1> {
  const folder = given.parameter;
  const files = filesIn(folder);
  const bytes = files(checkpointFile);
  if (!isFolder(folder) || bytes === undefined) throw new UncheckedError(`${folder} is no copy of a log.`);
  const sum = changedSum(files);
  if (sum !== undefined) return changed(given, sum);
  const known = givenPolicy(given, '--log');
  const policy = known ?? policyOf(join(folder, policyFile), textOf(join(folder, policyFile)));
  const kept = given.value('--remembered');
  const remembered = kept === undefined ? undefined : neededCheckpoint(policy, kept);
  const note = attempt(() => fromUtf8(bytes)) ?? '';
  const check = checkLog({ note, policy, files, remembered });
  const state = isSound(check) ? changedState(folder, check.log.entries) : undefined;
  if (state !== undefined) return changed(given, state);
  say(given, check, known ? [] : [trusted]);
  return isSound(check) ? 0 : 1;
}

function changed(given: Given, path: string): 1 {
  const json = JSON.stringify({ holds: false, changed: path });
  print([given.has('--json') ? json : marked('broken', `${path} is not as it was written.`)]);
  return 1;
}

/**
 * Checks a log at its address as it is now, and that it contains what it was the last time.
 * @returns 0 when all of it holds, else 1
 * @throws UncheckedError where it cannot be reached
 */
export async function verifyUrl(given: Given): Promise<0 | 1> {
  const address = new LogAddress(given.parameter);
  const known = givenPolicy(given, '--log');
  const policy = known ?? policyOf(`${address.base.href}${policyFile}`, await address.text(policyFile));
  const since = given.value('--since');
  const remembered = since === undefined ? undefined : keptCheckpoint(policy, since);
  const folder = mkdtempSync(join(tmpdir(), 'entente-verify-'));
  try {
    const evidence = since ?? 'log';
    const { check, checkpoint, ...copied } = await copyLog(address, folder, { policy, remembered, evidence });
    const more =
      copied.evidence === undefined ? [] : [`Both checkpoints are in ${copied.evidence}: show them to others.`];
    say(given, check, known ? more : [...more, trusted], { evidence: copied.evidence ?? null });
    if (!isSound(check)) return 1;
    if (since !== undefined && checkpoint) replaceFile(since, checkpoint.note);
    return 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function say(given: Given, check: LogCheck, more: readonly string[], fields: object = {}): void {
  if (given.has('--json')) print([JSON.stringify({ holds: isSound(check), ...logJson(check), ...fields })]);
  else print([...logSentences(check), ...more]);
}
