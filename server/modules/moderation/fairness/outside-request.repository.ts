import { Injectable } from '@nestjs/common';
import type { OneSide } from '../../../../shared/moderation/fairness/sided.js';
import type { Requester } from '../../../../shared/moderation/transparency/transparency.rules.js';
import type { TransparencyReport } from '../../../../shared/moderation/transparency/transparency.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';

/** A request from outside that something be restricted. */
export interface OutsideRequest {
  readonly requester: Requester;
  /** The side that the government or the party belongs to. */
  readonly side: OneSide;
  readonly on: string;
}

/** How often somebody from outside asked that something be restricted; nothing else is kept of it here. */
@Injectable()
export class OutsideRequestRepository {
  async add(tx: Tx, dyadId: string, { requester, side, on }: OutsideRequest): Promise<void> {
    await tx.query(
      `insert into moderation_outside_request (id, dyad_id, requester, side, received_on) values ($1, $2, $3, $4, $5)`,
      [randomId(), dyadId, requester, side, on],
    );
  }

  /** How many there were from one day to another, both within. */
  async between(tx: Tx, dyadId: string, from: string, to: string): Promise<TransparencyReport['requests']> {
    const rows = await tx.query<{ requester: Requester; side: OneSide; count: number }>(
      `select requester, side, count(*)::int as count from moderation_outside_request
       where dyad_id = $1 and received_on between $2 and $3 group by requester, side`,
      [dyadId, from, to],
    );
    const count = (requester: Requester, side: OneSide): number =>
      rows.find((row) => row.requester === requester && row.side === side)?.count ?? 0;
    return {
      government: { a: count('government', 'a'), b: count('government', 'b') },
      party: { a: count('party', 'a'), b: count('party', 'b') },
    };
  }
}
