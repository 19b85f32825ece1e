import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { conflictIn } from './conflict-of-interest.js';
import type { KeptKey } from './proposal.js';

/** Keys that were given; they are never changed or taken away. */
@Injectable()
export class KeyRepository {
  /** @throws Failure `moderation.conflict_of_interest` where the database refuses: nothing else can be done then */
  async add(tx: Tx, dyadId: string, key: KeptKey): Promise<void> {
    const hash = Buffer.from(key.actionHash, 'hex');
    try {
      await tx.query(
        `insert into moderation_key (id, dyad_id, proposal_id, member_id, side, proxy_for, action_hash, verdict, note, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [key.id, dyadId, key.proposal, key.memberId, key.side, key.proxyFor, hash, key.verdict, key.note, key.at],
      );
    } catch (error) {
      throw conflictIn(error);
    }
  }

  /** The keys of proposals, in the order they were given. */
  of(tx: Tx, proposals: readonly string[]): Promise<KeptKey[]> {
    return tx.query<KeptKey>(
      `select id, proposal_id as proposal, member_id as "memberId", side, proxy_for as "proxyFor",
         encode(action_hash, 'hex') as "actionHash", verdict, note, at
       from moderation_key where proposal_id = any($1::uuid[]) order by at, id`,
      [proposals],
    );
  }
}
