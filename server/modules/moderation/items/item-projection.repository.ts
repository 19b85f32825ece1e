import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from './item.js';

const atOnce = 2_000;

/** Writes all items of a dyad at once, for those who make them anew from their events. */
@Injectable()
export class ItemProjectionRepository {
  /** Nobody moves an item until the end of the transaction; reading goes on. */
  async lockToRead(tx: Tx): Promise<void> {
    await tx.query(`lock table moderation_item in share mode`);
  }

  /** The same, and nobody locks one either. */
  async lockToWrite(tx: Tx): Promise<void> {
    await tx.query(`lock table moderation_item in exclusive mode`);
  }

  /** Writes all items of a dyad as they are given, but those that stand so already; what has no event goes. */
  async replace(tx: Tx, dyadId: string, items: readonly Item[]): Promise<void> {
    await tx.query(`delete from moderation_item where dyad_id = $1 and not (id = any($2::uuid[]))`, [
      dyadId,
      items.map(({ id }) => id),
    ]);
    for (let from = 0; from < items.length; from += atOnce) await this.write(tx, items.slice(from, from + atOnce));
  }

  private async write(tx: Tx, items: readonly Item[]): Promise<void> {
    await tx.query(
      `insert into moderation_item (id, dyad_id, kind, content_id, place_id, amends, author_id, author_side, revision, concerns,
         state, shown, resumes, alarmed, version, priority, since, turn_at, submitted_at, held_until, held_by, approved_at)
       select id, "dyadId", kind, content, place, amends, "authorId", "authorSide", revision, concerns, state, shown, resumes,
         alarmed, version, priority, since, "turnAt", "submittedAt", "heldUntil", "heldBy", "approvedAt"
       from jsonb_to_recordset($1::jsonb) as told (id uuid, "dyadId" uuid, kind text, content uuid, place uuid, amends boolean,
         "authorId" uuid, "authorSide" text, revision integer, concerns uuid[], state text, shown boolean, resumes text,
         alarmed boolean, version integer, priority double precision, since timestamptz, "turnAt" timestamptz,
         "submittedAt" timestamptz, "heldUntil" timestamptz, "heldBy" uuid, "approvedAt" timestamptz)
       where not exists (select from moderation_item i where i.id = told.id
         and (i.kind, i.content_id, i.place_id, i.amends, i.author_id, i.author_side, i.revision, i.concerns, i.state, i.shown,
           i.resumes, i.alarmed, i.version, i.priority, i.since, i.turn_at, i.submitted_at, i.held_until, i.held_by, i.approved_at)
         is not distinct from (told.kind, content, place, told.amends, "authorId", "authorSide", told.revision, told.concerns,
           told.state, told.shown, told.resumes, told.alarmed, told.version, told.priority, told.since, "turnAt", "submittedAt",
           "heldUntil", "heldBy", "approvedAt"))
       on conflict (id) do update set kind = excluded.kind, content_id = excluded.content_id, place_id = excluded.place_id,
         amends = excluded.amends, author_id = excluded.author_id, author_side = excluded.author_side,
         revision = excluded.revision, concerns = excluded.concerns, state = excluded.state, shown = excluded.shown,
         resumes = excluded.resumes, alarmed = excluded.alarmed, version = excluded.version, priority = excluded.priority,
         since = excluded.since, turn_at = excluded.turn_at, submitted_at = excluded.submitted_at, held_until = excluded.held_until, held_by = excluded.held_by,
         approved_at = excluded.approved_at`,
      [JSON.stringify(items)],
    );
  }
}
