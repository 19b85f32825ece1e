import { ConfigurationError } from '../platform/config/config.js';
import { printConfiguration } from './config.command.js';
import { printDemoCode } from './demo-code.command.js';
import { createDyad, listDyads } from './dyad.command.js';

/** A command: its words, what it does in a line, and the work. */
interface Command {
  readonly words: string;
  readonly does: string;
  readonly run: (parameters: readonly string[]) => Promise<void>;
}

const commands: readonly Command[] = [
  { words: 'config markdown', does: 'print the reference of all settings', run: () => printConfiguration('markdown') },
  { words: 'config env', does: 'print an example of an .env file', run: () => printConfiguration('env') },
  { words: 'dyad list', does: 'list the dyads of this server', run: listDyads },
  {
    words: 'dyad create',
    does: 'found a dyad from a JSON FILE; prints an invitation for the first steward of each side',
    run: createDyad,
  },
  { words: 'demo-code', does: 'print a one-time code for demonstration moderators and stewards', run: printDemoCode },
];

const help = [
  'Usage: npm run entente -- <command>',
  '',
  ...commands.map(({ words, does }) => `  ${words.padEnd(18)} ${does}`),
  '',
  'It uses the same settings as the server: DATABASE_URL, or the database in DATA_DIR.',
  '',
].join('\n');

/** Runs one command. @returns the exit code: 0 done, 1 it could not be done, 2 there is no such command */
async function main(given: readonly string[]): Promise<number> {
  const command = commands.find(({ words }) => words.split(' ').every((word, at) => given[at] === word));
  if (!command) {
    const asked = given.length === 0 || given.includes('--help');
    (asked ? process.stdout : process.stderr).write(
      asked ? help : `There is no command "${given.join(' ')}".\n\n${help}`,
    );
    return asked ? 0 : 2;
  }
  try {
    await command.run(given.slice(command.words.split(' ').length));
    return 0;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
