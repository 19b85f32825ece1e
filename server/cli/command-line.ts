import { ConfigurationError } from '../platform/config/config.js';
import { importCommitments } from './commitments.command.js';
import { printConfiguration } from './config.command.js';
import { printDemoCode } from './demo-code.command.js';
import { createDyad, listDyads } from './dyad.command.js';
import { checkGlossary, exportGlossary } from './glossary.command.js';
import { exportMemory, importMemory } from './memory.command.js';
import { rebuildModeration, verifyModeration } from './moderation.command.js';
import { countRequest, eraseStatement } from './moderation-public.command.js';
import { proveTranslation } from './translation.command.js';
import { verifyDecision } from './verify-decision.command.js';
import { verifyStatement } from './verify-statement.command.js';

/** A command: its words, what must follow them, what it does in a line, and the work. */
interface Command {
  readonly words: string;
  readonly parameter?: string;
  /** A switch that it takes besides. */
  readonly option?: string;
  readonly does: string;
  /** What it ends with; 0 where it does not say. */
  readonly run: (parameter: string, hasOption: boolean) => Promise<0 | 1 | void>;
}

const commands: readonly Command[] = [
  {
    words: 'config --markdown',
    does: 'print the reference of all settings',
    run: () => printConfiguration('markdown'),
  },
  { words: 'config --env', does: 'print an example of an .env file', run: () => printConfiguration('env') },
  { words: 'dyad list', does: 'list the dyads of this server', run: listDyads },
  {
    words: 'dyad create',
    parameter: 'FILE',
    does: 'found a dyad from a JSON file (- reads it from standard input); prints an invitation for the first steward of each side',
    run: createDyad,
  },
  {
    words: 'verify statement',
    parameter: 'FILE',
    option: '--json',
    does: 'check the JSON of a ratified statement (- reads it from standard input), without network or database',
    run: verifyStatement,
  },
  {
    words: 'verify decision',
    parameter: 'FILE',
    does: 'check what a member took away as the proof of a decision against the digest of its day on standard input',
    run: (file) => verifyDecision(file),
  },
  {
    words: 'moderation verify',
    does: 'check that no event of moderation was changed or left out, and that everything stands where its events lead',
    run: verifyModeration,
  },
  {
    words: 'moderation rebuild',
    does: 'make where moderated things stand anew from the events',
    run: rebuildModeration,
  },
  {
    words: 'moderation request',
    parameter: 'DYAD:WHO:SIDE',
    does: 'count a request that something be restricted, of a government or a party to the conflict (bg-mk:government:a)',
    run: countRequest,
  },
  {
    words: 'moderation erase',
    parameter: 'STATEMENT',
    does: 'destroy the words of a statement of reasons, and the salt of the commitment to it',
    run: eraseStatement,
  },
  {
    words: 'memory import --by-people',
    parameter: 'DYAD:FILE',
    option: '--trial',
    does: 'bring a TMX, XLIFF or CSV file into the memory of a dyad; readers get from it what is the same word for word',
    run: (given, isTrial) => importMemory(given, isTrial, true),
  },
  {
    words: 'memory import',
    parameter: 'DYAD:FILE',
    option: '--trial',
    does: 'the same, only for those who translate: nobody says that people translated it',
    run: (given, isTrial) => importMemory(given, isTrial, false),
  },
  {
    words: 'memory export',
    parameter: 'DYAD:FROM:TO:FILE',
    does: 'write the memory of a dyad from one language into another to a file that ends with .tmx, .xlf or .csv',
    run: exportMemory,
  },
  {
    words: 'glossary check',
    parameter: 'DYAD:FILE',
    does: 'say what a TBX or CSV file would do to the glossary of a dyad; stewards of both sides bring it in, on its page',
    run: checkGlossary,
  },
  {
    words: 'glossary export',
    parameter: 'DYAD:FILE',
    does: 'write the glossary of a dyad to a file that ends with .tbx or .csv',
    run: exportGlossary,
  },
  {
    words: 'translation prove',
    does: 'have each installed pair of Apertium translate a sentence, and say what the server will find',
    run: proveTranslation,
  },
  {
    words: 'import commitments',
    parameter: 'DYAD:MEMBER:FILE',
    option: '--dry-run',
    does: 'draft the commitments of a CSV file for a member who drafts; all of them or none, and both sides adopt them',
    run: importCommitments,
  },
  { words: 'demo-code', does: 'print a one-time code for demonstration moderators and stewards', run: printDemoCode },
];

const asWritten = ({ words, parameter, option }: Command): string =>
  [words, parameter, option && `[${option}]`].filter(Boolean).join(' ');
const widest = Math.max(...commands.map((command) => asWritten(command).length));

export const help = [
  'Usage: npm run entente -- COMMAND',
  '',
  ...commands.map((command) => `  ${asWritten(command).padEnd(widest)}  ${command.does}`),
  '',
  'It uses the settings of the server: DATABASE_URL, or the database in DATA_DIR; stop the server before it uses',
  'that one. The file of a dyad is explained in docs/how-to/found-a-dyad.md.',
  'Exit codes: 0 done, and what was checked holds; 1 it could not be done, or does not hold; 2 there is no such command.',
  '',
].join('\n');

/** Runs one command and prints what comes of it. @returns the exit code, as the help explains it */
export async function runCommandLine(given: readonly string[]): Promise<0 | 1 | 2> {
  if (given.length === 0 || given.some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(help);
    return 0;
  }
  const command = commands.find(({ words }) => words.split(' ').every((word, at) => given[at] === word));
  if (!command) return misunderstood(`There is no command "${given.join(' ')}".`);
  const after = given.slice(command.words.split(' ').length);
  const hasOption = command.option !== undefined && after.includes(command.option);
  const [parameter, ...more] = after.filter((word) => !hasOption || word !== command.option);
  if (command.parameter !== undefined && parameter === undefined)
    return misunderstood(`"${command.words}" needs a ${command.parameter}.`);
  const surplus = command.parameter === undefined ? parameter : more[0];
  if (surplus !== undefined) return misunderstood(`"${command.words}" does not take "${surplus}".`);
  try {
    return (await command.run(parameter ?? '', hasOption)) ?? 0;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function misunderstood(why: string): 2 {
  process.stderr.write(`${why}\n\n${help}`);
  return 2;
}
