import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import { DisclosureSeal } from './disclosure-seal.js';
import { madeEntry, type MadeEntry, type SaidEntry } from './entry-maker.js';
import type { WaitingEntry } from './log.repository.js';

interface ChainRow {
  readonly sub: string;
  readonly rev: number;
  readonly leaf: Buffer | null;
}

/** What is written of an entry before it has a number. */
type Written = MadeEntry & { readonly rev: number; readonly day: string };

/**
 * Writes entries in the transaction of what they record: each is made whole and hashed here, and numbered and signed by
 * the sequencer. Two entries of one subject wait for each other; all others go side by side.
 */
@Injectable()
export class EntryWriter {
  constructor(private readonly seal: DisclosureSeal) {}

  /** Writes an entry into the queue of the log. @returns which entry of its subject it is, from 1 */
  async queue(tx: Tx, dyadId: string, entry: SaidEntry, day: string): Promise<number> {
    const written = await this.made(tx, dyadId, entry, day);
    await this.write(tx, dyadId, entry, written, true);
    return written.rev;
  }

  /** The same for an entry that gets its number in this very transaction, past the queue. */
  async atOnce(tx: Tx, dyadId: string, entry: SaidEntry, day: string): Promise<WaitingEntry> {
    const written = await this.made(tx, dyadId, entry, day);
    await this.write(tx, dyadId, entry, written, false);
    return { ...written, ...entry };
  }

  private async made(tx: Tx, dyadId: string, entry: SaidEntry, day: string): Promise<Written> {
    const before = await this.lockedChain(tx, dyadId, entry.subject);
    const place = { sub: before.sub, rev: before.rev + 1, prev: before.leaf, day };
    return { ...madeEntry(entry, place), rev: place.rev, day };
  }

  /** Begins the history of a subject that has none; the row is locked either way. */
  private async lockedChain(tx: Tx, dyadId: string, subject: string): Promise<ChainRow> {
    const row = await tx.one<ChainRow>(
      `insert into log_chain (dyad_id, subject_id, sub, rev) values ($1, $2, $3, 0)
       on conflict (dyad_id, subject_id) do update set rev = log_chain.rev
       returning sub, rev, leaf`,
      [dyadId, subject, randomId()],
    );
    if (!row) throw new Error('The chain of a subject was not written');
    return row;
  }

  /** In one statement: the log costs whoever writes as little as it can. */
  private async write(
    tx: Tx,
    dyadId: string,
    { kind, subject, about }: SaidEntry,
    { rev, day, record, leaf, told }: Written,
    isQueued: boolean,
  ): Promise<void> {
    const { id, key, wrapped } = this.seal.newKey(randomId());
    await tx.query(
      `with chained as (
         update log_chain set rev = $3, leaf = $4 where dyad_id = $1 and subject_id = $2
       ), keyed as (
         insert into log_disclosure_key (id, dyad_id, leaf, wrapped)
         select $9, $1, $4, $10 where cardinality($11::text[]) > 0
       ), told as (
         insert into log_disclosure (dyad_id, leaf, digest, path, key_id, box)
         select $1, $4, digest, path, $9, box from unnest($11::text[], $12::text[], $13::bytea[]) as t (digest, path, box)
       )
       insert into log_outbox (dyad_id, subject_id, rev, kind, day, about, record, leaf)
       select $1, $2, $3, $5, $6, $7, $8, $4 where $14`,
      [
        dyadId,
        subject,
        rev,
        Buffer.from(leaf),
        kind,
        day,
        JSON.stringify(about),
        Buffer.from(record),
        id,
        wrapped,
        told.map(({ digest }) => digest),
        told.map(({ path }) => path),
        told.map(({ digest, disclosure }) => this.seal.box(key, dyadId, digest, disclosure)),
        isQueued,
      ],
    );
  }
}
