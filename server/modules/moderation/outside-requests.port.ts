import { Injectable } from '@nestjs/common';
import type { OneSide } from '../../../shared/moderation/fairness/sided.js';
import type { Requester } from '../../../shared/moderation/transparency/transparency.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { dayOf } from '../../platform/clock/day.js';
import type { Tx } from '../../platform/database/tx.js';
import { OutsideRequestRepository } from './fairness/outside-request.repository.js';

/** Counts what governments and parties to the conflict ask to have restricted. Only whoever runs the server hears of these. */
@Injectable()
export class OutsideRequests {
  constructor(
    private readonly requests: OutsideRequestRepository,
    private readonly clock: Clock,
  ) {}

  /** One request more, today; what was asked for is not kept. */
  async count(tx: Tx, dyadId: string, requester: Requester, side: OneSide): Promise<void> {
    await this.requests.add(tx, dyadId, { requester, side, on: dayOf(this.clock.now()) });
  }
}
