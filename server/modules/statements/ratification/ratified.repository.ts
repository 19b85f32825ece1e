import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { RoundRow } from './ratification.repository.js';

/** A ratified statement as it was signed, with the address of its dyad. */
export type RatifiedRow = RoundRow & { readonly dyad: string };

const columns = `r.id, r.dyad_id as "dyadId", r.statement_id as "statementId", encode(r.hash, 'hex') as hash, r.canonical,
  r.days, r.proposed_by as "proposedBy", r.proposed_by_side as "proposedBySide", r.proposed_at as "proposedAt", r.quorum,
  r.frozen_at as "frozenAt", r.ends_at as "endsAt", r.ended_at as "endedAt", r.outcome,
  d.slug as dyad`;

@Injectable()
export class RatifiedRepository {
  find(tx: Tx, slug: string, statementId: string): Promise<RatifiedRow | undefined> {
    return tx.one<RatifiedRow>(
      `select ${columns} from ratification r join dyad d on d.id = r.dyad_id
       where r.statement_id = $2 and r.outcome = 'ratified' and d.slug = $1`,
      [slug, statementId],
    );
  }

  /** The ratified statements of a dyad, newest first. */
  list(
    tx: Tx,
    dyadId: string,
  ): Promise<{ id: string; title: Record<string, string>; ratifiedAt: Date; hash: string }[]> {
    return tx.query(
      `select s.id, s.title, r.ended_at as "ratifiedAt", encode(r.hash, 'hex') as hash
       from ratification r join statement s on s.id = r.statement_id
       where r.dyad_id = $1 and r.outcome = 'ratified' order by r.ended_at desc, r.id`,
      [dyadId],
    );
  }
}
