import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** Who follows, and where. */
export interface Follower {
  readonly dyadId: string;
  readonly memberId: string;
}

/** Up to which step somebody has seen a commitment. */
export interface Seen {
  readonly commitment: string;
  readonly rev: number;
}

/** Where a step is found that somebody is to be told of. */
export interface Moved extends Seen {
  /** How many there are in all. */
  readonly count: number;
}

const followsAll = `exists (select from commitment_board_follow b where b.member_id = $1)`;

@Injectable()
export class FollowRepository {
  /** Those that are followed by themselves, and whether all are. */
  async of(tx: Tx, memberId: string): Promise<{ readonly all: boolean; readonly commitments: readonly string[] }> {
    const rows = await tx.query<{ id: string }>(
      `select commitment_id as id from commitment_follow where member_id = $1 and by_itself order by commitment_id`,
      [memberId],
    );
    const row = await tx.one<{ all: boolean }>(`select ${followsAll} as all`, [memberId]);
    return { all: row?.all ?? false, commitments: rows.map(({ id }) => id) };
  }

  /** Begins at the step where the commitment is now; who follows it already goes on from where they are. */
  async follow(tx: Tx, { dyadId, memberId }: Follower, commitment: string): Promise<void> {
    await tx.query(
      `insert into commitment_follow (member_id, commitment_id, dyad_id, by_itself, told)
       select $1, c.id, c.dyad_id, true, c.rev from commitment c
       where c.dyad_id = $2 and c.id = $3 and c.adopted_on is not null
       on conflict on constraint commitment_follow_pk do update set by_itself = true`,
      [memberId, dyadId, commitment],
    );
  }

  async followAll(tx: Tx, { dyadId, memberId }: Follower): Promise<void> {
    const row = await tx.one(
      `insert into commitment_board_follow (member_id, dyad_id) values ($1, $2)
       on conflict on constraint commitment_board_follow_pk do nothing returning member_id`,
      [memberId, dyadId],
    );
    if (!row) return;
    await tx.query(
      `insert into commitment_follow (member_id, commitment_id, dyad_id, by_itself, told)
       select $1, c.id, c.dyad_id, false, c.rev from commitment c where c.dyad_id = $2 and c.adopted_on is not null
       on conflict on constraint commitment_follow_pk do nothing`,
      [memberId, dyadId],
    );
  }

  async unfollow(tx: Tx, memberId: string, commitment: string): Promise<void> {
    await tx.query(`update commitment_follow set by_itself = false where member_id = $1 and commitment_id = $2`, [
      memberId,
      commitment,
    ]);
    await this.forget(tx, memberId);
  }

  async unfollowAll(tx: Tx, memberId: string): Promise<void> {
    await tx.query(`delete from commitment_board_follow where member_id = $1`, [memberId]);
    await this.forget(tx, memberId);
  }

  /** The newest steps that a member is to be told of: of what they follow, after what they saw, and not their own. */
  moved(tx: Tx, { dyadId, memberId }: Follower, limit: number): Promise<Moved[]> {
    return tx.query<Moved>(
      `select e.commitment_id as commitment, e.rev, (count(*) over ())::int as count
       from commitment_event e
       left join commitment_follow f on f.commitment_id = e.commitment_id and f.member_id = $1
       where e.dyad_id = $2 and (f.by_itself or ${followsAll})
         and e.rev > coalesce(f.told, 0) and e.member_id is distinct from $1
       order by e.day desc, e.commitment_id, e.rev desc limit $3`,
      [memberId, dyadId, limit],
    );
  }

  /** Nothing is seen that is not there yet, and what was seen stays seen; what is not followed is passed over. */
  async see(tx: Tx, { dyadId, memberId }: Follower, { commitment, rev }: Seen): Promise<void> {
    await tx.query(
      `insert into commitment_follow (member_id, commitment_id, dyad_id, by_itself, told)
       select $1, c.id, c.dyad_id, false, least(c.rev, $4) from commitment c
       where c.dyad_id = $2 and c.id = $3 and c.adopted_on is not null
         and (${followsAll} or exists (
           select from commitment_follow f where f.member_id = $1 and f.commitment_id = c.id and f.by_itself))
       on conflict on constraint commitment_follow_pk
       do update set told = greatest(commitment_follow.told, excluded.told)`,
      [memberId, dyadId, commitment, rev],
    );
  }

  /** Of what is followed neither by itself nor with all, nothing is kept. */
  private async forget(tx: Tx, memberId: string): Promise<void> {
    await tx.query(`delete from commitment_follow where member_id = $1 and not by_itself and not ${followsAll}`, [
      memberId,
    ]);
  }
}
