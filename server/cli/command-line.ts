import { ConfigurationError } from '../platform/config/config.js';
import { asWritten, givenTo, UncheckedError, type Command } from './command.js';
import { logCommands } from './log/log-commands.js';

/** Each loads what it needs when it is run: to check a file, no server has to be there. */
const commands: readonly Command[] = [
  {
    words: 'config --markdown',
    does: 'print the reference of all settings',
    run: async () => (await import('./config.command.js')).printConfiguration('markdown'),
  },
  {
    words: 'config --env',
    does: 'print an example of an .env file',
    run: async () => (await import('./config.command.js')).printConfiguration('env'),
  },
  {
    words: 'dyad list',
    does: 'list the dyads of this server',
    run: async () => (await import('./dyad.command.js')).listDyads(),
  },
  {
    words: 'dyad create',
    parameter: 'FILE',
    does: 'found a dyad from a JSON file (- reads it from standard input); prints an invitation for the first steward of each side',
    run: async ({ parameter }) => (await import('./dyad.command.js')).createDyad(parameter),
  },
  {
    words: 'verify statement',
    parameter: 'FILE',
    options: ['[--json]'],
    does: 'check the JSON of a ratified statement (- reads it from standard input), without network or database',
    run: async (given) =>
      (await import('./verify-statement.command.js')).verifyStatement(given.parameter, given.has('--json')),
  },
  {
    words: 'verify decision',
    parameter: 'FILE',
    does: 'check what a member took away as the proof of a decision against the digest of its day on standard input',
    run: async ({ parameter }) => (await import('./verify-decision.command.js')).verifyDecision(parameter),
  },
  ...logCommands,
  {
    words: 'record erase',
    parameter: 'DYAD:ENTRY',
    options: ['--ground GROUND', '[--path PATH...]'],
    does: 'destroy the texts of an entry of the public record wherever they stand, all of them or those at the paths, as a court or a person asks (art17, court, safety)',
    run: async (given) => (await import('./record.command.js')).eraseFromRecord(given),
  },
  {
    words: 'record rotate-key',
    parameter: 'DYAD',
    does: 'give the log of a dyad a new key; the old one signs beside it for 90 days, so that readers and witnesses can follow',
    run: async (given) => (await import('./record.command.js')).rotateKey(given),
  },
  {
    words: 'record revoke-key',
    parameter: 'DYAD',
    options: ['--key VKEY', '--reason REASON'],
    does: 'have a key of the log of a dyad sign no more at once, since others may have it, or nobody (compromised, lost)',
    run: async (given) => (await import('./record.command.js')).revokeKey(given),
  },
  {
    words: 'moderation verify',
    does: 'check that no event of moderation was changed or left out, and that everything stands where its events lead',
    run: async () => (await import('./moderation.command.js')).verifyModeration(),
  },
  {
    words: 'moderation rebuild',
    does: 'make where moderated things stand anew from the events',
    run: async () => (await import('./moderation.command.js')).rebuildModeration(),
  },
  {
    words: 'moderation request',
    parameter: 'DYAD:WHO:SIDE',
    does: 'count a request that something be restricted, of a government or a party to the conflict (bg-mk:government:a)',
    run: async ({ parameter }) => (await import('./moderation-public.command.js')).countRequest(parameter),
  },
  {
    words: 'moderation erase',
    parameter: 'STATEMENT',
    does: 'destroy the words of a statement of reasons, and the salt of the commitment to it',
    run: async ({ parameter }) => (await import('./moderation-public.command.js')).eraseStatement(parameter),
  },
  {
    words: 'memory import --by-people',
    parameter: 'DYAD:FILE',
    options: ['[--trial]'],
    does: 'bring a TMX, XLIFF or CSV file into the memory of a dyad; readers get from it what is the same word for word',
    run: async (given) =>
      (await import('./memory.command.js')).importMemory(given.parameter, given.has('--trial'), true),
  },
  {
    words: 'memory import',
    parameter: 'DYAD:FILE',
    options: ['[--trial]'],
    does: 'the same, only for those who translate: nobody says that people translated it',
    run: async (given) =>
      (await import('./memory.command.js')).importMemory(given.parameter, given.has('--trial'), false),
  },
  {
    words: 'memory export',
    parameter: 'DYAD:FROM:TO:FILE',
    does: 'write the memory of a dyad from one language into another to a file that ends with .tmx, .xlf or .csv',
    run: async ({ parameter }) => (await import('./memory.command.js')).exportMemory(parameter),
  },
  {
    words: 'glossary check',
    parameter: 'DYAD:FILE',
    does: 'say what a TBX or CSV file would do to the glossary of a dyad; stewards of both sides bring it in, on its page',
    run: async ({ parameter }) => (await import('./glossary.command.js')).checkGlossary(parameter),
  },
  {
    words: 'glossary export',
    parameter: 'DYAD:FILE',
    does: 'write the glossary of a dyad to a file that ends with .tbx or .csv',
    run: async ({ parameter }) => (await import('./glossary.command.js')).exportGlossary(parameter),
  },
  {
    words: 'translation prove',
    does: 'have each installed pair of Apertium translate a sentence, and say what the server will find',
    run: async () => (await import('./translation.command.js')).proveTranslation(),
  },
  {
    words: 'demo-code',
    does: 'print a one-time code for demonstration moderators and stewards',
    run: async () => (await import('./demo-code.command.js')).printDemoCode(),
  },
  {
    words: 'import commitments',
    parameter: 'DYAD:MEMBER:FILE',
    options: ['[--dry-run]'],
    does: 'draft the commitments of a CSV file for a member who drafts; all of them or none, and both sides adopt them',
    run: async (given) =>
      (await import('./commitments.command.js')).importCommitments(given.parameter, given.has('--dry-run')),
  },
];

const widest = Math.max(...commands.map((command) => asWritten(command).length));

export const help = [
  'Usage: npm run entente -- COMMAND',
  '',
  ...commands.map((command) => `  ${asWritten(command).padEnd(widest)}  ${command.does}`),
  '',
  'verify and witness use files and addresses only. The others use the settings of the server: DATABASE_URL, or the',
  'database in DATA_DIR; stop the server before they use that one. The file of a dyad is explained in',
  'docs/how-to/found-a-dyad.md, what the public record is checked for in docs/how-to/verify-the-record.md.',
  'Exit codes: 0 done, and what was checked holds; 1 it could not be done, or does not hold; 2 there is no such command,',
  'or what was to be checked could not be read or reached.',
  '',
].join('\n');

/** Runs one command and prints what comes of it. @returns the exit code, as the help explains it */
export async function runCommandLine(words: readonly string[]): Promise<0 | 1 | 2> {
  if (words.length === 0 || words.some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(help);
    return 0;
  }
  const command = commands.find((one) => one.words.split(' ').every((word, at) => words[at] === word));
  if (!command) return misunderstood(`There is no command "${words.join(' ')}".`);
  const given = givenTo(command, words.slice(command.words.split(' ').length));
  if (typeof given === 'string') return misunderstood(given);
  try {
    return (await command.run(given)) ?? 0;
  } catch (error) {
    if (!(error instanceof ConfigurationError || error instanceof UncheckedError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error instanceof UncheckedError ? 2 : 1;
  }
}

function misunderstood(why: string): 2 {
  process.stderr.write(`${why}\n\n${help}`);
  return 2;
}
