import type { Schema } from '../../platform/database/data-source.js';
import { Commitment } from './commitment.entity.js';
import { Commitments1764995000000 } from './migrations/1764995000000-commitments.js';
import { CommitmentEvaluator, CommitmentEvent } from './story/commitment-event.entity.js';

export const commitmentsTables: Schema = {
  entities: [Commitment, CommitmentEvent, CommitmentEvaluator],
  migrations: [Commitments1764995000000],
};
