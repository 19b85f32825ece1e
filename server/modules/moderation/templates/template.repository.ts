import { Injectable } from '@nestjs/common';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { NewVersion, Template } from './template.js';

const select = `
  select t.id, t.reason, jsonb_agg(jsonb_build_object('version', v.version, 'title', v.title, 'text', v.text,
    'keys', (select coalesce(jsonb_agg(k.side order by k.side), '[]') from moderation_template_key k
             where k.template_id = v.template_id and k.version = v.version)) order by v.version) as versions
  from moderation_template t join moderation_template_version v on v.template_id = t.id`;

/** Templates and their versions: added, and never changed. */
@Injectable()
export class TemplateRepository {
  all(tx: Tx, dyadId: string): Promise<Template[]> {
    return tx.query<Template>(`${select} where t.dyad_id = $1 group by t.id order by t.opened_at, t.id`, [dyadId]);
  }

  find(tx: Tx, id: string): Promise<Template | undefined> {
    return tx.one<Template>(`${select} where t.id = $1 group by t.id`, [id]);
  }

  /** Nobody else words or keys this template until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 7062006))`, [id]);
  }

  async open(tx: Tx, dyadId: string, id: string, reason: ReasonCode, at: Date): Promise<void> {
    await tx.query(`insert into moderation_template (id, dyad_id, reason, opened_at) values ($1, $2, $3, $4)`, [
      id,
      dyadId,
      reason,
      at,
    ]);
  }

  async word(tx: Tx, dyadId: string, { template, version, title, text, proposedBy, at }: NewVersion): Promise<void> {
    await tx.query(
      `insert into moderation_template_version (template_id, version, dyad_id, title, text, proposed_by, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [template, version, dyadId, JSON.stringify(title), JSON.stringify(text), proposedBy, at],
    );
  }

  /** @returns whether the side had not given it before */
  async key(
    tx: Tx,
    dyadId: string,
    { template, version }: Pick<NewVersion, 'template' | 'version'>,
    by: { readonly side: 'a' | 'b'; readonly memberId: string },
    at: Date,
  ): Promise<boolean> {
    const given = await tx.one(
      `insert into moderation_template_key (template_id, version, side, dyad_id, member_id, at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning side`,
      [template, version, by.side, dyadId, by.memberId, at],
    );
    return given !== undefined;
  }
}
