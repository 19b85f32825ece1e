import { Failure } from '../../../../shared/contract/failure.js';
import { conflictRules } from '../../../../shared/moderation/proposal.rules.js';

const prefix = 'moderation_conflict_';

/** The name of the constraint that refused, if it was one. */
const constraintOf = (error: unknown): string => {
  if (!(error instanceof Error) || !('constraint' in error)) return '';
  return typeof error.constraint === 'string' ? error.constraint : '';
};

/**
 * What a refusal of the database says to the caller: it alone knows who stands too near to a case, and names the rule.
 * Any other error stays what it is.
 */
export function conflictIn(error: unknown): unknown {
  const constraint = constraintOf(error);
  const rule = conflictRules.find((one) => constraint === prefix + one);
  return rule ? new Failure('moderation.conflict_of_interest', { rule }) : error;
}
