import { Injectable } from '@nestjs/common';
import type { Side } from '../../../shared/access/actor.js';
import type { Tx } from '../../platform/database/tx.js';

/** How moderators keep a name from others: for a time, or until the member has chosen another. */
export type NameWithheld = 'held' | 'removed';

/** A name that somebody pointed at, and whose it is. */
export interface NotedName {
  readonly id: string;
  readonly dyadId: string;
  readonly memberId: string;
  readonly side: Side;
  readonly writesIn: string;
  readonly pseudonym: string;
  readonly withheld: NameWithheld | null;
  /** The member has chosen no other since. */
  readonly isWorn: boolean;
}

/** Names of members that were pointed at, whatever others see of them. */
@Injectable()
export class MemberNameRepository {
  find(tx: Tx, ids: readonly string[]): Promise<NotedName[]> {
    return tx.query<NotedName>(
      `select n.id, n.dyad_id as "dyadId", n.member_id as "memberId", m.side, m.writes_in as "writesIn", n.pseudonym,
         n.withheld, coalesce(m.withheld_name_id = n.id, m.pseudonym_skeleton = n.pseudonym_skeleton) as "isWorn"
       from member_name n join member m on m.id = n.member_id where n.id = any($1::uuid[])`,
      [ids],
    );
  }

  /** Notes the name that a member bears before all. @returns its id; nothing while it is withheld, or for nobody */
  async note(tx: Tx, memberId: string, id: string, at: Date): Promise<string | undefined> {
    const row = await tx.one<{ id: string }>(
      `insert into member_name (id, dyad_id, member_id, pseudonym, pseudonym_skeleton, noted_at)
       select $2, dyad_id, id, pseudonym, pseudonym_skeleton, $3 from member where id = $1 and withheld_name_id is null
       on conflict (member_id, pseudonym_skeleton) do update set pseudonym = excluded.pseudonym returning id`,
      [memberId, id, at],
    );
    return row?.id;
  }

  /** The name that a member chose and that others do not see; nothing where they see it. */
  withheldOf(tx: Tx, memberId: string): Promise<Pick<NotedName, 'pseudonym' | 'withheld'> | undefined> {
    return tx.one(
      `select n.pseudonym, n.withheld from member m join member_name n on n.id = m.withheld_name_id where m.id = $1`,
      [memberId],
    );
  }

  /** Whether moderators withhold a name like this of the member. */
  async isReserved(tx: Tx, memberId: string, skeleton: string): Promise<boolean> {
    const row = await tx.one(
      `select id from member_name where member_id = $1 and pseudonym_skeleton = $2 and withheld is not null`,
      [memberId, skeleton],
    );
    return row !== undefined;
  }

  async withhold(tx: Tx, id: string, how: NameWithheld): Promise<void> {
    await tx.query(`update member_name set withheld = $2 where id = $1`, [id, how]);
  }

  /** Gives a member who has none yet a neutral name, unless somebody in the dyad bears it. @returns the one they have */
  async giveNeutral(tx: Tx, memberId: string, neutral: string): Promise<string | undefined> {
    const row = await tx.one<{ name: string | null }>(
      `update member set neutral_name = coalesce(neutral_name,
         case when not exists (select from member o where o.dyad_id = member.dyad_id and o.neutral_name = $2) then $2 end)
       where id = $1 returning neutral_name as name`,
      [memberId, neutral],
    );
    return row?.name ?? undefined;
  }

  /** From now on a member who bears this name bears their neutral one. */
  async cover(tx: Tx, id: string, skeleton: string): Promise<void> {
    await tx.query(
      `update member set withheld_name_id = n.id, pseudonym = neutral_name, pseudonym_skeleton = $2
       from member_name n where n.id = $1 and member.id = n.member_id and member.withheld_name_id is null
         and member.pseudonym_skeleton = n.pseudonym_skeleton`,
      [id, skeleton],
    );
  }

  /** Shows a name again; the member bears it, unless they have chosen another since. */
  async uncover(tx: Tx, id: string): Promise<void> {
    await tx.query(`update member_name set withheld = null where id = $1`, [id]);
    await tx.query(
      `update member set withheld_name_id = null, pseudonym = n.pseudonym, pseudonym_skeleton = n.pseudonym_skeleton
       from member_name n where n.id = $1 and member.withheld_name_id = n.id`,
      [id],
    );
  }
}
