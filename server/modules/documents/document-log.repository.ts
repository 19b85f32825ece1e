import { Injectable } from '@nestjs/common';
import { PinnedConnection } from '../../platform/database/pinned-connection.js';
import type { Tx } from '../../platform/database/tx.js';
import type { WholeState } from './document-content.js';
import { firstLink } from './document-chain.js';
import type { Binding } from './ingress/writer-bindings.js';
import type { FreshClient } from './server-clients.js';

/** The end of a document's log: the number of the newest update, and the last link of the chain. */
export interface LogEnd {
  readonly seq: number;
  readonly chain: Buffer;
}

export interface DocumentRow extends LogEnd {
  readonly id: string;
  readonly dyadId: string;
  readonly kind: string;
}

export interface StoredUpdate {
  readonly seq: number;
  readonly bytes: Buffer;
  readonly chain: Buffer;
}

/** An update with its place in the log. */
export interface ChainedUpdate extends LogEnd {
  readonly memberId: string | null;
  readonly bytes: Uint8Array;
}

/** Updates of one document that follow each other, to be written together or not at all. */
export interface Batch {
  readonly document: string;
  readonly dyadId: string;
  /** The end they were made for; they are not written when the log has another. */
  readonly after: LogEnd;
  readonly updates: readonly ChainedUpdate[];
  readonly bindings: readonly FreshClient[];
}

/** The end of the log once a batch is written. */
export const endOf = ({ after, updates }: Batch): LogEnd => updates.at(-1) ?? after;

/** The logs of documents. Appending is one statement for all documents of a moment, on a connection of its own. */
@Injectable()
export class DocumentLogRepository {
  constructor(private readonly writer: PinnedConnection) {}

  async add(tx: Tx, document: { id: string; dyadId: string; kind: string; at: Date }): Promise<void> {
    await tx.query(`insert into document (id, dyad_id, kind, head, created_at) values ($1, $2, $3, $4, $5)`, [
      document.id,
      document.dyadId,
      document.kind,
      firstLink,
      document.at,
    ]);
  }

  /** The first update of a document that is being made. */
  async addFirst(
    tx: Tx,
    first: { id: string; dyadId: string; bytes: Buffer; chain: Buffer; client: number; at: Date },
  ): Promise<void> {
    const { id, dyadId, bytes, chain, client, at } = first;
    await tx.query(
      `insert into document_update (document_id, dyad_id, seq, bytes, chain, at) values ($1, $2, 1, $3, $4, $5)`,
      [id, dyadId, bytes, chain, at],
    );
    await tx.query(
      `insert into document_writer (document_id, dyad_id, client, at) values ($1, $2, $3, $4) on conflict do nothing`,
      [id, dyadId, client, at],
    );
    await tx.query(`update document set seq = 1, head = $2 where id = $1`, [id, chain]);
  }

  /** All clients of another document write in this one no more: what they wrote came with its first update. */
  async closeClientsOf(tx: Tx, other: string, { id, at }: { id: string; at: Date }): Promise<void> {
    await tx.query(
      `insert into document_writer (document_id, dyad_id, client, at)
       select $2, dyad_id, client, $3 from document_writer where document_id = $1
       on conflict do nothing`,
      [other, id, at],
    );
  }

  async find(tx: Tx, id: string): Promise<DocumentRow | undefined> {
    return tx.one<DocumentRow>(
      `select id, dyad_id as "dyadId", kind, seq::int as seq, head as chain from document where id = $1`,
      [id],
    );
  }

  seqs(tx: Tx, ids: readonly string[]): Promise<{ id: string; seq: number }[]> {
    return tx.query(`select id, seq::int as seq from document where id = any($1::uuid[])`, [ids]);
  }

  async state(tx: Tx, id: string): Promise<(WholeState & { readonly uptoSeq: number }) | undefined> {
    return tx.one(`select upto_seq::int as "uptoSeq", bytes, vector from document_state where document_id = $1`, [id]);
  }

  /** Stores a state unless a newer one is there. */
  async keepState(tx: Tx, row: Pick<DocumentRow, 'id' | 'dyadId'>, uptoSeq: number, state: WholeState): Promise<void> {
    await tx.query(
      `insert into document_state (document_id, dyad_id, upto_seq, bytes, vector) values ($1, $2, $3, $4, $5)
       on conflict (document_id) do update
       set upto_seq = excluded.upto_seq, bytes = excluded.bytes, vector = excluded.vector
       where document_state.upto_seq < excluded.upto_seq`,
      [row.id, row.dyadId, uptoSeq, buffer(state.bytes), buffer(state.vector)],
    );
  }

  after(tx: Tx, id: string, seq: number): Promise<StoredUpdate[]> {
    return tx.query<StoredUpdate>(
      `select seq::int as seq, bytes, chain from document_update where document_id = $1 and seq > $2
       order by document_update.seq`,
      [id, seq],
    );
  }

  async bindings(tx: Tx, id: string, recentSince: Date): Promise<Binding[]> {
    return tx.query<Binding>(
      `select client::float8 as client, member_id as "memberId", for_member_id as "forMemberId", at > $2 as recent
       from document_writer where document_id = $1`,
      [id, recentSince],
    );
  }

  /**
   * Writes batches of several documents in one transaction. The rows of the documents are locked in the order of their
   * ids, so that two nodes cannot wait for each other.
   * @returns the documents whose batch was written; the log of the others has another end
   */
  async append(batches: readonly Batch[], at: Date): Promise<Set<string>> {
    const updates = batches.flatMap(({ document, dyadId, updates: given }) =>
      given.map((one) => ({ document, dyadId, ...one })),
    );
    const bindings = batches.flatMap(({ document, dyadId, bindings: fresh }) =>
      fresh.map((one) => ({ document, dyadId, ...one })),
    );
    const ends = batches.map((batch) => ({ document: batch.document, from: batch.after.seq, ...endOf(batch) }));
    const written = await this.writer.query<{ id: string }>(appendStatement, [
      ends.map(({ document }) => document),
      ends.map(({ from }) => from),
      ends.map(({ seq }) => seq),
      ends.map(({ chain }) => chain),
      updates.map(({ document }) => document),
      updates.map(({ dyadId }) => dyadId),
      updates.map(({ seq }) => seq),
      updates.map(({ memberId }) => memberId),
      updates.map(({ bytes }) => buffer(bytes)),
      updates.map(({ chain }) => chain),
      bindings.map(({ document }) => document),
      bindings.map(({ dyadId }) => dyadId),
      bindings.map(({ client }) => client),
      bindings.map(({ memberId }) => memberId),
      at,
      bindings.map(({ forMemberId }) => forMemberId ?? null),
    ]);
    return new Set(written.map(({ id }) => id));
  }
}

const buffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

const appendStatement = `
  with wanted as (
    select * from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bytea[]) as w (id, from_seq, to_seq, head)
  ), locked as (
    select id from document where id = any($1::uuid[]) order by id for update
  ), moved as (
    update document d set seq = w.to_seq, head = w.head
    from wanted w join locked using (id)
    where d.id = w.id and d.seq = w.from_seq
    returning d.id
  ), added as (
    insert into document_update (document_id, dyad_id, seq, member_id, bytes, chain, at)
    select u.id, u.dyad_id, u.seq, u.member_id, u.bytes, u.chain, $15
    from unnest($5::uuid[], $6::uuid[], $7::bigint[], $8::uuid[], $9::bytea[], $10::bytea[])
      as u (id, dyad_id, seq, member_id, bytes, chain)
    join moved using (id)
  ), bound as (
    insert into document_writer (document_id, dyad_id, client, member_id, for_member_id, at)
    select b.id, b.dyad_id, b.client, b.member_id, b.for_member_id, $15
    from unnest($11::uuid[], $12::uuid[], $13::bigint[], $14::uuid[], $16::uuid[])
      as b (id, dyad_id, client, member_id, for_member_id)
    join moved using (id)
    on conflict do nothing
  )
  select id from moved`;
