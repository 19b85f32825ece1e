import { join } from 'node:path';
import { fromBase64url, fromHex, fromUtf8 } from '../../../shared/log/encoding.js';
import { attempt } from '../../../shared/log/error.js';
import { hashBytes, type Hash } from '../../../shared/log/hash.js';
import type { Policy } from '../../../shared/log/policy.js';
import type { CheckState } from '../../../shared/log/signed-checkpoint.js';
import { verifyLog } from '../../../shared/log/verify-log.js';
import {
  verifyReceipt,
  type CheckName,
  type ReceiptKnowledge,
  type ReceiptReport,
} from '../../../shared/log/verify-receipt.js';
import { publicPaths } from '../../../shared/record/public-parts.rules.js';
import { logCrypto } from '../../platform/crypto/log-crypto.js';
import { UncheckedError, type Given } from '../command.js';
import { between } from './between.js';
import { checkpointFile, filesIn } from './copy.js';
import { Disclosures } from './disclosures.js';
import { bytesOf, isFolder } from './given-files.js';
import { neededCheckpoint, neededPolicy, type NotedCheckpoint } from './knowledge.js';
import { marked, print } from './log-sentences.js';
import { tilePath } from '../../../shared/log/tile.js';

type Sentences = Readonly<Record<CheckState, string>>;

const sentences: Readonly<Record<CheckName, Sentences>> = {
  leaf: {
    held: 'The receipt holds an entry of the record, in its one form.',
    broken: 'The entry is not in its one form, or is not the one that was asked for.',
    not_known: '',
  },
  inclusion: {
    held: 'The entry is in the log of the checkpoint, at this place.',
    broken: 'The entry is not in the log of the checkpoint.',
    not_known: '',
  },
  log_signature: {
    held: 'The log has signed the checkpoint.',
    broken: 'The checkpoint is not signed by the log.',
    not_known: '',
  },
  witnesses: {
    held: 'Enough witnesses have signed it.',
    broken: 'A line of a witness is not a signature of this checkpoint.',
    not_known: 'It is recorded, and not witnessed: too few witnesses have signed, or the keys that you gave name none.',
  },
  consistency: {
    held: 'It fits what you have seen of the log before.',
    broken: 'It does not fit what you have seen of the log before: the log has shown two histories.',
    not_known: 'Nothing was given that it could be compared with (--remembered: a checkpoint of this size, or a copy).',
  },
  disclosures: {
    held: 'The texts are those that were recorded.',
    broken:
      'A text is not the one that was recorded, or is missing; where it was erased, a copy of the log (--remembered) says so.',
    not_known: 'The entry commits to texts, and the receipt shows none of them.',
  },
};

/**
 * Checks a receipt, without network, and says in six sentences what holds.
 * @returns 0 when nothing is broken and the witnesses that the policy asks for have signed, else 1
 * @throws UncheckedError where it cannot be read, or nobody says whose log it is of
 */
export async function verifyReceiptFile(given: Given): Promise<0 | 1> {
  const policy = neededPolicy(given, '--log');
  const bytes = bytesOf(given.parameter);
  const leaf = given.value('--leaf');
  const known: ReceiptKnowledge = { policy, publicPaths, ...(leaf !== undefined && { leaf: leafOf(leaf) }) };
  const text = attempt(() => fromUtf8(bytes));
  const alone = text === undefined ? undefined : attempt(() => verifyReceipt(logCrypto, text, known));
  if (text === undefined || alone === undefined) {
    print(given.has('--json') ? ['{"holds":false,"checks":[]}'] : [marked('broken', 'The file is no receipt.')]);
    return 1;
  }
  const remembered = await seenBefore(given, policy, alone);
  const erased = erasedByCopy(given, policy, alone.index);
  const report = verifyReceipt(logCrypto, text, {
    ...known,
    ...(remembered && { remembered }),
    ...(erased && { erased }),
  });
  const isSound = isReliable(report, policy);
  if (given.has('--json'))
    print([JSON.stringify({ holds: isSound, ...report, checkpoint: undefined, ...sizeOf(report) })]);
  else print(inSentences(report));
  return isSound ? 0 : 1;
}

/** A policy says whose signatures one relies on: where it asks for witnesses, a receipt without them is not yet enough. */
const isReliable = ({ checks }: ReceiptReport, { quorum }: Policy): boolean =>
  checks.every(
    ({ name, state }) => state === 'held' || (state === 'not_known' && (name !== 'witnesses' || quorum === undefined)),
  );

function inSentences({ index, entry, checkpoint, checks, cosigned, disclosures }: ReceiptReport): string[] {
  return [
    `Entry ${index} of ${checkpoint?.origin ?? 'an unknown log'}, ${checkpoint?.size ?? 'unknown'} entries`,
    ...(entry ? [`${entry.t}, ${entry.day}, ${JSON.stringify(entry.d)}`] : []),
    ...disclosures.flatMap((one) => (one.state === 'matches' ? [`${one.path}: ${JSON.stringify(one.value)}`] : [])),
    ...erasedOf(disclosures),
    ...cosigned.map(({ name, time }) => `${name} signed at ${new Date(time * 1000).toISOString()}`),
    ...checks.map(({ name, state }) => marked(state, sentences[name][state])),
  ];
}

function erasedOf(disclosures: ReceiptReport['disclosures']): string[] {
  const count = disclosures.filter(({ state }) => state === 'erased').length;
  return count > 0 ? [`${count} texts of it were erased: the copy of the log says so.`] : [];
}

const sizeOf = ({ checkpoint }: ReceiptReport) => ({
  origin: checkpoint?.origin ?? null,
  size: checkpoint?.size ?? null,
});

/** The hash as a printed code has it, or in hexadecimal. @throws UncheckedError */
function leafOf(text: string): Hash {
  const hash = attempt(() => fromBase64url(text));
  const bytes = hash?.length === hashBytes ? hash : attempt(() => fromHex(text));
  if (bytes?.length !== hashBytes) throw new UncheckedError(`${text} is no hash.`);
  return bytes;
}

/** The digests of the entry that the log of a copy names as erased; nothing where no sound copy was given. */
function erasedByCopy(given: Given, policy: Policy, index: number): ReadonlySet<string> | undefined {
  const folder = given.value('--remembered');
  if (folder === undefined || !isFolder(folder)) return undefined;
  const heard = new Disclosures();
  const { problem } = verifyLog(logCrypto, {
    checkpoint: neededCheckpoint(policy, join(folder, checkpointFile)).note,
    policy,
    files: filesIn(folder),
    onEntry: (entry, at) => heard.take(entry, at),
  });
  return problem ? undefined : heard.erasedOf(index);
}

/** What was seen before, with the proof between it and the receipt: a copy can make it, a checkpoint is one of one size. */
async function seenBefore(given: Given, policy: Policy, { checkpoint }: ReceiptReport) {
  const path = given.value('--remembered');
  if (path === undefined || checkpoint === undefined) return undefined;
  const seen = neededCheckpoint(policy, isFolder(path) ? join(path, checkpointFile) : path);
  if (seen.origin !== checkpoint.origin) throw new UncheckedError(`${path} is of another log: ${seen.origin}.`);
  return isFolder(path)
    ? provenBy(path, seen, checkpoint)
    : seen.size === checkpoint.size
      ? { ...seen, proof: [] }
      : undefined;
}

async function provenBy(folder: string, seen: NotedCheckpoint, receipt: Pick<NotedCheckpoint, 'size' | 'root'>) {
  if (seen.size < receipt.size) return undefined;
  const files = filesIn(folder);
  const tileAt = async (tile: Parameters<typeof tilePath>[0]) =>
    files(tilePath(tile)) ?? files(tilePath({ level: tile.level, index: tile.index }));
  const { state, proof } = await between(tileAt, receipt, seen);
  return state === 'not_known' ? undefined : { ...seen, proof };
}
