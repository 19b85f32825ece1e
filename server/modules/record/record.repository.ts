import { Injectable } from '@nestjs/common';
import type { ErasedPart } from '../../../shared/record/erased-part.js';
import type { RecordEntry } from '../../../shared/record/record.contract.js';
import type { Tx } from '../../platform/database/tx.js';

export type EntryRow = Omit<RecordEntry, 'dyad'>;

type Kind = RecordEntry['kind'];

/** What entries are sought by. */
export interface SoughtEntries {
  /** Words in lower case, each with the kinds of entries that are called so. */
  readonly words: readonly { readonly word: string; readonly kinds: readonly Kind[] }[];
  readonly among: readonly Kind[];
}

/** An entry in the history of its subject. */
export interface HistoryEntry {
  readonly subject: string;
  readonly seq: number;
  readonly rev: number;
  readonly kind: Kind;
  readonly on: string;
  /** Which texts of it were erased. */
  readonly erased: readonly ErasedPart[];
}

/** Nobody is shown what the log has not signed: it could not be proved to them. */
const isSigned = `r.seq < (select h.published_size from log_head h where h.dyad_id = r.dyad_id)`;

/** The texts of an entry that were erased. */
const fromErased = `from log_entry e
    join log_disclosure d on d.dyad_id = e.dyad_id and d.leaf = e.leaf and d.erased_on is not null
    where e.dyad_id = r.dyad_id and e.idx = r.seq`;

const erasedDays = `(
    select coalesce(jsonb_agg(distinct jsonb_build_object('on', to_char(d.erased_on, 'YYYY-MM-DD'), 'ground', d.ground)), '[]')
    ${fromErased})`;

const erasedParts = `(
    select coalesce(jsonb_agg(
      jsonb_build_object('path', d.path, 'on', to_char(d.erased_on, 'YYYY-MM-DD'), 'ground', d.ground) order by d.path), '[]')
    ${fromErased})`;

/** An entry as readers see it, with what of it was erased. */
const columns = `r.seq, r.kind, to_char(r.day, 'YYYY-MM-DD') as on, r.about, ${erasedDays} as erased`;

@Injectable()
export class RecordRepository {
  history(tx: Tx, dyadId: string, subjects: readonly string[]): Promise<HistoryEntry[]> {
    return tx.query<HistoryEntry>(
      `select r.subject_id as subject, r.seq, r.rev, r.kind, to_char(r.day, 'YYYY-MM-DD') as on, ${erasedParts} as erased
       from record_entry r
       where r.dyad_id = $1 and r.subject_id = any($2::uuid[]) and ${isSigned} order by r.subject_id, r.rev`,
      [dyadId, subjects],
    );
  }

  numbered(tx: Tx, dyadId: string, numbers: readonly number[]): Promise<EntryRow[]> {
    return tx.query<EntryRow>(
      `select ${columns}
       from record_entry r where r.dyad_id = $1 and r.seq = any($2::int[]) and ${isSigned}`,
      [dyadId, numbers],
    );
  }

  /** Entries that have each of these words in a text or a name of theirs, as a number, or in how their kind is called. */
  saying(tx: Tx, dyadId: string, { words, among }: SoughtEntries, limit: number): Promise<EntryRow[]> {
    const named = words.flatMap(({ word, kinds }) => kinds.map((kind) => ({ word, kind })));
    return tx.query<EntryRow>(
      `select ${columns}
       from record_entry r where r.dyad_id = $1 and r.kind = any($6::text[]) and ${isSigned} and not exists (
         select 1 from unnest($2::text[]) as sought (word)
         where word not in (r.seq::text, coalesce(r.about ->> 'version', ''))
           and strpos(lower(jsonb_path_query_array(r.about - 'digests', '$.*.*')::text), word) = 0
           and not exists (
             select 1 from unnest($3::text[], $4::text[]) as named (word, kind)
             where named.word = sought.word and named.kind = r.kind))
       order by r.seq desc limit $5`,
      [
        dyadId,
        words.map(({ word }) => word),
        named.map(({ word }) => word),
        named.map(({ kind }) => kind),
        limit,
        among,
      ],
    );
  }

  newest(tx: Tx, slug: string, before: number | undefined, limit: number): Promise<EntryRow[]> {
    return tx.query<EntryRow>(
      `select ${columns}
       from record_entry r join dyad d on d.id = r.dyad_id
       where d.slug = $1 and ($2::int is null or r.seq < $2) and ${isSigned} order by r.seq desc limit $3`,
      [slug, before ?? null, limit],
    );
  }
}
