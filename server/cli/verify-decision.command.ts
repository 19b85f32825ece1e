import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sortedJson } from '../../shared/contract/sorted-json.js';
import { openCommitment, proves } from '../../shared/moderation/digest/commitment.js';
import { moderationDigest } from '../../shared/moderation/digest/digest.schema.js';
import { disclosure } from '../../shared/moderation/digest/disclosure.schema.js';
import { ConfigurationError } from '../platform/config/config.js';
import { readJson } from './read-json.js';

/**
 * Checks what a member took away as the proof of a decision against the digest of its day; with no network and no database.
 * @param digestFile where the digest is: `-` for standard input
 * @returns 0 when the digest committed to exactly this decision, else 1
 * @throws ConfigurationError for what are no such files
 */
export async function verifyDecision(file: string, digestFile = '-'): Promise<0 | 1> {
  const given = readAs(disclosure, file, 'is no proof of a decision');
  const digest = readAs(moderationDigest, digestFile, 'is no digest of a day');
  const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const found = await openCommitment(given, digest, sha256);
  const lines = [
    found.isListed
      ? `holds    The digest of ${digest.dyad} on ${digest.day} lists the decision.`
      : 'DIFFERS  The digest does not list this decision.',
    found.opens
      ? 'holds    Its commitment is to exactly this statement.'
      : 'DIFFERS  Its commitment is not to this statement.',
    found.agrees
      ? 'holds    Digest and statement say the same of the decision.'
      : 'DIFFERS  Digest and statement do not say the same of the decision.',
    `SHA-256 of the digest: ${sha256(sortedJson(digest))}`,
    'Compare it with the entry of that day in the public record, or with somebody who kept it.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return proves(found) ? 0 : 1;
}

function readAs<Shape extends z.ZodType>(shape: Shape, path: string, otherwise: string): z.output<Shape> {
  const { name, given } = readJson(path, otherwise);
  const file = shape.safeParse(given);
  if (!file.success) throw new ConfigurationError(`${name} ${otherwise}:\n${z.prettifyError(file.error)}`);
  return file.data;
}
