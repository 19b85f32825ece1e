import { Injectable } from '@nestjs/common';
import type { TopicMode } from '../../../shared/access/conditions.js';
import type { ErasedPart } from '../../../shared/record/erased-part.js';
import type { Tx } from '../../platform/database/tx.js';
import type { TopicPlace } from './place-guards.port.js';

/** A topic with what its page counts. */
export interface TopicRow {
  readonly id: string;
  readonly slug: string;
  readonly title: Readonly<Record<string, string>>;
  readonly description: Readonly<Record<string, string>>;
  /** What was erased of the title. */
  readonly erased: readonly ErasedPart[];
  readonly mode: TopicMode;
  readonly modeReason: string | null;
  /** The thing that the topic belongs to; nothing for a topic of the forum. */
  readonly place: TopicPlace | null;
  readonly threads: number;
  readonly posts: number;
  readonly lastPostAt: Date | null;
}

/** What decides whether one may write in a topic. */
export type LockedTopic = Pick<TopicRow, 'id' | 'mode' | 'place'>;

export interface NewTopic {
  readonly id: string;
  readonly dyadId: string;
  readonly slug: string;
  readonly title: Readonly<Record<string, string>>;
  readonly description: Readonly<Record<string, string>>;
  readonly mode: TopicMode;
  readonly modeReason: string | null;
  readonly place: TopicPlace | null;
  readonly openedAt: Date;
}

/** What an erasure changes. */
type Emptied = 'title' | 'description' | 'erased';

const place = `case when t.place_kind is null then null
  else json_build_object('kind', t.place_kind, 'id', t.place_id) end as place`;

const withCounts = `select t.id, t.slug, t.title, t.description, t.erased, t.mode, t.mode_reason as "modeReason",
    ${place},
    coalesce(c.threads, 0)::int as threads, coalesce(c.posts, 0)::int as posts, c.last_post_at as "lastPostAt"
  from topic t left join lateral (
    select count(*) as threads, sum(posts_a + posts_b + posts_neutral) as posts, max(last_post_at) as last_post_at
    from thread where topic_id = t.id and opened_at is not null) c on true`;

@Injectable()
export class TopicRepository {
  /** @returns false when the dyad has a topic of this name */
  async add(tx: Tx, topic: NewTopic): Promise<boolean> {
    const row = await tx.one(
      `insert into topic (id, dyad_id, slug, title, description, mode, mode_reason, opened_at, place_kind, place_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (dyad_id, slug) do nothing returning id`,
      [
        topic.id,
        topic.dyadId,
        topic.slug,
        JSON.stringify(topic.title),
        JSON.stringify(topic.description),
        topic.mode,
        topic.modeReason,
        topic.openedAt,
        topic.place?.kind ?? null,
        topic.place?.id ?? null,
      ],
    );
    return row !== undefined;
  }

  /** The topics of the forum; those that belong to things are found by their thing. */
  list(tx: Tx, dyadId: string): Promise<TopicRow[]> {
    return tx.query<TopicRow>(
      `${withCounts} where t.dyad_id = $1 and t.place_kind is null order by c.last_post_at desc nulls last, t.id`,
      [dyadId],
    );
  }

  titles(tx: Tx, dyadId: string): Promise<Pick<TopicRow, 'slug' | 'title' | 'place'>[]> {
    return tx.query(`select t.slug, t.title, ${place} from topic t where t.dyad_id = $1`, [dyadId]);
  }

  /** What is left of a topic of which texts of the title were erased, kept from changing until the transaction ends. */
  async empty(tx: Tx, { id, title, description, erased }: Pick<TopicRow, 'id' | Emptied>): Promise<void> {
    await tx.query(`update topic set title = $2, description = $3, erased = $4 where id = $1`, [
      id,
      JSON.stringify(title),
      JSON.stringify(description),
      JSON.stringify(erased),
    ]);
  }

  findBySlug(tx: Tx, dyadId: string, slug: string): Promise<TopicRow | undefined> {
    return tx.one<TopicRow>(`${withCounts} where t.dyad_id = $1 and t.slug = $2`, [dyadId, slug]);
  }

  findMany(tx: Tx, ids: readonly string[]): Promise<TopicRow[]> {
    return tx.query<TopicRow>(`${withCounts} where t.id = any($1::uuid[])`, [ids]);
  }

  /** What decides whether one may write in a topic; its mode cannot change before this transaction ends. */
  lockMode(tx: Tx, dyadId: string, slug: string): Promise<LockedTopic | undefined> {
    return tx.one(`select id, mode, ${place} from topic t where dyad_id = $1 and slug = $2 for share`, [dyadId, slug]);
  }

  /** Changes the mode, for both sides at once: there is one column and no other. */
  async changeMode(
    tx: Tx,
    dyadId: string,
    slug: string,
    mode: TopicMode,
    reason: string,
  ): Promise<Pick<TopicRow, 'id' | 'title' | 'place'> | undefined> {
    return tx.one<Pick<TopicRow, 'id' | 'title' | 'place'>>(
      `update topic t set mode = $3, mode_reason = $4 where dyad_id = $1 and slug = $2 returning id, title, ${place}`,
      [dyadId, slug, mode, reason],
    );
  }
}
