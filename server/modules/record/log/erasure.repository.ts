import { Injectable } from '@nestjs/common';
import type { ErasureGround } from '../../../../shared/record/erasure.rules.js';
import type { RecordEntry } from '../../../../shared/record/record.contract.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import { DisclosureSeal, type WrappedKey } from './disclosure-seal.js';

/** A text that an entry commits to and that is still there. */
export interface KeptText {
  readonly path: string;
  readonly digest: string;
  readonly keyId: string;
  readonly box: Buffer;
  readonly wrapped: Buffer;
}

export interface ErasableEntry extends Pick<RecordEntry, 'seq' | 'kind' | 'on'> {
  readonly subject: string;
  /** Which entry of its subject it is. */
  readonly rev: number;
  readonly leaf: Buffer;
  /** What readers see of it. */
  readonly about: object;
  readonly texts: readonly KeptText[];
}

/** Which texts of an entry are destroyed, and which not. */
export interface Parted {
  readonly entry: ErasableEntry;
  readonly gone: readonly KeptText[];
  readonly staying: readonly KeptText[];
}

/** Texts by their paths; a path without a text stands for whatever is told there. */
export type SoughtTexts = readonly { readonly path: string; readonly text: string | null }[];

/** An entry that tells the same, and where. */
export interface SameTexts {
  readonly seq: number;
  readonly paths: readonly string[];
}

const columnsOf = (sought: SoughtTexts) => [sought.map(({ path }) => path), sought.map(({ text }) => text)];

/** Destroys what opens the log: the texts beside it, their keys, and what readers' pages have of them. */
@Injectable()
export class ErasureRepository {
  constructor(private readonly seal: DisclosureSeal) {}

  /** A signed entry with the texts that it still has; none where there is no entry of this number. */
  async entry(tx: Tx, dyadId: string, seq: number): Promise<ErasableEntry | undefined> {
    const row = await tx.one<Omit<ErasableEntry, 'texts'>>(
      `select r.seq, r.kind, r.subject_id as subject, r.rev, to_char(r.day, 'YYYY-MM-DD') as on, r.about, e.leaf
       from record_entry r
       join log_entry e on e.dyad_id = r.dyad_id and e.idx = r.seq
       join log_head h on h.dyad_id = r.dyad_id and r.seq < h.published_size
       where r.dyad_id = $1 and r.seq = $2`,
      [dyadId, seq],
    );
    if (!row) return undefined;
    const texts = await tx.query<KeptText>(
      `select d.path, d.digest, d.key_id as "keyId", d.box, k.wrapped
       from log_disclosure d join log_disclosure_key k on k.id = d.key_id
       where d.dyad_id = $1 and d.leaf = $2 and d.box is not null and k.wrapped is not null order by d.path`,
      [dyadId, row.leaf],
    );
    return { ...row, texts };
  }

  /** The numbers of the other signed entries about the same subject that tell one of these texts, or have one of these paths. */
  async telling(
    tx: Tx,
    dyadId: string,
    { subject, seq }: Pick<ErasableEntry, 'subject' | 'seq'>,
    sought: SoughtTexts,
  ): Promise<SameTexts[]> {
    return tx.query<SameTexts>(
      `select r.seq, array_agg(s.path) as paths
       from record_entry r
       join log_head h on h.dyad_id = r.dyad_id and r.seq < h.published_size
       join unnest($4::text[], $5::text[]) as s (path, text)
         on r.about #>> string_to_array(s.path, '.') = coalesce(s.text, r.about #>> string_to_array(s.path, '.'))
       where r.dyad_id = $1 and r.subject_id = $2 and r.seq <> $3
       group by r.seq order by r.seq`,
      [dyadId, subject, seq, ...columnsOf(sought)],
    );
  }

  /** Whether an entry that tells one of these texts waits for its number, or for its signature. */
  async waits(tx: Tx, dyadId: string, subject: string, sought: SoughtTexts): Promise<boolean> {
    const row = await tx.one(
      `select 1 as one
       from (select o.about from log_outbox o where o.dyad_id = $1 and o.subject_id = $2
             union all
             select r.about from record_entry r join log_head h on h.dyad_id = r.dyad_id and r.seq >= h.published_size
             where r.dyad_id = $1 and r.subject_id = $2) as waiting
       join unnest($3::text[], $4::text[]) as s (path, text)
         on waiting.about #>> string_to_array(s.path, '.') = s.text
       limit 1`,
      [dyadId, subject, ...columnsOf(sought)],
    );
    return row !== undefined;
  }

  /** @param how why, and on which day (UTC) */
  async destroy(
    tx: Tx,
    dyadId: string,
    { entry, gone, staying }: Parted,
    { ground, day }: { readonly ground: ErasureGround; readonly day: string },
  ): Promise<void> {
    await tx.query(
      `update log_disclosure set box = null, ground = $4, erased_on = $5
       where dyad_id = $1 and leaf = $2 and digest = any($3::text[])`,
      [dyadId, entry.leaf, gone.map(({ digest }) => digest), ground, day],
    );
    if (staying.length > 0) await this.rekey(tx, dyadId, entry, staying);
    // The key opens the texts in every older copy of the table of texts, so it goes, whatever of the entry stays.
    await tx.query(
      `update log_disclosure_key set wrapped = null, destroyed_on = $2 where dyad_id = $1 and id = any($3::uuid[])`,
      [dyadId, day, [...new Set(gone.map(({ keyId }) => keyId))]],
    );
    const about = gone.reduce<object>((rest, { path }) => without(rest, path.split('.')), entry.about);
    await tx.query(`update record_entry set about = $3 where dyad_id = $1 and seq = $2`, [
      dyadId,
      entry.seq,
      JSON.stringify(about),
    ]);
  }

  private async rekey(tx: Tx, dyadId: string, { leaf }: ErasableEntry, staying: readonly KeptText[]): Promise<void> {
    const fresh = this.seal.newKey(randomId());
    await tx.query(`insert into log_disclosure_key (id, dyad_id, leaf, wrapped) values ($1, $2, $3, $4)`, [
      fresh.id,
      dyadId,
      leaf,
      fresh.wrapped,
    ]);
    await tx.query(
      `update log_disclosure d set key_id = $3, box = again.box
       from unnest($4::text[], $5::bytea[]) as again (digest, box)
       where d.dyad_id = $1 and d.leaf = $2 and d.digest = again.digest`,
      [
        dyadId,
        leaf,
        fresh.id,
        staying.map(({ digest }) => digest),
        staying.map((text) => this.again(dyadId, fresh, text)),
      ],
    );
  }

  private again(dyadId: string, fresh: WrappedKey, { keyId, wrapped, digest, box }: KeptText): Buffer {
    const text = this.seal.opened(this.seal.unwrapped(keyId, wrapped), dyadId, digest, box);
    return this.seal.box(fresh.key, dyadId, digest, text);
  }
}

/** The value without what stands at a path, and without what has nothing in it any more. */
function without(value: object, [name = '', ...inner]: readonly string[]): object {
  const entries = Object.entries(value) as [string, unknown][];
  return Object.fromEntries(
    entries.flatMap(([key, part]): [string, unknown][] => {
      if (key !== name) return [[key, part]];
      if (inner.length === 0 || typeof part !== 'object' || part === null) return [];
      const rest = without(part, inner);
      return Object.keys(rest).length > 0 ? [[key, rest]] : [];
    }),
  );
}
