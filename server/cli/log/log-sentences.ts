import type { CheckState } from '../../../shared/log/signed-checkpoint.js';
import type { LogProblem, LogReport } from '../../../shared/log/verify-log.js';
import type { LogCheck } from './copy.js';
import type { DisclosureProblem } from './disclosures.js';

/** What stands before a sentence about a check; nine columns, so that the sentences stand below each other. */
const marks: Readonly<Record<CheckState, string>> = { held: 'holds    ', broken: 'DIFFERS  ', not_known: 'open     ' };

export const marked = (state: CheckState, sentence: string): string => `${marks[state]}${sentence}`;

export const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

const problems: Readonly<Record<LogProblem['kind'], string>> = {
  checkpoint: 'The checkpoint cannot be read, or is not signed by the log',
  file_missing: 'A file of the log is not there',
  bundle: 'A bundle of entries is malformed, or has another number of entries than the size says',
  entry: 'An entry is not in its one form',
  revision: 'An entry does not follow the last one of its record',
  tile: 'A tile is not what follows from the entries',
  root: 'The entries have another root than the one that was signed',
  remembered: 'The log does not contain what was seen before: it was changed since, or is shorter than it was',
};

const faults: Readonly<Record<DisclosureProblem['fault'], string>> = {
  file: 'The texts beside a bundle are not there, or not in their form',
  mismatch: 'A text is not the one that was recorded',
  missing: 'A text that everybody may read is not there, and no entry says that it was erased',
  erased_unrecorded: 'A text is said to be erased, and no entry says so',
};

const where = ({ index, path }: { readonly index?: number; readonly path?: string }): string =>
  [index === undefined ? '' : ` (entry ${index})`, path === undefined ? '' : ` (${path})`].join('');

export const problemSentence = (problem: LogProblem): string => `${problems[problem.kind]}${where(problem)}.`;

/** A whole log in sentences. */
export function logSentences({ log, disclosures }: LogCheck): string[] {
  const { checkpoint } = log.signed;
  const head = checkpoint ? [`${checkpoint.origin}, ${checkpoint.size} entries`] : [];
  if (log.problem) return [...head, marked('broken', problemSentence(log.problem))];
  return [
    ...head,
    marked('held', 'The log has signed the checkpoint.'),
    marked('held', 'Every entry is in its one form and follows the last one of its record.'),
    marked('held', 'The tiles and the signed root are what follows from the entries.'),
    witnessSentence(log),
    ...disclosureSentences(disclosures),
  ];
}

function witnessSentence({ signed: { witnesses, cosigned } }: LogReport): string {
  const names = cosigned.map(({ name, time }) => `${name} on ${new Date(time * 1000).toISOString().slice(0, 10)}`);
  const who = names.length === 0 ? 'nobody yet' : names.join(', ');
  const says: Readonly<Record<CheckState, string>> = {
    held: `Enough witnesses have signed: ${who}.`,
    not_known: `Not enough witnesses have signed this checkpoint: ${who}.`,
    broken: 'A line of a witness is not a signature of this checkpoint.',
  };
  return marked(witnesses, says[witnesses]);
}

function disclosureSentences(found: LogCheck['disclosures']): string[] {
  if (found === undefined) return [];
  if ('fault' in found) return [marked('broken', `${faults[found.fault]}${where(found)}.`)];
  const { matches, erased, withheld } = found;
  return [
    marked(
      'held',
      `The texts are those that were recorded: ${matches} match, ${erased} were erased, ${withheld} are not public.`,
    ),
  ];
}

/** A whole log for programs. */
export const logJson = ({ log, disclosures }: LogCheck) => ({
  origin: log.signed.checkpoint?.origin ?? null,
  size: log.signed.checkpoint?.size ?? null,
  entries: log.entries,
  problem: log.problem ?? null,
  witnesses: log.signed.witnesses,
  cosigned: log.signed.cosigned,
  disclosures: disclosures ?? null,
});
