import { Injectable } from '@nestjs/common';
import type { ItemState } from '../../../shared/moderation/moderation.lifecycle.js';
import type { Tx } from '../../platform/database/tx.js';
import type { ContentKind, Item } from './moderation-item.js';

const columns = `id, dyad_id as "dyadId", kind, content_id as content, revision, amends, author_id as "authorId",
  author_side as "authorSide", state, version, since, held_until as "heldUntil"`;

/** A piece of content has its first submission for life, and a later revision only while that is undecided. */
const open = `(not amends or state in ('pending', 'returned'))`;

/** A page of the desk: which queue, and after which item. */
export interface DeskPage {
  readonly state: readonly ItemState[];
  readonly after: string | undefined;
  readonly limit: number;
}

/** Where a post stands with the moderators, as its author may know it. */
export interface StandingRow {
  readonly content: string;
  readonly state: ItemState;
  readonly amends: boolean;
  readonly revision: number;
  readonly since: Date;
  readonly heldUntil: Date | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly ahead: number | null;
}

@Injectable()
export class ModerationItemRepository {
  async add(tx: Tx, item: Item): Promise<void> {
    await tx.query(
      `insert into moderation_item (id, dyad_id, kind, content_id, revision, amends, author_id, author_side, state, version, since)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        item.id,
        item.dyadId,
        item.kind,
        item.content,
        item.revision,
        item.amends,
        item.authorId,
        item.authorSide,
        item.state,
        item.version,
        item.since,
      ],
    );
  }

  find(tx: Tx, id: string): Promise<Item | undefined> {
    return tx.one<Item>(`select ${columns} from moderation_item where id = $1`, [id]);
  }

  /** Everything open about one piece of content, without a lock. */
  of(tx: Tx, kind: ContentKind, content: string): Promise<Item[]> {
    return tx.query<Item>(
      `select ${columns} from moderation_item where kind = $1 and content_id = $2 and ${open} order by amends, id`,
      [kind, content],
    );
  }

  /** Everything open about one piece of content, the first submission before a later one, all locked. */
  lockOf(tx: Tx, kind: ContentKind, content: string): Promise<Item[]> {
    return tx.query<Item>(
      `select ${columns} from moderation_item
       where kind = $1 and content_id = $2 and ${open}
       order by amends, id for update`,
      [kind, content],
    );
  }

  /** One held item whose time is over, locked; what another node is ending is left to it. */
  lockOverdue(tx: Tx, now: Date): Promise<Item | undefined> {
    return tx.one<Item>(
      `select ${columns} from moderation_item where state = 'held' and held_until <= $1
       order by held_until, id limit 1 for update skip locked`,
      [now],
    );
  }

  /** Writes where the item stands now. */
  async save(tx: Tx, item: Item, approvedAt: Date | null): Promise<void> {
    await tx.query(
      `update moderation_item set state = $2, version = $3, since = $4, held_until = $5, revision = $6,
         approved_at = coalesce(approved_at, $7) where id = $1`,
      [item.id, item.state, item.version, item.since, item.heldUntil, item.revision, approvedAt],
    );
  }

  page(tx: Tx, dyadId: string, { state, after, limit }: DeskPage): Promise<Item[]> {
    return tx.query<Item>(
      `select ${columns} from moderation_item
       where dyad_id = $1 and state = any($2::text[])
         and ($3::uuid is null or (-priority, since, id) > (select -priority, since, id from moderation_item where id = $3))
       order by priority desc, since, id limit $4`,
      [dyadId, state, after ?? null, limit],
    );
  }

  async counts(tx: Tx, dyadId: string): Promise<{ pending: number; held: number; returned: number }> {
    const row = await tx.one<{ pending: number; held: number; returned: number }>(
      `select count(*) filter (where state in ('pending', 'in_review'))::int as pending,
              count(*) filter (where state = 'held')::int as held,
              count(*) filter (where state = 'returned')::int as returned
       from moderation_item where dyad_id = $1 and state in ('pending', 'in_review', 'held', 'returned')`,
      [dyadId],
    );
    return row ?? { pending: 0, held: 0, returned: 0 };
  }

  /** How many posts of a member were ever approved, counted up to a number that suffices. */
  async approvedPosts(tx: Tx, authorId: string, enough: number): Promise<number> {
    const row = await tx.one<{ approved: number }>(
      `select count(*)::int as approved from (select from moderation_item
         where author_id = $1 and approved_at is not null and not amends limit $2) as approved`,
      [authorId, enough],
    );
    return row?.approved ?? 0;
  }

  /** How posts that wait or came back stand, by content: how many wait longer, and why it came back. */
  standing(tx: Tx, dyadId: string, contents: readonly string[]): Promise<StandingRow[]> {
    return tx.query<StandingRow>(
      `select i.content_id as content, i.state, i.amends, i.revision, i.since, i.held_until as "heldUntil", e.reason, e.note,
              case when i.state = 'pending' then (select count(*)::int from moderation_item p where p.dyad_id = $1
                and p.state = 'pending' and (-p.priority, p.since, p.id) < (-i.priority, i.since, i.id)) end as ahead
       from moderation_item i
       left join lateral (select reason, note from moderation_event where item_id = i.id and reason is not null
                          order by at desc, id desc limit 1) e on i.state in ('returned', 'held')
       where i.dyad_id = $1 and i.content_id = any($2::uuid[]) and i.state in ('pending', 'held', 'returned')
       order by i.amends`,
      [dyadId, contents],
    );
  }
}
