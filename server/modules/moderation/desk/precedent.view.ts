import type { DeskPrecedents } from '../../../../shared/moderation/desk.schema.js';
import { outcomeOfDecision } from '../../../../shared/moderation/report.rules.js';
import type { PastDecision } from './precedent.repository.js';

/** A past decision beside one of now; nothing for one that decided nothing about words or persons. */
export function precedentView(decision: PastDecision, likeness: number): DeskPrecedents['precedents'] {
  const { itemId, reason, measure, sanction, isNoBreach, decidedAt } = decision;
  const outcome = isNoBreach ? 'no_breach' : outcomeOfDecision(measure);
  if (outcome === undefined) return [];
  const decidedOn = decidedAt.toISOString().slice(0, 10);
  return [{ item: itemId, reason, outcome, measure, sanction, decidedOn, likeness }];
}
