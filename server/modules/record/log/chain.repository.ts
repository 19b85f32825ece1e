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
    return tx.prepared<Chain>(
      `select subject_id as subject, sub, rev, leaf from log_chain where dyad_id = $1 and subject_id = any($2::uuid[])`,
      [dyadId, subjects],
    );
  }

  /** Continues histories that there are, and begins those that have one entry or more now and had none. */
  async move(tx: Tx, dyadId: string, known: readonly Chain[], begun: readonly Chain[]): Promise<void> {
    if (begun.length > 0)
      await tx.prepared(
        `insert into log_chain (dyad_id, subject_id, sub, rev, leaf)
         select $1, subject, sub, rev, leaf ${rowsOf}`,
        [dyadId, ...columnsOf(begun)],
      );
    if (known.length > 0)
      await tx.prepared(
        `update log_chain c set rev = t.rev, leaf = t.leaf ${rowsOf}
         where c.dyad_id = $1 and c.subject_id = t.subject`,
        [dyadId, ...columnsOf(known)],
      );
  }
}

const rowsOf = `from unnest($2::uuid[], $3::uuid[], $4::integer[], $5::bytea[]) as t (subject, sub, rev, leaf)`;

const columnsOf = (chains: readonly Chain[]) => [
  chains.map(({ subject }) => subject),
  chains.map(({ sub }) => sub),
  chains.map(({ rev }) => rev),
  chains.map(({ leaf }) => leaf && Buffer.from(leaf)),
];
