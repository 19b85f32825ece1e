import { Injectable } from '@nestjs/common';
import { hashBytes } from '../../../../shared/log/hash.js';
import type { Frontier } from '../../../../shared/log/tree.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Chained } from './entry-chaining.js';
import type { WaitingEntry } from './entry-maker.js';

/** How far a log is: what is in it, and what of it is signed and served. */
export interface LogHead extends Frontier {
  readonly dyadId: string;
  readonly origin: string;
  /** The subject of entries about the log itself. */
  readonly subject: string;
  readonly root: Uint8Array;
  readonly publishedSize: number;
}

export interface StoredTile {
  readonly level: number;
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** An entry with its place in the queue. */
export interface QueuedEntry extends WaitingEntry {
  readonly id: string;
}

interface HeadRow {
  readonly dyadId: string;
  readonly origin: string;
  readonly subject: string;
  readonly size: number;
  readonly frontier: Buffer;
  readonly root: Buffer;
  readonly publishedSize: number;
}

const headColumns = `dyad_id as "dyadId", origin, subject_id as subject, size, frontier, root,
  published_size as "publishedSize"`;

/** The tables of the logs. Only the sequencer writes to them. */
@Injectable()
export class LogRepository {
  /** The dyads with entries that wait, or with entries that are not signed yet. */
  async withWork(tx: Tx): Promise<string[]> {
    const rows = await tx.prepared<{ dyadId: string }>(
      `select dyad_id as "dyadId" from log_outbox union select dyad_id from log_head where published_size < size`,
    );
    return rows.map(({ dyadId }) => dyadId);
  }

  /** The head, which nobody else moves until this transaction ends: whoever holds the row is the one sequencer. */
  async locked(tx: Tx, dyadId: string): Promise<LogHead | undefined> {
    const [row] = await tx.prepared<HeadRow>(`select ${headColumns} from log_head where dyad_id = $1 for update`, [
      dyadId,
    ]);
    return row && headOf(row);
  }

  async head(tx: Tx, slug: string): Promise<LogHead | undefined> {
    const [row] = await tx.prepared<HeadRow>(
      `select ${headColumns} from log_head where dyad_id = (select id from dyad where slug = $1)`,
      [slug],
    );
    return row && headOf(row);
  }

  /** The head as it is now; others may move it meanwhile. */
  async headOf(tx: Tx, dyadId: string): Promise<LogHead | undefined> {
    const row = await tx.one<HeadRow>(`select ${headColumns} from log_head where dyad_id = $1`, [dyadId]);
    return row && headOf(row);
  }

  /** @returns false when the log was opened meanwhile */
  async open(tx: Tx, head: LogHead): Promise<boolean> {
    const row = await tx.one(
      `insert into log_head (dyad_id, origin, subject_id, size, frontier, root, published_size)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning dyad_id`,
      [head.dyadId, head.origin, head.subject, head.size, joined(head.roots), Buffer.from(head.root), 0],
    );
    return row !== undefined;
  }

  async move(tx: Tx, head: LogHead): Promise<void> {
    await tx.prepared(
      `update log_head set size = $2, frontier = $3, root = $4, published_size = $5 where dyad_id = $1`,
      [head.dyadId, head.size, joined(head.roots), Buffer.from(head.root), head.publishedSize],
    );
  }

  /** Puts an entry into the queue, with the commit. */
  queue(tx: Tx, dyadId: string, { subject, kind, day, by, about }: WaitingEntry): void {
    tx.atCommit(
      `insert into log_outbox (dyad_id, subject_id, kind, day, author, about) values ($1, $2, $3, $4, $5, $6)`,
      [dyadId, subject, kind, day, by, about],
    );
  }

  /** The first entries of the queue, in the order in which they were handed over. Whoever holds the head may enter them. */
  waiting(tx: Tx, dyadId: string, most: number): Promise<QueuedEntry[]> {
    return tx.prepared<QueuedEntry>(
      `select id, subject_id as subject, kind, to_char(day, 'YYYY-MM-DD') as day, author as by, about
       from log_outbox where dyad_id = $1 order by id limit $2`,
      [dyadId, most],
    );
  }

  /** Moves entries from the queue into the log, under the numbers from one on, and into what readers see of it. */
  async enter(tx: Tx, dyadId: string, from: number, entries: readonly Chained<QueuedEntry>[]): Promise<void> {
    await tx.prepared(
      `with made as (
         select $2 + place - 1 as idx, id, rev, leaf, record
         from unnest($3::bigint[], $4::integer[], $5::bytea[], $6::bytea[]) with ordinality as m (id, rev, leaf, record, place)
       ), logged as (
         insert into log_entry (dyad_id, idx, leaf, record) select $1, idx, leaf, record from made
       ), left_queue as (
         delete from log_outbox o using made where o.dyad_id = $1 and o.id = made.id
         returning made.idx, o.kind, o.day, o.about, o.subject_id, made.rev
       )
       insert into record_entry (dyad_id, seq, kind, day, about, subject_id, rev)
       select $1, idx, kind, day, about, subject_id, rev from left_queue`,
      [
        dyadId,
        from,
        entries.map(({ entry }) => entry.id),
        entries.map(({ rev }) => rev),
        entries.map(({ made }) => Buffer.from(made.leaf)),
        entries.map(({ made }) => Buffer.from(made.record)),
      ],
    );
  }

  /** The first entries of a log. What readers saw of the time before there were logs keeps its number. */
  async begin(tx: Tx, dyadId: string, entries: readonly Chained<WaitingEntry>[]): Promise<void> {
    await tx.query(
      `with logged as (
         insert into log_entry (dyad_id, idx, leaf, record)
         select $1, place - 1, leaf, record
         from unnest($2::bytea[], $3::bytea[]) with ordinality as new (leaf, record, place)
       )
       insert into record_entry (dyad_id, seq, kind, day, about, subject_id, rev)
       select $1, place - 1, kind, day, about::jsonb, subject, rev
       from unnest($4::text[], $5::date[], $6::text[], $7::uuid[], $8::integer[])
         with ordinality as new (kind, day, about, subject, rev, place)
       on conflict (dyad_id, seq) do update set subject_id = excluded.subject_id, rev = excluded.rev`,
      [
        dyadId,
        entries.map(({ made }) => Buffer.from(made.leaf)),
        entries.map(({ made }) => Buffer.from(made.record)),
        entries.map(({ entry }) => entry.kind),
        entries.map(({ entry }) => entry.day),
        entries.map(({ entry }) => JSON.stringify(entry.about)),
        entries.map(({ entry }) => entry.subject),
        entries.map(({ rev }) => rev),
      ],
    );
  }

  /** These tiles, as far as they are stored. */
  async tiles(tx: Tx, dyadId: string, wanted: readonly { level: number; index: number }[]): Promise<StoredTile[]> {
    if (wanted.length === 0) return [];
    return tx.prepared<StoredTile>(
      `select t.level, t.idx as index, t.data as bytes
       from unnest($2::smallint[], $3::integer[]) as wanted (level, idx)
       join log_tile t on t.dyad_id = $1 and t.level = wanted.level and t.idx = wanted.idx`,
      [dyadId, wanted.map(({ level }) => level), wanted.map(({ index }) => index)],
    );
  }

  /** Stores tiles that are new or longer; the database refuses any that do not begin as they did. */
  async grow(tx: Tx, dyadId: string, tiles: readonly StoredTile[]): Promise<void> {
    await tx.prepared(
      `insert into log_tile (dyad_id, level, idx, data)
       select $1, level, idx, data from unnest($2::smallint[], $3::integer[], $4::bytea[]) as t (level, idx, data)
       on conflict (dyad_id, level, idx) do update set data = excluded.data`,
      [
        dyadId,
        tiles.map(({ level }) => level),
        tiles.map(({ index }) => index),
        tiles.map(({ bytes }) => Buffer.from(bytes)),
      ],
    );
  }

  /** The records from a number on, up to another. */
  async records(tx: Tx, dyadId: string, from: number, to: number): Promise<Uint8Array[]> {
    const rows = await tx.prepared<{ record: Buffer }>(
      `select record from log_entry where dyad_id = $1 and idx >= $2 and idx < $3 order by idx`,
      [dyadId, from, to],
    );
    return rows.map(({ record }) => record);
  }

  /** The note of the checkpoint of a size, with the signatures of the log. */
  async checkpoint(tx: Tx, dyadId: string, size: number): Promise<string | undefined> {
    const [row] = await tx.prepared<{ note: string }>(
      `select note from log_checkpoint where dyad_id = $1 and size = $2`,
      [dyadId, size],
    );
    return row?.note;
  }

  /** The note of the largest checkpoint that the log has signed, as far as the database knows. */
  async newestCheckpoint(tx: Tx, dyadId: string): Promise<string | undefined> {
    const row = await tx.one<{ note: string }>(
      `select note from log_checkpoint where dyad_id = $1 order by size desc limit 1`,
      [dyadId],
    );
    return row?.note;
  }

  async addCheckpoint(tx: Tx, { dyadId, size, root }: LogHead, note: string): Promise<void> {
    await tx.prepared(`insert into log_checkpoint (dyad_id, size, root, note) values ($1, $2, $3, $4)`, [
      dyadId,
      size,
      Buffer.from(root),
      note,
    ]);
  }
}

const joined = (roots: readonly Uint8Array[]): Buffer => Buffer.concat(roots);

function headOf({ frontier, ...row }: HeadRow): LogHead {
  const roots = Array.from({ length: frontier.length / hashBytes }, (_, at) =>
    frontier.subarray(at * hashBytes, (at + 1) * hashBytes),
  );
  return { ...row, roots };
}
