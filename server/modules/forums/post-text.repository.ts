import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { WrittenRevision } from './post-row.js';

/** A stored revision with its words. */
export interface RevisionRow {
  readonly id: string;
  readonly post: string;
  readonly number: number;
  readonly language: string;
  readonly source: string;
  readonly mentions: Readonly<Record<string, string>> | null;
  readonly writtenAt: Date;
}

/** A revision that another one follows. */
export interface EarlierRevision {
  readonly id: string;
  readonly number: number;
  readonly writtenAt: Date;
  readonly isShown: boolean;
}

const mentions = `shown_mentions(r.id) as mentions`;
const columns = `r.id, r.post_id as post, r.number, r.language, t.source, ${mentions}, r.written_at as "writtenAt"`;

/** The words: revisions, and the texts that their author can take back. */
@Injectable()
export class PostTextRepository {
  async add(tx: Tx, one: WrittenRevision): Promise<void> {
    const names = Object.keys(one.mentions);
    await tx.query(
      `with revision as (
         insert into post_revision (id, dyad_id, post_id, number, language, written_at) values ($1, $2, $3, $4, $5, $6)),
       quoted as (
         insert into post_quote (revision_id, quoted_id, dyad_id) select $1, quoted, $2 from unnest($10::uuid[]) as quoted),
       mentioned as (
         insert into mention (revision_id, name, dyad_id, member_id)
         select $1, name, $2, member_id from unnest($8::text[], $9::uuid[]) as named (name, member_id))
       insert into post_text (revision_id, dyad_id, source) values ($1, $2, $7)`,
      [
        one.id,
        one.dyadId,
        one.post,
        one.number,
        one.language,
        one.writtenAt,
        one.source,
        names,
        names.map((name) => one.mentions[name]),
        one.quotes,
      ],
    );
  }

  /** Notes that readers could see this revision; what was never shown stays out of the history. */
  async noteShown(tx: Tx, post: string, number: number, at: Date): Promise<void> {
    await tx.query(
      `insert into post_shown (revision_id, dyad_id, at)
       select id, dyad_id, $3 from post_revision where post_id = $1 and number = $2 on conflict do nothing`,
      [post, number, at],
    );
  }

  /**
   * Revisions that readers have seen, newest first; none when the words were taken back. Of a redacted post there is but
   * the redacted text: the earlier ones may say what was taken out.
   */
  shown(tx: Tx, post: string): Promise<RevisionRow[]> {
    return tx.query<RevisionRow>(
      `select coalesce(x.id, r.id) as id, r.post_id as post, r.number, r.language, coalesce(x.source, t.source) as source,
         ${mentions}, r.written_at as "writtenAt"
       from post_revision r join post_shown s on s.revision_id = r.id join post_text t on t.revision_id = r.id
       left join post_redaction x on x.post_id = r.post_id
       where r.post_id = $1 and (x.id is null or x.revision_id = r.id) order by r.number desc`,
      [post],
    );
  }

  /** Given revisions of posts, with their words. */
  numbered(tx: Tx, wanted: readonly { readonly post: string; readonly revision: number }[]): Promise<RevisionRow[]> {
    return tx.query<RevisionRow>(
      `select ${columns} from unnest($1::uuid[], $2::int[]) as wanted (post, number)
       join post_revision r on r.post_id = wanted.post and r.number = wanted.number
       join post_text t on t.revision_id = r.id`,
      [wanted.map((one) => one.post), wanted.map((one) => one.revision)],
    );
  }

  /**
   * Deletes all words of a post, and the title of a thread that only it would have opened; that there were revisions,
   * and when, stays.
   * @returns the revisions, a redaction of one, and the thread, that have no words now
   */
  async erase(tx: Tx, post: string): Promise<string[]> {
    const revisions = await tx.query<{ id: string }>(`select id from post_revision where post_id = $1`, [post]);
    const ids = revisions.map((row) => row.id);
    await tx.query(`delete from mention where revision_id = any($1::uuid[])`, [ids]);
    await tx.query(`delete from post_quote where revision_id = any($1::uuid[])`, [ids]);
    await tx.query(`delete from post_text where revision_id = any($1::uuid[])`, [ids]);
    const redactions = await tx.query<{ id: string }>(`delete from post_redaction where post_id = $1 returning id`, [
      post,
    ]);
    const threads = await tx.query<{ id: string }>(
      `update thread set title = '' where opening_post_id = $1 and opened_at is null returning id`,
      [post],
    );
    return [...ids, ...redactions.map((row) => row.id), ...threads.map((row) => row.id)];
  }

  /** Everything of a post that has translations: its revisions, redactions, and the title of a thread that it begins. */
  async owners(tx: Tx, post: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from post_revision where post_id = $1 union all select id from post_redaction where post_id = $1
       union all select id from thread where opening_post_id = $1`,
      [post],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of them that readers have when they have the post: of a redacted one nothing that may say what was taken out. */
  async shownOwners(tx: Tx, post: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from post_redaction where post_id = $1
       union all select id from post_revision where post_id = $1
         and not exists (select from post_redaction x where x.post_id = $1)
       union all select id from thread where opening_post_id = $1
         and not exists (select from post_redaction x where x.post_id = $1 and x.title is not null)`,
      [post],
    );
    return rows.map(({ id }) => id);
  }

  /** The revisions of a post before a given one, and which of them readers have before them at present. */
  before(tx: Tx, post: string, number: number): Promise<EarlierRevision[]> {
    return tx.query<EarlierRevision>(
      `select r.id, r.number, r.written_at as "writtenAt", p.published_at is not null and p.revision = r.number as "isShown"
       from post_revision r join post p on p.id = r.post_id where r.post_id = $1 and r.number < $2 order by r.number`,
      [post, number],
    );
  }

  /**
   * What readers could see of posts before the revisions that are shown now, with the words; newest first. Nothing of
   * redacted ones: it may say what was taken out.
   */
  shownBefore(tx: Tx, revisions: readonly string[]): Promise<RevisionRow[]> {
    return tx.query<RevisionRow>(
      `select ${columns} from post_revision current join post_revision r on r.post_id = current.post_id
         and r.number < current.number
       join post_shown s on s.revision_id = r.id join post_text t on t.revision_id = r.id
       where current.id = any($1::uuid[]) and not exists (select from post_redaction x where x.post_id = r.post_id)
       order by r.post_id, r.number desc`,
      [revisions],
    );
  }

  /** Whether words of a post may go to no translation engine of others: its author wants so, or not everybody reads them. */
  async staysInside(tx: Tx, post: string): Promise<boolean> {
    const row = await tx.one<{ staysInside: boolean }>(
      `select p.stays_inside or t.place_kind is not null as "staysInside"
       from post p join thread th on th.id = p.thread_id join topic t on t.id = th.topic_id where p.id = $1`,
      [post],
    );
    return row?.staysInside ?? true;
  }
}
