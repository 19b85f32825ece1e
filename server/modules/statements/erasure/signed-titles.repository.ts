import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** Exact characters that were signed, or kept as a version. */
export interface SignedText {
  readonly id: string;
  readonly canonical: string;
}

/** Titles of statements wherever they are kept. The database lets them become empty, and nothing else change. */
@Injectable()
export class SignedTitles {
  /** The title as it stands, kept from changing until the transaction ends. */
  async title(tx: Tx, dyadId: string, statement: string): Promise<Readonly<Record<string, string>> | undefined> {
    const row = await tx.one<{ title: Readonly<Record<string, string>> }>(
      `select title from statement where dyad_id = $1 and id = $2 for update`,
      [dyadId, statement],
    );
    return row?.title;
  }

  async leaveTitle(tx: Tx, statement: string, title: Readonly<Record<string, string>>): Promise<void> {
    await tx.query(`update statement set title = $2 where id = $1`, [statement, JSON.stringify(title)]);
  }

  /** What was proposed to be signed, from the first time on. */
  rounds(tx: Tx, statement: string): Promise<SignedText[]> {
    return tx.query<SignedText>(`select id, canonical from ratification where statement_id = $1 order by id`, [
      statement,
    ]);
  }

  async leaveRound(tx: Tx, { id, canonical }: SignedText): Promise<void> {
    await tx.query(`update ratification set canonical = $2 where id = $1`, [id, canonical]);
  }

  versions(tx: Tx, statement: string): Promise<SignedText[]> {
    return tx.query<SignedText>(`select id, canonical from statement_version where statement_id = $1 order by id`, [
      statement,
    ]);
  }

  async leaveVersion(tx: Tx, { id, canonical }: SignedText): Promise<void> {
    await tx.query(`update statement_version set canonical = $2 where id = $1`, [id, canonical]);
  }
}
