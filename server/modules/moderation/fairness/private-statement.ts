import type { DigestDecision } from '../../../../shared/moderation/digest/digest.schema.js';
import type { PrivateStatement } from '../../../../shared/moderation/digest/disclosure.schema.js';
import { statementFormat } from '../../../../shared/moderation/digest/digest.rules.js';
import { restrictingSanctions } from '../../../../shared/moderation/statement-of-reasons/decided-restriction.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { StoredStatement } from '../reasons/statement.js';
import type { Closed } from './case.js';

/** What the digest of its day says of a restriction. */
export function publicPartOf(
  statement: StoredStatement,
  { keys, isProxy }: Pick<Closed, 'keys' | 'isProxy'>,
): Omit<DigestDecision, 'commitment'> {
  const kind = restrictingSanctions.find((one) => one === statement.sanction?.kind);
  return {
    puid: statement.id,
    reason: statement.reason,
    measure: statement.measure,
    sanction: kind ? { kind, days: statement.sanction?.days ?? null } : null,
    detectedAutomatically: statement.detected,
    decidedBy: statement.decidedBy === 'machine' ? 'machine' : 'people',
    keys: [...keys],
    isProxy,
  };
}

/** The whole statement of reasons that a digest commits to. */
export const privateStatementOf = (
  statement: StoredStatement,
  said: Omit<DigestDecision, 'commitment'>,
  { dyad, contentHash }: { readonly dyad: string; readonly contentHash: string },
): PrivateStatement => ({
  ...said,
  format: statementFormat,
  dyad,
  day: dayOf(statement.at),
  reasonVersion: statement.reasonVersion,
  ground: { kind: 'charter', version: statement.policyVersion, article: statement.article },
  source: statement.source,
  facts: { ...statement.facts },
  contentHash,
  appealUntil: statement.appealableUntil && dayOf(statement.appealableUntil),
});
