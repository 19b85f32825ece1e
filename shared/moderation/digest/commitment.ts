import { sides } from '../../access/actor.js';
import { sortedJson } from '../../contract/sorted-json.js';
import type { DigestDecision, ModerationDigest } from './digest.schema.js';
import type { Disclosure } from './disclosure.schema.js';

/** SHA-256 of bytes, in hexadecimal; browsers and servers work it out by their own means. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => string | Promise<string>;

/**
 * What a digest says of a statement without telling it: SHA-256 of the 32 bytes of the salt and the statement's canonical JSON
 * (RFC 8785) in UTF-8. Once the salt is destroyed the commitment tells nothing of anybody any more.
 */
export const commitmentOf = async ({ salt, statement }: Disclosure, sha256: Sha256): Promise<string> =>
  sha256(new Uint8Array([...bytesOf(salt), ...new TextEncoder().encode(sortedJson(statement))]));

/** What somebody finds who opens a commitment without believing whoever published it. */
export interface OpenedCommitment {
  /** Whether the digest of the statement's day and dialogue lists the decision. */
  readonly isListed: boolean;
  /** Whether its commitment is to exactly this statement. */
  readonly opens: boolean;
  /** Whether the digest says of the decision what the statement says. */
  readonly agrees: boolean;
}

export const proves = ({ isListed, opens, agrees }: OpenedCommitment): boolean => isListed && opens && agrees;

/** Opens the commitment of a digest to one statement, and compares all that both say. */
export async function openCommitment(
  given: Disclosure,
  digest: ModerationDigest,
  sha256: Sha256,
): Promise<OpenedCommitment> {
  const { statement } = given;
  const listed = digest.decisions.find(({ puid }) => puid === statement.puid);
  if (!listed || digest.dyad !== statement.dyad || digest.day !== statement.day)
    return { isListed: false, opens: false, agrees: false };
  return {
    isListed: true,
    opens: (await commitmentOf(given, sha256)) === listed.commitment,
    agrees: sortedJson(saidOf(statement)) === sortedJson(saidOf(listed)),
  };
}

/** What digest and statement both say of a decision. */
type Said = Omit<DigestDecision, 'commitment'>;

const saidOf = ({ puid, reason, measure, sanction, detectedAutomatically, decidedBy, keys, isProxy }: Said): Said => ({
  puid,
  reason,
  measure,
  sanction,
  detectedAutomatically,
  decidedBy,
  keys: sides.filter((side) => keys.includes(side)),
  isProxy,
});

const bytesOf = (hexadecimal: string): number[] =>
  (hexadecimal.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
