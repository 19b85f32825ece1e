import { Injectable } from '@nestjs/common';
import type { WorkReason } from '../../../../shared/translation/human-work.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Target } from './proposal.repository.js';

/** A text that waits for people, and since when. */
export interface Work extends Target {
  readonly source: string;
  readonly reasons: WorkReason[];
  readonly since: Date;
}

/** Who has taken up a translation, and until when it is theirs. */
export interface Claim extends Target {
  readonly member: string;
  readonly until: Date;
}

/** Between which languages; all of them where none is named. */
export interface Direction {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const current = `t.superseded_at is null and t.stale_at is null and t.owner_kind = 'post_revision'`;

/** What waits for people who translate, who asked for it, and who is at it. */
@Injectable()
export class WorkRepository {
  /**
   * What waits, oldest first. A proposal waits for others than whoever wrote it.
   * @param member who looks for work
   */
  waiting(tx: Tx, dyadId: string, member: string, { from, to }: Direction, most: number): Promise<Work[]> {
    return tx.query<Work>(
      `select owner, language, source, array_agg(distinct reason order by reason) as reasons, min(at) as since from (
         select t.owner_id as owner, t.target as language, t.source, 'failed_checks' as reason, t.made_at as at
         from translation t where t.dyad_id = $1 and ${current} and t.status = 'doubtful' and t.withheld is null
         union all
         select t.owner_id, t.target, t.source, 'asked', r.at from translation t
         join translation_request r on r.owner_id = t.owner_id and r.target = t.target
         where t.dyad_id = $1 and ${current} and t.status <> 'human'
         union all
         select t.owner_id, t.target, t.source, 'disputed', d.at from translation t
         join translation_dispute d on d.owner_id = t.owner_id and d.target = t.target and d.state = 'open'
         where t.dyad_id = $1 and ${current}
         union all
         select t.owner_id, t.target, t.source, 'proposed', p.at from translation t
         join translation_proposal p on p.owner_id = t.owner_id and p.target = t.target and p.state = 'open'
         where t.dyad_id = $1 and ${current} and p.proposed_by <> $2) as waiting (owner, language, source, reason, at)
       where ($3::text is null or source = $3) and ($4::text is null or language = $4)
       group by owner, language, source order by min(at), owner, language limit $5`,
      [dyadId, member, from ?? null, to ?? null, most],
    );
  }

  /** False when the member asked for it before. */
  async ask(tx: Tx, dyadId: string, { owner, language }: Target, member: string, at: Date): Promise<boolean> {
    const row = await tx.one(
      `insert into translation_request (dyad_id, owner_id, target, member_id, at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning owner_id`,
      [dyadId, owner, language, member, at],
    );
    return row !== undefined;
  }

  /** When a member asked for translations, since a time; oldest first. */
  async askedSince(tx: Tx, member: string, since: Date): Promise<Date[]> {
    const rows = await tx.query<{ at: Date }>(
      `select at from translation_request where member_id = $1 and at > $2 order by at`,
      [member, since],
    );
    return rows.map(({ at }) => at);
  }

  /** Takes up what nobody is at now, or goes on being at it. @returns whose it is */
  async claim(tx: Tx, dyadId: string, claim: Claim, now: Date): Promise<Claim | undefined> {
    const { owner, language, member, until } = claim;
    await tx.query(
      `insert into translation_claim (dyad_id, owner_id, target, member_id, until) values ($1, $2, $3, $4, $5)
       on conflict (owner_id, target) do update set member_id = excluded.member_id, until = excluded.until
       where translation_claim.member_id = excluded.member_id or translation_claim.until <= $6`,
      [dyadId, owner, language, member, until, now],
    );
    return (await this.claims(tx, [owner], now)).find((one) => one.language === language);
  }

  /** Who is at translations of these texts now. */
  claims(tx: Tx, owners: readonly string[], now: Date): Promise<Claim[]> {
    return tx.query<Claim>(
      `select owner_id as owner, target as language, member_id as member, until from translation_claim
       where owner_id = any($1::uuid[]) and until > $2 order by owner_id, target`,
      [owners, now],
    );
  }

  async release(tx: Tx, { owner, language }: Target, member: string): Promise<void> {
    await tx.query(`delete from translation_claim where owner_id = $1 and target = $2 and member_id = $3`, [
      owner,
      language,
      member,
    ]);
  }

  /** Nobody is at translations of these texts any more. */
  async releaseAll(tx: Tx, owners: readonly string[]): Promise<void> {
    await tx.query(`delete from translation_claim where owner_id = any($1::uuid[])`, [owners]);
  }

  async remove(tx: Tx, owners: readonly string[]): Promise<void> {
    await this.releaseAll(tx, owners);
    await tx.query(`delete from translation_request where owner_id = any($1::uuid[])`, [owners]);
  }
}
