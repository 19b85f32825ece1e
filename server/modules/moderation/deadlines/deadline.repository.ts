import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** What happens when a moment has come. */
export type DeadlineKind =
  | 'hold'
  | 'reminder'
  | 'roster_call'
  | 'proposal'
  | 'panel'
  | 'proxy_review'
  | 'sanction_end'
  | 'strike_end'
  | 'appeal_target'
  | 'appeal_end'
  | 'look'
  | 'digest';

/** What a deadline is about. */
export interface Subject {
  readonly itemId?: string;
  readonly proposalId?: string;
  readonly sanctionId?: string;
  readonly appealId?: string;
}

/** A moment at which something happens, as it is stored. */
export interface DueDeadline {
  readonly id: string;
  readonly dyadId: string;
  readonly kind: DeadlineKind;
  readonly itemId: string | null;
  readonly proposalId: string | null;
  readonly sanctionId: string | null;
  readonly appealId: string | null;
  readonly dueAt: Date;
}

const columns = `id, dyad_id as "dyadId", kind, item_id as "itemId", proposal_id as "proposalId", sanction_id as "sanctionId",
  appeal_id as "appealId", due_at as "dueAt"`;

/** The moments at which something happens by itself. The rows are the authority: no timer knows more. */
@Injectable()
export class DeadlineRepository {
  async add(
    tx: Tx,
    deadline: { id: string; dyadId: string; kind: DeadlineKind; dueAt: Date } & Subject,
  ): Promise<void> {
    const { id, dyadId, kind, dueAt, itemId, proposalId, sanctionId, appealId } = deadline;
    await tx.query(
      `insert into moderation_deadline (id, dyad_id, kind, item_id, proposal_id, sanction_id, appeal_id, due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, dyadId, kind, itemId ?? null, proposalId ?? null, sanctionId ?? null, appealId ?? null, dueAt],
    );
  }

  /** Notes that nothing of these kinds is to happen any more with a subject. */
  async settle(tx: Tx, { kinds, ...about }: { kinds: readonly DeadlineKind[] } & Subject, at: Date): Promise<void> {
    await tx.query(
      `update moderation_deadline set done_at = $1 where done_at is null
         and kind = any($2::text[])
         and (item_id = $3 or proposal_id = $4 or sanction_id = $5 or appeal_id = $6)`,
      [at, kinds, about.itemId ?? null, about.proposalId ?? null, about.sanctionId ?? null, about.appealId ?? null],
    );
  }

  /**
   * One moment that has come, noted as done. What it is about is locked before it, as by whoever decides about that, so
   * neither waits for the other; what another is deciding about now is left for later.
   * @param wanted of which kinds, and without those that could not be done a moment ago
   */
  async take(
    tx: Tx,
    now: Date,
    { kinds, except }: { readonly kinds: readonly DeadlineKind[]; readonly except: readonly string[] },
  ): Promise<DueDeadline | undefined> {
    const due = await tx.query<DueDeadline>(
      `select ${columns} from moderation_deadline
       where done_at is null and due_at <= $1 and kind = any($2::text[]) and not (id = any($3::uuid[]))
       order by due_at, id limit 50`,
      [now, kinds, except],
    );
    for (const one of due) {
      if (!(await this.lockSubject(tx, one))) continue;
      if (await this.finish(tx, one.id, now)) return one;
    }
    return undefined;
  }

  /**
   * The first moments of a kind that have come, for work that takes too long for a transaction: they come again at `again`,
   * unless they are noted as done before. Of two nodes that look, one gets each.
   */
  lend(
    tx: Tx,
    { kind, most }: { readonly kind: DeadlineKind; readonly most: number },
    { now, again }: { readonly now: Date; readonly again: Date },
  ): Promise<DueDeadline[]> {
    return tx.query<DueDeadline>(
      `update moderation_deadline set due_at = $3 where id in (
         select id from moderation_deadline where kind = $1 and done_at is null and due_at <= $2
         order by due_at, id limit $4 for update skip locked)
       returning ${columns}`,
      [kind, now, again, most],
    );
  }

  /** Notes that it was done. @returns whether it was not noted before, nor settled */
  async finish(tx: Tx, id: string, at: Date): Promise<boolean> {
    const done = await tx.one(
      `update moderation_deadline set done_at = $2 where id = $1 and done_at is null returning id`,
      [id, at],
    );
    return done !== undefined;
  }

  private async lockSubject(tx: Tx, { id, itemId }: DueDeadline): Promise<boolean> {
    const locked =
      itemId === null
        ? await tx.one(`select id from moderation_deadline where id = $1 for update skip locked`, [id])
        : await tx.one(`select id from moderation_item where id = $1 for update skip locked`, [itemId]);
    return locked !== undefined;
  }
}
