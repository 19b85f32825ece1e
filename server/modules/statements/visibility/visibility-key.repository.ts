import { Injectable } from '@nestjs/common';
import type { StatementVisibility } from '../../../../shared/statements/statement.rules.js';
import type { GivenVisibilityKey } from '../../../../shared/statements/visibility.rules.js';
import type { Tx } from '../../../platform/database/tx.js';

export interface NewVisibilityKey extends GivenVisibilityKey {
  readonly id: string;
  readonly memberId: string;
  readonly at: Date;
}

@Injectable()
export class VisibilityKeyRepository {
  /** All keys of a statement in the order in which they were given. */
  of(tx: Tx, statementId: string): Promise<GivenVisibilityKey[]> {
    return tx.query<GivenVisibilityKey>(
      `select side, visibility, applied from statement_visibility_key where statement_id = $1 order by at, id`,
      [statementId],
    );
  }

  async add(tx: Tx, dyadId: string, statementId: string, key: NewVisibilityKey): Promise<void> {
    await tx.query(
      `insert into statement_visibility_key (id, dyad_id, statement_id, side, visibility, applied, member_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [key.id, dyadId, statementId, key.side, key.visibility, key.applied, key.memberId, key.at],
    );
  }

  /** From now on others may read it. */
  async apply(tx: Tx, statementId: string, visibility: StatementVisibility): Promise<void> {
    await tx.query(`update statement set visibility = $2 where id = $1`, [statementId, visibility]);
  }
}
