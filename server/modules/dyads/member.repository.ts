import { Injectable } from '@nestjs/common';
import type { Role, Side } from '../../../shared/access/actor.js';
import type { StoredRestriction } from '../../../shared/access/restriction.js';
import type { OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import { timeOrderedId } from '../../platform/ids/ids.js';

export interface MemberRow extends StoredRestriction {
  readonly id: string;
  readonly dyad_id: string;
  readonly account_id: string | null;
  readonly pseudonym: string;
  readonly side: Side;
  readonly writes_in: string;
  readonly reading: OwnMemberView['reading'];
  readonly reading_by_language: OwnMemberView['readingByLanguage'];
  readonly also_reads: string[];
  readonly also_writes: string[];
  readonly credited: boolean;
  readonly roles: Role[];
  readonly charter_accepted: number | null;
  readonly charter_accepted_at: Date | null;
}

export interface NewMember {
  readonly id: string;
  readonly dyadId: string;
  readonly accountId: string;
  readonly pseudonym: string;
  readonly skeleton: string;
  readonly side: Side;
  readonly writesIn: string;
  readonly roles: readonly Role[];
}

/** How somebody reads and writes here, and what they say of their languages. */
export interface MemberPreferences {
  readonly writesIn?: string | undefined;
  readonly reading?: OwnMemberView['reading'] | undefined;
  readonly readingByLanguage?: OwnMemberView['readingByLanguage'] | undefined;
  readonly reads?: readonly string[] | undefined;
  readonly writes?: readonly string[] | undefined;
  readonly credited?: boolean | undefined;
}

export type MemberEventType = 'joined' | 'charter_accepted' | 'role_granted' | 'role_revoked';

const columns = `id, dyad_id, account_id, pseudonym, side, writes_in, reading, reading_by_language, also_reads,
  also_writes, credited, roles, charter_accepted, charter_accepted_at, silenced_until as "silencedUntil", suspended_until as "suspendedUntil", banned, warned`;

/** A name that moderators withhold is nobody's to take: it may be shown again. */
const reserved = `select from member_name n where n.dyad_id = $2 and n.pseudonym_skeleton = $5 and n.withheld is not null`;
const withheld = `select from member_name n where n.dyad_id = $1 and n.pseudonym_skeleton = $4 and n.withheld is not null`;

@Injectable()
export class MemberRepository {
  byId(tx: Tx, id: string): Promise<MemberRow | undefined> {
    return tx.one<MemberRow>(`select ${columns} from member where id = $1`, [id]);
  }

  /** The same, and nobody else changes them meanwhile: roles are read, altered and written back. */
  lockedById(tx: Tx, id: string): Promise<MemberRow | undefined> {
    return tx.one<MemberRow>(`select ${columns} from member where id = $1 for update`, [id]);
  }

  /** The same, and nobody else changes them meanwhile; what only refers to them goes on. */
  heldStillById(tx: Tx, id: string): Promise<MemberRow | undefined> {
    return tx.one<MemberRow>(`select ${columns} from member where id = $1 for no key update`, [id]);
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<MemberRow[]> {
    return tx.query<MemberRow>(`select ${columns} from member where id = any($1)`, [[...ids]]);
  }

  byAccount(tx: Tx, dyadId: string, accountId: string): Promise<MemberRow | undefined> {
    return tx.one<MemberRow>(`select ${columns} from member where dyad_id = $1 and account_id = $2`, [
      dyadId,
      accountId,
    ]);
  }

  ofAccount(tx: Tx, accountId: string): Promise<(MemberRow & { slug: string })[]> {
    return tx.query(
      `select ${columns}, (select slug from dyad where dyad.id = member.dyad_id) as slug from member
       where account_id = $1 order by slug`,
      [accountId],
    );
  }

  withRoles(tx: Tx, dyadId: string, roles: readonly Role[]): Promise<MemberRow[]> {
    return tx.query<MemberRow>(`select ${columns} from member where dyad_id = $1 and roles && $2 order by pseudonym`, [
      dyadId,
      [...roles],
    ]);
  }

  /** The members whose name holds these letters, or looks as if it did; letters that leave no skeleton look like none. */
  named(tx: Tx, dyadId: string, letters: string, skeleton: string, most: number): Promise<MemberRow[]> {
    return tx.query<MemberRow>(
      `select ${columns} from member where dyad_id = $1
         and (strpos(lower(pseudonym), lower($2)) > 0 or ($3 <> '' and strpos(pseudonym_skeleton, $3) > 0))
       order by pseudonym limit $4`,
      [dyadId, letters, skeleton, most],
    );
  }

  /** The members who bear one of these names, by skeleton. */
  bySkeletons(
    tx: Tx,
    dyadId: string,
    skeletons: readonly string[],
  ): Promise<{ id: string; pseudonym: string; skeleton: string }[]> {
    return tx.query(
      `select id, pseudonym, pseudonym_skeleton as skeleton from member where dyad_id = $1 and pseudonym_skeleton = any($2)`,
      [dyadId, [...skeletons]],
    );
  }

  /** What stood in the way of adding: the account is a member already, or the name is taken; nothing when added. */
  async add(tx: Tx, member: NewMember): Promise<'membership' | 'pseudonym' | undefined> {
    await this.lockName(tx, member.dyadId, member.skeleton);
    const added = await tx.one(
      `insert into member (id, dyad_id, account_id, pseudonym, pseudonym_skeleton, side, writes_in, reading, roles)
       select $1, $2, $3, $4, $5, $6, $7, 'side_by_side', $8 where not exists (${reserved})
       on conflict do nothing returning id`,
      [
        member.id,
        member.dyadId,
        member.accountId,
        member.pseudonym,
        member.skeleton,
        member.side,
        member.writesIn,
        [...member.roles],
      ],
    );
    if (added) return undefined;
    return (await this.byAccount(tx, member.dyadId, member.accountId)) ? 'membership' : 'pseudonym';
  }

  /** False when the name is taken by somebody else, or moderators withhold it. */
  async rename(tx: Tx, dyadId: string, id: string, pseudonym: string, skeleton: string): Promise<boolean> {
    await this.lockName(tx, dyadId, skeleton);
    const renamed = await tx.one(
      `update member set pseudonym = $3, pseudonym_skeleton = $4, withheld_name_id = null
       where id = $2 and not exists (${withheld}) and not exists (select from member o where o.dyad_id = $1 and o.pseudonym_skeleton = $4 and o.id <> $2)
       returning id`,
      [dyadId, id, pseudonym, skeleton],
    );
    return renamed !== undefined;
  }

  /** Those who want one name at the same moment look one after the other, so that the later finds it taken. */
  private async lockName(tx: Tx, dyadId: string, skeleton: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 7062004))`, [`${dyadId} ${skeleton}`]);
  }

  /** Changes what is given, and leaves the rest. */
  async prefer(tx: Tx, id: string, change: MemberPreferences): Promise<void> {
    const { writesIn, reading, readingByLanguage, reads, writes, credited } = change;
    await tx.query(
      `update member set writes_in = coalesce($2, writes_in), reading = coalesce($3, reading),
         also_reads = coalesce($4, also_reads), also_writes = coalesce($5, also_writes), credited = coalesce($6, credited),
         reading_by_language = coalesce($7, reading_by_language)
       where id = $1`,
      [
        id,
        writesIn ?? null,
        reading ?? null,
        reads ?? null,
        writes ?? null,
        credited ?? null,
        readingByLanguage ?? null,
      ],
    );
  }

  async accept(tx: Tx, member: MemberRow, version: number, at: Date): Promise<void> {
    await tx.query(`update member set charter_accepted = $2, charter_accepted_at = $3 where id = $1`, [
      member.id,
      version,
      at,
    ]);
    await this.note(tx, member, 'charter_accepted', String(version), at);
  }

  async restrict(tx: Tx, id: string, restriction: StoredRestriction): Promise<void> {
    const { silencedUntil, suspendedUntil, banned, warned } = restriction;
    await tx.query(
      `update member set silenced_until = $2, suspended_until = $3, banned = $4, warned = $5 where id = $1`,
      [id, silencedUntil, suspendedUntil, banned, warned],
    );
  }

  async setRoles(tx: Tx, id: string, roles: readonly Role[]): Promise<void> {
    await tx.query(`update member set roles = $2 where id = $1`, [id, [...roles]]);
  }

  /**
   * Whether the account holds one of these roles in any dyad. Only for scopes across dyads. Until the transaction ends
   * nobody else asks this of the account, so what follows from the answer is not overtaken by another dyad's change.
   */
  async holds(tx: Tx, accountId: string, roles: readonly Role[]): Promise<boolean> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 7062005))`, [accountId]);
    return (
      (await tx.one(`select 1 from member where account_id = $1 and roles && $2 limit 1`, [accountId, [...roles]])) !==
      undefined
    );
  }

  async note(
    tx: Tx,
    member: { id: string; dyad_id: string },
    type: MemberEventType,
    detail: string,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `insert into member_event (id, dyad_id, member_id, type, detail, at) values ($1, $2, $3, $4, $5, $6)`,
      [timeOrderedId(at), member.dyad_id, member.id, type, detail, at],
    );
  }
}
