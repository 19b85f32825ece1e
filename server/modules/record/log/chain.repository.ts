import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** How far the history of a subject is in the log. */
export interface Chain {
  readonly subject: string;
  /** The name of the subject in the log. */
  readonly sub: string;
  /** How many entries it has. */
  readonly rev: number;
  /** The leaf of the last of them. */
  readonly leaf: Uint8Array | null;
}

/** The histories of subjects. Only whoever holds the head of a log moves them. */
@Injectable()
export class ChainRepository {
  /** Those of these subjects that have one. */
  of(tx: Tx, dyadId: string, subjects: readonly string[]): Promise<Chain[]> {
    return tx.query<Chain>(
      `select subject_id as subject, sub, rev, leaf from log_chain where dyad_id = $1 and subject_id = any($2::uuid[])`,
      [dyadId, subjects],
    );
  }

  async move(tx: Tx, dyadId: string, chains: readonly Chain[]): Promise<void> {
    if (chains.length === 0) return;
    await tx.query(
      `insert into log_chain (dyad_id, subject_id, sub, rev, leaf)
       select $1, subject, sub, rev, leaf
       from unnest($2::uuid[], $3::uuid[], $4::integer[], $5::bytea[]) as t (subject, sub, rev, leaf)
       on conflict (dyad_id, subject_id) do update set rev = excluded.rev, leaf = excluded.leaf`,
      [
        dyadId,
        chains.map(({ subject }) => subject),
        chains.map(({ sub }) => sub),
        chains.map(({ rev }) => rev),
        chains.map(({ leaf }) => leaf && Buffer.from(leaf)),
      ],
    );
  }
}
