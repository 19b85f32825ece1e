import { Injectable } from '@nestjs/common';
import type { Finding } from '../../../../shared/moderation/detection/finding.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';

/** One revision of something written. */
type Revision = Pick<Item, 'dyadId' | 'kind' | 'content' | 'revision'>;

/** What was found in a revision, as it is kept. */
export interface KeptLook extends Revision {
  readonly findings: readonly Finding[];
  readonly concern: number;
  readonly lookedAt: Date;
}

/** What was found in texts, by revision: both items that a revision may belong to show the same. */
@Injectable()
export class LookRepository {
  /** The newest look at a revision takes the place of an earlier one. */
  async keep(tx: Tx, look: KeptLook): Promise<void> {
    const { dyadId, kind, content, revision, findings, concern, lookedAt } = look;
    await tx.query(
      `insert into moderation_look (kind, content_id, revision, dyad_id, findings, concern, looked_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (kind, content_id, revision) do update
         set findings = excluded.findings, concern = excluded.concern, looked_at = excluded.looked_at`,
      [kind, content, revision, dyadId, JSON.stringify(findings), concern, lookedAt],
    );
  }

  /** How much there is to look at a revision for; 0 also where nothing has looked yet. */
  async concernOf(tx: Tx, { kind, content, revision }: Revision): Promise<number> {
    const row = await tx.one<{ concern: number }>(
      `select concern from moderation_look where kind = $1 and content_id = $2 and revision = $3`,
      [kind, content, revision],
    );
    return row?.concern ?? 0;
  }

  /** What was found in the revisions that items are about, by item. */
  async of(tx: Tx, items: readonly string[]): Promise<ReadonlyMap<string, readonly Finding[]>> {
    const rows = await tx.query<{ item: string; findings: Finding[] }>(
      `select i.id as item, l.findings from moderation_item i
       join moderation_look l on l.kind = i.kind and l.content_id = i.content_id and l.revision = i.revision
       where i.id = any($1::uuid[])`,
      [items],
    );
    return new Map(rows.map(({ item, findings }) => [item, findings]));
  }

  /** Forgets what was found in a piece of content: its words are gone. */
  async erase(tx: Tx, { kind, content }: Pick<Item, 'kind' | 'content'>): Promise<void> {
    await tx.query(`delete from moderation_look where kind = $1 and content_id = $2`, [kind, content]);
  }

  /** Forgets what was found before so many months and days. @returns how much that was */
  async forget(tx: Tx, now: Date, { months, days }: { months: number; days: number }): Promise<number> {
    const rows = await tx.query(
      `delete from moderation_look where looked_at < $1::timestamptz - make_interval(months => $2, days => $3)
       returning content_id`,
      [now, months, days],
    );
    return rows.length;
  }
}
