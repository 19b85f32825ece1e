import { Injectable } from '@nestjs/common';
import type { VersionKind } from '../../../../shared/statements/version.rules.js';
import type { Tx } from '../../../platform/database/tx.js';

/** A version without its text. */
export interface VersionHead {
  readonly id: string;
  readonly dyadId: string;
  readonly statementId: string;
  /** 1, 2, 3 … of its statement, without gaps. */
  readonly number: number;
  /** The newest update of the document that is in it. */
  readonly seq: number;
  readonly kind: VersionKind;
  readonly name: string | null;
  readonly nameLanguage: string | null;
  /** The clauses in their order, each with the hash of its texts that keys are given to. */
  readonly clauses: readonly { readonly id: string; readonly hash: string }[];
  /** SHA-256 of the canonical text, in hexadecimal. */
  readonly hash: string;
  readonly memberId: string;
  readonly at: Date;
}

export interface VersionRow extends VersionHead {
  /** The exact characters of `canonicalStatementJson`. */
  readonly canonical: string;
}

const head = `id, dyad_id as "dyadId", statement_id as "statementId", number, seq::float8 as seq, kind, name,
  name_language as "nameLanguage", clauses, encode(hash, 'hex') as hash, member_id as "memberId", at`;

@Injectable()
export class VersionRepository {
  /** Adds a version with the next number of its statement; the caller has the statement locked. */
  async add(tx: Tx, row: Omit<VersionRow, 'number'>): Promise<VersionRow> {
    const added = await tx.one<{ number: number }>(
      `insert into statement_version
         (id, dyad_id, statement_id, number, seq, kind, name, name_language, clauses, canonical, hash, member_id, at)
       select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8, $9, decode($10, 'hex'), $11, $12
       from statement_version where statement_id = $3
       returning number`,
      [
        row.id,
        row.dyadId,
        row.statementId,
        row.seq,
        row.kind,
        row.name,
        row.nameLanguage,
        JSON.stringify(row.clauses),
        row.canonical,
        row.hash,
        row.memberId,
        row.at,
      ],
    );
    if (!added) throw new Error('A version was added without a number');
    return { ...row, number: added.number };
  }

  /** Versions of a statement below a number, newest first. */
  list(tx: Tx, statementId: string, below: number, most: number): Promise<VersionHead[]> {
    return tx.query<VersionHead>(
      `select ${head} from statement_version where statement_id = $1 and number < $2 order by number desc limit $3`,
      [statementId, below, most],
    );
  }

  find(tx: Tx, statementId: string, number: number): Promise<VersionRow | undefined> {
    return tx.one<VersionRow>(
      `select ${head}, canonical from statement_version where statement_id = $1 and number = $2`,
      [statementId, number],
    );
  }
}
