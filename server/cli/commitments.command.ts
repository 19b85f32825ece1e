import { CommitmentImport, type CommitmentImportReport } from '../modules/commitments/commitment-import.port.js';
import { ConfigurationError } from '../platform/config/config.js';
import { Sentences } from '../platform/i18n/sentences.js';
import { inDyad } from './in-dyad.js';
import { readText } from './text-of-file.js';

/** As much as a file may have. */
const mostBytes = 4 * 1024 ** 2;

/**
 * Drafts the commitments of a file, and prints what came of it; nothing of a file in which something does not fit.
 * @param given `DYAD:MEMBER:FILE`
 * @param isTrial only says what would come of it
 * @returns 1 when something does not fit
 * @throws ConfigurationError saying why the file cannot be read
 */
export async function importCommitments(given: string, isTrial: boolean): Promise<0 | 1> {
  const [slug = '', name = '', ...rest] = given.split(':');
  const path = rest.join(':');
  if (path === '') throw new ConfigurationError(`"${given}" does not say whose drafts they are, and in which file.`);
  const text = readText(path, mostBytes);
  let holds = false;
  await inDyad(slug, async (app, { id }) => {
    const report = await app.get(CommitmentImport).bring(id, name, text, isTrial);
    holds = report.problems.length === 0;
    process.stdout.write(inWords(report, isTrial, app.get(Sentences)));
  });
  return holds ? 0 : 1;
}

function inWords({ commitments, problems }: CommitmentImportReport, isTrial: boolean, sentences: Sentences): string {
  const said = problems.flatMap(({ line, failure, fields }) =>
    fields.length === 0
      ? [`  line ${line}: ${sentences.failure('en', failure.code, failure.params)}`]
      : fields.map((field) => `  line ${line}: ${sentences.field('en', field)} (${field.field})`),
  );
  const drafted = isTrial ? 'would be drafted' : 'are drafted, and wait for both sides';
  const whole = problems.length === 0 ? `all ${drafted}` : `nothing is drafted, ${problems.length} do not fit`;
  return [`${commitments} commitments: ${whole}.`, ...said, ''].join('\n');
}
