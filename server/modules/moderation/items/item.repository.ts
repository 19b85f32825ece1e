import { Injectable } from '@nestjs/common';
import type { ContentKind } from '../../../../shared/moderation/content-kind.rules.js';
import { deskQueueNames, type DeskQueue } from '../../../../shared/moderation/desk.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from './item.js';

const columns = `id, dyad_id as "dyadId", kind, content_id as content, place_id as place, revision, amends,
  author_id as "authorId", author_side as "authorSide", concerns, state, shown, resumes, alarmed, version, priority, since,
  turn_at as "turnAt", submitted_at as "submittedAt", held_until as "heldUntil", held_by as "heldBy", approved_at as "approvedAt"`;

/** A piece of content has its first submission for life, and a later revision only while that is undecided. */
const open = `(not amends or state in ('pending', 'returned'))`;

/** A place in a queue: that of an item which stands, or stood, there. */
export interface QueuePlace {
  readonly turnAt: Date;
  readonly id: string;
}

/** A page of the desk: which queue, and after which place. */
export interface DeskPage {
  readonly queue: DeskQueue;
  readonly after: QueuePlace | undefined;
  readonly limit: number;
}

/** Items as they stand: what their events lead to. */
@Injectable()
export class ItemRepository {
  async add(tx: Tx, item: Item): Promise<void> {
    await tx.query(
      `insert into moderation_item (id, dyad_id, kind, content_id, place_id, amends, author_id, author_side, revision, concerns,
         state, shown, resumes, alarmed, version, priority, since, turn_at, submitted_at, held_until, held_by, approved_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
      [
        item.id,
        item.dyadId,
        item.kind,
        item.content,
        item.place,
        item.amends,
        item.authorId,
        item.authorSide,
        ...movable(item),
      ],
    );
  }

  /** Writes where the item stands now. */
  async save(tx: Tx, item: Item): Promise<void> {
    await tx.query(
      `update moderation_item set revision = $2, concerns = $3, state = $4, shown = $5, resumes = $6, alarmed = $7, version = $8,
         priority = $9, since = $10, turn_at = $11, submitted_at = $12, held_until = $13, held_by = $14, approved_at = $15
       where id = $1`,
      [item.id, ...movable(item)],
    );
  }

  find(tx: Tx, id: string): Promise<Item | undefined> {
    return tx.one<Item>(`select ${columns} from moderation_item where id = $1`, [id]);
  }

  /** Items in the order in which they are named. */
  inOrder(tx: Tx, ids: readonly string[]): Promise<Item[]> {
    return tx.query<Item>(
      `select ${columns} from moderation_item where id = any($1::uuid[]) order by array_position($1::uuid[], id)`,
      [ids],
    );
  }

  /** Every item of a dyad, by id. */
  async all(tx: Tx, dyadId: string): Promise<ReadonlyMap<string, Item>> {
    const rows = await tx.query<Item>(`select ${columns} from moderation_item where dyad_id = $1`, [dyadId]);
    return new Map(rows.map((row) => [row.id, row]));
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

  /**
   * Whoever is the first to point at a piece of content begins its item alone until the transaction ends. Asked for while
   * nothing else of it is locked, and by nobody who decides about it.
   */
  async lockBeginning(tx: Tx, kind: ContentKind, content: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 7062008))`, [`${kind} ${content}`]);
  }

  /** Several items, locked in the order of their ids: all before anything is done with one of them. */
  async lockMany(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Item>> {
    const rows = await tx.query<Item>(
      `select ${columns} from moderation_item where id = any($1::uuid[]) order by id for update`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /**
   * A page of a queue, in its order. The index of the queues alone says which items these are, so that a page costs the
   * same however long the queue is, and wherever in it.
   */
  page(tx: Tx, dyadId: string, { queue, after, limit }: DeskPage): Promise<Item[]> {
    return tx.query<Item>(
      `select ${columns} from moderation_item where id in (
         select id from moderation_item
         where dyad_id = $1 and state = $2 and ($3::timestamptz is null or (turn_at, id) > ($3, $4))
         order by turn_at, id limit $5)
       order by turn_at, id`,
      [dyadId, queue, after?.turnAt ?? null, after?.id ?? null, limit],
    );
  }

  async counts(tx: Tx, dyadId: string): Promise<Record<DeskQueue, number>> {
    const rows = await tx.query<{ state: DeskQueue; items: number }>(
      `select state, count(*)::int as items from moderation_item
       where dyad_id = $1 and state = any($2::text[]) group by state`,
      [dyadId, deskQueueNames],
    );
    const of = (queue: DeskQueue): number => rows.find(({ state }) => state === queue)?.items ?? 0;
    return Object.fromEntries(deskQueueNames.map((queue) => [queue, of(queue)])) as Record<DeskQueue, number>;
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
}

/** What changes as an item moves, in the order of both statements. */
const movable = (item: Item): unknown[] => [
  item.revision,
  item.concerns,
  item.state,
  item.shown,
  item.resumes,
  item.alarmed,
  item.version,
  item.priority,
  item.since,
  item.turnAt,
  item.submittedAt,
  item.heldUntil,
  item.heldBy,
  item.approvedAt,
];
