import { Injectable } from '@nestjs/common';
import type { Role, Side } from '../../../shared/access/actor.js';
import type { Tx } from '../../platform/database/tx.js';

export interface InvitationRow {
  readonly id: string;
  readonly dyad_id: string;
  readonly side: Side;
  readonly role: Role | null;
  readonly issued_by: string | null;
  readonly issued_at: Date;
  readonly expires_at: Date;
  readonly note: string;
  readonly used_by: string | null;
  readonly used_at: Date | null;
  readonly recalled_at: Date | null;
}

export type NewInvitation = Pick<
  InvitationRow,
  'id' | 'dyad_id' | 'side' | 'role' | 'issued_by' | 'issued_at' | 'expires_at' | 'note'
>;

const columns = 'id, dyad_id, side, role, issued_by, issued_at, expires_at, note, used_by, used_at, recalled_at';

@Injectable()
export class InvitationRepository {
  async add(tx: Tx, row: NewInvitation, tokenHash: Buffer): Promise<void> {
    await tx.query(
      `insert into invitation (id, dyad_id, token_hash, side, role, issued_by, issued_at, expires_at, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [row.id, row.dyad_id, tokenHash, row.side, row.role, row.issued_by, row.issued_at, row.expires_at, row.note],
    );
  }

  /** The invitation, when it can still be used; locked, so that of two who use it at once the second finds it used. */
  usable(tx: Tx, tokenHash: Buffer, now: Date): Promise<InvitationRow | undefined> {
    return tx.one<InvitationRow>(
      `select ${columns} from invitation
       where token_hash = $1 and used_by is null and recalled_at is null and expires_at > $2 for update`,
      [tokenHash, now],
    );
  }

  async use(tx: Tx, id: string, memberId: string, at: Date): Promise<void> {
    await tx.query(`update invitation set used_by = $2, used_at = $3 where id = $1`, [id, memberId, at]);
  }

  /** False when it is not one's own, or was used or recalled before. */
  async recall(tx: Tx, issuer: string, id: string, at: Date): Promise<boolean> {
    const recalled = await tx.one(
      `update invitation set recalled_at = $3 where id = $2 and issued_by = $1 and used_by is null and recalled_at is null returning id`,
      [issuer, id, at],
    );
    return recalled !== undefined;
  }

  issuedBy(tx: Tx, memberId: string): Promise<InvitationRow[]> {
    return tx.query<InvitationRow>(
      `select ${columns} from invitation where issued_by = $1 order by issued_at desc, id`,
      [memberId],
    );
  }

  /** How many count against the quota: issued since, and not taken back unused. Locks the issuer's row first. */
  async countSince(tx: Tx, memberId: string, since: Date): Promise<number> {
    await tx.query(`select 1 from member where id = $1 for update`, [memberId]);
    const row = await tx.one<{ count: number }>(
      `select count(*)::int as count from invitation where issued_by = $1 and issued_at > $2 and (recalled_at is null or used_by is not null)`,
      [memberId, since],
    );
    return row?.count ?? 0;
  }

  /** Where following the known invitations leads from each member: to somebody whom nobody is known to have invited. */
  async roots(tx: Tx, dyadId: string, members: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ member: string; root: string }>(
      `with recursive way (member, at, steps) as (
         select member, member, 0 from unnest($2::uuid[]) as member
         union all
         select way.member, i.issued_by, steps + 1 from way join invitation i on i.used_by = way.at
         where i.dyad_id = $1 and i.issued_by is not null)
       select distinct on (member) member, at as root from way order by member, steps desc`,
      [dyadId, members],
    );
    return new Map(rows.map(({ member, root }) => [member, root]));
  }

  /** Deletes what is past its time; how many. */
  async forget(tx: Tx, now: Date): Promise<number> {
    const rows = await tx.query(
      `delete from invitation where used_at < $1::timestamptz - interval '30 days'
       or (used_at is null and coalesce(recalled_at, expires_at) < $1::timestamptz - interval '14 days') returning id`,
      [now],
    );
    return rows.length;
  }
}
