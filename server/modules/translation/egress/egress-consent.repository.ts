import { Injectable } from '@nestjs/common';
import type { EgressView, OutsideEngine } from '../../../../shared/translation/egress.schema.js';
import type { Tx } from '../../../platform/database/tx.js';

type Change = EgressView['changes'][number];

/** A consent, or its withdrawal, as it is stored. */
export interface ConsentRow extends OutsideEngine, Pick<Change, 'type' | 'side' | 'reason'> {
  readonly at: Date;
}

export interface NewConsent extends ConsentRow {
  readonly act: string | null;
  readonly withdrawnBy: string | null;
}

const columns = `engine, recipient, country, type, side, reason, at`;

@Injectable()
export class EgressConsentRepository {
  /** Has others who would change the consents of the dyad wait until the transaction is over. */
  async lock(tx: Tx, dyadId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 7062019))`, [dyadId]);
  }

  /** The consents that hold. */
  inForce(tx: Tx, dyadId: string): Promise<ConsentRow[]> {
    return tx.query<ConsentRow>(
      `select ${columns} from (
         select distinct on (engine) * from egress_consent where dyad_id = $1 order by engine, number desc) newest
       where type = 'given'`,
      [dyadId],
    );
  }

  /** What was given and withdrawn, the newest first. */
  changes(tx: Tx, dyadId: string, most: number): Promise<ConsentRow[]> {
    return tx.query<ConsentRow>(
      `select ${columns} from egress_consent where dyad_id = $1 order by number desc limit $2`,
      [dyadId, most],
    );
  }

  async add(tx: Tx, dyadId: string, one: NewConsent): Promise<void> {
    await tx.query(
      `insert into egress_consent
         (dyad_id, number, engine, recipient, country, type, act_id, withdrawn_by, side, reason, at)
       select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10
       from egress_consent where dyad_id = $1`,
      [
        dyadId,
        one.engine,
        one.recipient,
        one.country,
        one.type,
        one.act,
        one.withdrawnBy,
        one.side,
        one.reason,
        one.at,
      ],
    );
  }
}
