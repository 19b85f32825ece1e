import { Injectable } from '@nestjs/common';
import type { Side } from '../../../shared/access/actor.js';
import type { CommitmentContent } from '../../../shared/commitments/commitment.schema.js';
import type { CommitmentStanding } from '../../../shared/commitments/commitment.standing.js';
import type { Tx } from '../../platform/database/tx.js';

/** What stands of a commitment, whether it is adopted or not. */
export interface CommitmentRow {
  readonly id: string;
  readonly dyadId: string;
  readonly content: CommitmentContent;
  /** None once a text was erased that it has. */
  readonly canonical: string | null;
  /** In hexadecimal; none once a text was erased by which it was made. */
  readonly hash: string | null;
  readonly draftedBy: string;
  readonly draftedBySide: Side;
  readonly imported: boolean;
  readonly draftedAt: Date;
  readonly changedAt: Date;
}

/** One that is not adopted, of which nothing is erased. */
export interface DraftRow extends CommitmentRow {
  readonly canonical: string;
  readonly hash: string;
}

/** One that both sides adopted, with how far it is by what happened to it so far. */
export interface AdoptedRow extends CommitmentRow, CommitmentStanding {
  readonly adoptedOn: string;
  /** The number of the newest event. */
  readonly rev: number;
  readonly supersededBy: string | null;
}

/** What changes with each event. */
export interface Projection extends CommitmentStanding {
  readonly rev: number;
  readonly looksOn: string | null;
  readonly supersededBy: string | null;
}

const columns = `c.id, c.dyad_id as "dyadId", c.content, c.canonical, encode(c.hash, 'hex') as hash,
  c.drafted_by as "draftedBy", c.drafted_by_side as "draftedBySide", c.imported, c.drafted_at as "draftedAt",
  c.changed_at as "changedAt"`;

const adopted = `${columns}, to_char(c.adopted_on, 'YYYY-MM-DD') as "adoptedOn", c.rev, c.standing,
  to_char(c.suspended_until, 'YYYY-MM-DD') as "suspendedUntil", c.superseded_by as "supersededBy",
  to_char(c.next_due, 'YYYY-MM-DD') as "nextDue", c.contested, c.fulfilled_as_claimed as "fulfilledAsClaimed",
  c.fulfilled_as_assessed as "fulfilledAsAssessed", c.progress, c.milestones`;

/** By the next day that is due, and where there is none, at the end; then by what favours nobody. */
const order = `c.next_due asc nulls last, c.id`;

/** `$2` is today. */
const isPutOff = `(c.standing = 'suspended' and c.suspended_until >= $2)`;

@Injectable()
export class CommitmentRepository {
  async addDraft(tx: Tx, row: DraftRow): Promise<void> {
    await tx.query(
      `insert into commitment (id, dyad_id, content, canonical, hash, drafted_by, drafted_by_side, imported, drafted_at,
         changed_at, rev, standing, contested, fulfilled_as_claimed, fulfilled_as_assessed, progress, milestones)
       values ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, $8, $9, $10, 0, 'draft', false, false, false, '{}', '[]')`,
      [
        row.id,
        row.dyadId,
        JSON.stringify(row.content),
        row.canonical,
        row.hash,
        row.draftedBy,
        row.draftedBySide,
        row.imported,
        row.draftedAt,
        row.changedAt,
      ],
    );
  }

  async changeDraft(
    tx: Tx,
    id: string,
    { content, canonical, hash, changedAt }: Pick<DraftRow, 'content' | 'canonical' | 'hash' | 'changedAt'>,
  ): Promise<void> {
    await tx.query(
      `update commitment set content = $2, canonical = $3, hash = decode($4, 'hex'), changed_at = $5 where id = $1`,
      [id, JSON.stringify(content), canonical, hash, changedAt],
    );
  }

  drafts(tx: Tx, dyadId: string): Promise<DraftRow[]> {
    return tx.query<DraftRow>(
      `select ${columns} from commitment c where c.dyad_id = $1 and c.standing = 'draft'
       order by c.drafted_at desc, c.id desc`,
      [dyadId],
    );
  }

  /** A draft, kept from changing until the transaction ends. */
  lockDraft(tx: Tx, dyadId: string, id: string): Promise<DraftRow | undefined> {
    return tx.one<DraftRow>(
      `select ${columns} from commitment c where c.dyad_id = $1 and c.id = $2 and c.standing = 'draft' for update`,
      [dyadId, id],
    );
  }

  /** Drafts and adopted ones by id, in any order; for proposals that name them. */
  named(tx: Tx, dyadId: string, ids: readonly string[]): Promise<CommitmentRow[]> {
    return tx.query<CommitmentRow>(
      `select ${columns} from commitment c where c.dyad_id = $1 and c.id = any($2::uuid[])`,
      [dyadId, [...ids]],
    );
  }

  find(tx: Tx, dyadId: string, id: string): Promise<AdoptedRow | undefined> {
    return tx.one<AdoptedRow>(
      `select ${adopted} from commitment c where c.dyad_id = $1 and c.id = $2 and c.adopted_on is not null`,
      [dyadId, id],
    );
  }

  /** An adopted one, so that one word about it comes after the other. */
  lock(tx: Tx, dyadId: string, id: string): Promise<AdoptedRow | undefined> {
    return tx.one<AdoptedRow>(
      `select ${adopted} from commitment c
       where c.dyad_id = $1 and c.id = $2 and c.adopted_on is not null for update`,
      [dyadId, id],
    );
  }

  /** One for which the clock has something to write down and that nobody else is dealing with, locked. */
  lockSilent(tx: Tx, today: string): Promise<AdoptedRow | undefined> {
    return tx.one<AdoptedRow>(
      `select ${adopted} from commitment c where c.looks_on <= $1
       order by c.looks_on, c.id limit 1 for update skip locked`,
      [today],
    );
  }

  async adopt(tx: Tx, id: string, on: string): Promise<void> {
    await tx.query(`update commitment set adopted_on = $2, standing = 'running' where id = $1`, [id, on]);
  }

  /** What is left of the content of an adopted one when titles of it were erased; exact characters and hash go with them. */
  async empty(tx: Tx, id: string, content: CommitmentContent): Promise<void> {
    await tx.query(`update commitment set content = $2, canonical = null, hash = null where id = $1`, [
      id,
      JSON.stringify(content),
    ]);
  }

  async project(tx: Tx, id: string, is: Projection): Promise<void> {
    await tx.query(
      `update commitment set rev = $2, standing = $3, suspended_until = $4, superseded_by = $5, next_due = $6,
         looks_on = $7, contested = $8, fulfilled_as_claimed = $9, fulfilled_as_assessed = $10, progress = $11,
         milestones = $12
       where id = $1`,
      [
        id,
        is.rev,
        is.standing,
        is.suspendedUntil,
        is.supersededBy,
        is.nextDue,
        is.looksOn,
        is.contested,
        is.fulfilledAsClaimed,
        is.fulfilledAsAssessed,
        JSON.stringify(is.progress),
        JSON.stringify(is.milestones),
      ],
    );
  }

  /** A part of the board, from `skip` on. */
  board(
    tx: Tx,
    dyadId: string,
    { skip, limit }: { readonly skip: number; readonly limit: number },
  ): Promise<AdoptedRow[]> {
    return tx.query<AdoptedRow>(
      `select ${adopted} from commitment c
       where c.dyad_id = $1 and c.adopted_on is not null order by ${order} offset $2 limit $3`,
      [dyadId, skip, limit],
    );
  }

  /** Those that have a milestone due until a day and not claimed to be reached, and are not put off today. */
  dueUntil(tx: Tx, dyadId: string, today: string, until: string): Promise<AdoptedRow[]> {
    return tx.query<AdoptedRow>(
      `select ${adopted} from commitment c
       where c.dyad_id = $1 and c.adopted_on is not null and c.next_due <= $3 and not ${isPutOff} order by ${order}`,
      [dyadId, today, until],
    );
  }

  /** All that were adopted, in the order of the board. */
  all(tx: Tx, dyadId: string): Promise<AdoptedRow[]> {
    return tx.query<AdoptedRow>(
      `select ${adopted} from commitment c where c.dyad_id = $1 and c.adopted_on is not null order by ${order}`,
      [dyadId],
    );
  }
}
