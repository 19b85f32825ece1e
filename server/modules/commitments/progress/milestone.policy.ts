import type { CommitmentStory, Subject } from '../../../../shared/commitments/commitment.lifecycle.js';
import { InvalidRequest } from '../../../../shared/contract/failure.js';

/** @throws InvalidRequest for a milestone that the commitment does not have; none is the whole */
export function requireMilestone({ promise }: CommitmentStory, milestone: Subject): void {
  if (milestone !== null && milestone > promise.milestones.length)
    throw new InvalidRequest([
      { field: 'body.milestone', rule: 'too_big', params: { maximum: promise.milestones.length } },
    ]);
}
