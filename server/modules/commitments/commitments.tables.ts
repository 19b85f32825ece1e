import type { Schema } from '../../platform/database/data-source.js';
import { Commitment } from './commitment.entity.js';
import { CommitmentBoardFollow, CommitmentFollow } from './following/follow.entity.js';
import { Commitments1765300000000 } from './migrations/1765300000000-commitments.js';
import { Following1765420000000 } from './migrations/1765420000000-following.js';
import { EmptiedCommitments1765440000001 } from './migrations/1765440000001-emptied-commitments.js';
import { CommitmentEvaluator, CommitmentEvent } from './story/commitment-event.entity.js';

export const commitmentsTables: Schema = {
  entities: [Commitment, CommitmentEvent, CommitmentEvaluator, CommitmentBoardFollow, CommitmentFollow],
  migrations: [Commitments1765300000000, Following1765420000000, EmptiedCommitments1765440000001],
};
