import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ratifiedStatement, type RatifiedStatement } from '../../shared/statements/ratified.schema.js';
import {
  checkStatement,
  holds,
  type Difference,
  type StatementCheck,
} from '../../shared/statements/check-statement.rules.js';
import { groupedHash } from '../../shared/statements/export/file-words.js';
import { ConfigurationError } from '../platform/config/config.js';
import { readJson } from './read-json.js';

/**
 * Checks the file of a ratified statement, with no network and no database, and says in sentences what holds.
 * @returns 0 when all of it holds, else 1
 * @throws ConfigurationError for what is no such file
 */
export async function verifyStatement(file: string, asJson: boolean): Promise<0 | 1> {
  const statement = readStatement(file);
  const found = await checkStatement(statement, (text) => createHash('sha256').update(text).digest('hex'));
  const said = asJson
    ? JSON.stringify({ statement: statement.id, holds: holds(found), ...found })
    : sentences(statement, found).join('\n');
  process.stdout.write(`${said}\n`);
  return holds(found) ? 0 : 1;
}

const notAStatement = 'is no ratified statement';

function readStatement(path: string): RatifiedStatement {
  const { name, given } = readJson(path, notAStatement);
  const file = ratifiedStatement.safeParse(given);
  if (!file.success) throw new ConfigurationError(`${name} ${notAStatement}:\n${z.prettifyError(file.error)}`);
  return file.data;
}

function sentences({ title, hash }: RatifiedStatement, found: StatementCheck): string[] {
  return [
    Object.values(title).join(' · '),
    `SHA-256  ${groupedHash(found.hash)}`,
    found.hashHolds
      ? 'holds    The characters that were signed have the fingerprint that the file names.'
      : found.isErased
        ? 'unknown  A text of the title was erased, as the file says: the fingerprint can be compared, and not worked out. See whether the public record says so too.'
        : `DIFFERS  The file names another fingerprint than its characters have: ${groupedHash(hash)}`,
    found.textsHold
      ? 'holds    Title and clauses are these characters, letter by letter.'
      : `DIFFERS  Title and clauses are not what was signed: ${found.differences.map(inWords).join(', ') || 'the way they are written down'}.`,
    found.quorumHolds
      ? 'holds    Enough organisations of each side are named as having signed in time.'
      : 'DIFFERS  Of one side, fewer organisations are named than had to sign.',
    'This does not show that they signed this fingerprint: ask one of them, or compare it with somebody else.',
  ];
}

const inWords = (one: Difference): string => {
  if (typeof one !== 'string') return `clause ${one.clause}`;
  return one === 'clauses' ? 'the number of clauses' : `the ${one}`;
};
