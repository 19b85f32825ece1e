import { Injectable } from '@nestjs/common';
import type { MemoryOrigin } from '../../../../shared/translation/memory.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Pair } from '../engine/translation-engine.js';

/** An entry as it is stored. */
export interface EntryRow {
  readonly id: string;
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly source: string;
  readonly target: string;
  /** In hexadecimal digits, as the other hash. */
  readonly sourceHash: string;
  readonly contextHash: string | null;
  readonly origin: MemoryOrigin;
  /** Of the file that it was brought in by. */
  readonly fileName: string | null;
  readonly byPeople: boolean;
  /** The sides of which somebody confirmed it. */
  readonly confirmedBy: readonly ('a' | 'b')[];
  readonly at: Date;
}

/** An entry that is like one of several sentences. */
export interface EntryLike extends EntryRow {
  /** The place of that sentence among them. */
  readonly sentence: number;
  /** The text that the entry was learned from; nothing for one from a file. */
  readonly owner: string | null;
}

/** What else a file said of an entry. */
export interface FileUnit {
  readonly unit: object;
  readonly unitName: string;
}

export interface NewEntry extends FileUnit {
  readonly id: string;
  readonly dyadId: string;
  readonly pair: Pair;
  readonly source: string;
  readonly target: string;
  readonly sourceHash: Buffer;
  readonly targetHash: Buffer;
  readonly contextHash: Buffer | null;
  readonly translationId: string | null;
  readonly importId: string | null;
  readonly byPeople: boolean;
  readonly at: Date;
}

/** A file that entries come from. */
export interface NewImport {
  readonly id: string;
  readonly dyadId: string;
  readonly format: string;
  readonly fileName: string;
  readonly byPeople: boolean;
  readonly importedBy: string | null;
  readonly at: Date;
}

/** The place after which a page of the newest entries begins. */
export interface EntryPlace {
  readonly at: Date;
  readonly id: string;
}

// What both sides stand behind as a translation they agree on as an entry, unless somebody disputes it.
const isReviewed = `(
  (select count(distinct s.side) from translation_stance s where s.translation_id = t.id and s.side in ('a', 'b')) = 2
  and not exists (select from translation_dispute d
    where d.owner_id = t.owner_id and d.target = t.target and d.translation_id = t.id and d.state = 'open'))`;

const columns = `e.id, e.source_language as "sourceLanguage", e.target_language as "targetLanguage", e.source, e.target,
  encode(e.source_hash, 'hex') as "sourceHash", encode(e.context_hash, 'hex') as "contextHash",
  case when e.import_id is null then 'text' else 'import' end as origin, i.file_name as "fileName",
  e.by_people as "byPeople", e.at,
  array_remove(array[case when e.confirmed_a is not null or ${isReviewed} then 'a' end,
    case when e.confirmed_b is not null or ${isReviewed} then 'b' end], null) as "confirmedBy"`;

// An entry rests with the translation that it was learned from: while moderators keep that, or its text, from readers, and
// once a better one has taken its place.
const joined = `memory_entry e left join memory_import i on i.id = e.import_id
  left join translation t on t.id = e.translation_id`;
const isInUse = `(e.translation_id is null or (t.withheld is null and t.superseded_at is null and not t.rests))`;

@Injectable()
export class MemoryRepository {
  /** Adds entries; those that a file brought before are left out. @returns how many are new */
  async add(tx: Tx, entries: readonly NewEntry[]): Promise<number> {
    const rows = await tx.query(
      `insert into memory_entry (id, dyad_id, source_language, target_language, source, target, signs, source_hash,
         target_hash, context_hash, translation_id, import_id, by_people, unit, unit_name, at)
       select id, "dyadId", source_language, target_language, source, target,
         memory_signs("dyadId", source_language, target_language, source), decode(source_hash, 'hex'),
         decode(target_hash, 'hex'), decode(context_hash, 'hex'), "translationId", "importId", "byPeople", unit, "unitName", at
       from jsonb_to_recordset($1::jsonb) as new (id uuid, "dyadId" uuid, source_language text, target_language text,
         source text, target text, source_hash text, target_hash text, context_hash text, "translationId" uuid,
         "importId" uuid, "byPeople" boolean, unit jsonb, "unitName" text, at timestamptz)
       on conflict do nothing returning id`,
      [JSON.stringify(entries.map(asRecord))],
    );
    return rows.length;
  }

  /** Entries in use whose source is one of these, by hash. */
  exact(tx: Tx, dyadId: string, { source, target }: Pair, hashes: readonly string[]): Promise<EntryRow[]> {
    return tx.query<EntryRow>(
      `select ${columns} from ${joined}
       where e.dyad_id = $1 and e.source_language = $2 and e.target_language = $3
         and e.source_hash = any(array(select decode(hash, 'hex') from unnest($4::text[]) as hash)) and ${isInUse}
       order by e.at desc, e.id desc`,
      [dyadId, source, target, hashes],
    );
  }

  /** Entries in use that are like a sentence: about three words in five are the same; the nearest first. @param sought composed (NFC) */
  alike(tx: Tx, dyadId: string, { source, target }: Pair, sought: string, most: number): Promise<EntryRow[]> {
    return tx.query<EntryRow>(
      `select ${columns} from memory_alike($1, $2, $3, $4, $5) with ordinality as found (id, place)
       join ${joined} on e.id = found.id where ${isInUse} order by found.place`,
      [dyadId, source, target, sought, most],
    );
  }

  /**
   * Entries in use that are like one of several sentences, for all of them at once; the nearest first.
   * @param sought composed (NFC)
   */
  alikeEach(
    tx: Tx,
    dyadId: string,
    { source, target }: Pair,
    sought: readonly string[],
    most: number,
  ): Promise<EntryLike[]> {
    return tx.query<EntryLike>(
      `select ${columns}, given.place::int - 1 as sentence, t.owner_id as owner
       from unnest($4::text[]) with ordinality as given (text, place)
       cross join lateral memory_alike($1, $2, $3, given.text, $5) with ordinality as found (id, place)
       join ${joined} on e.id = found.id where ${isInUse} order by given.place, found.place`,
      [dyadId, source, target, sought, most],
    );
  }

  /** The newest entries in use after a place. */
  newest(tx: Tx, dyadId: string, after: EntryPlace, most: number): Promise<EntryRow[]> {
    return tx.query<EntryRow>(
      `select ${columns} from ${joined} where e.dyad_id = $1 and (e.at, e.id) < ($2, $3) and ${isInUse}
       order by e.at desc, e.id desc limit $4`,
      [dyadId, after.at, after.id, most],
    );
  }

  /** The newest entries in use after a place that hold words in one of their languages. @param words composed (NFC) */
  saying(tx: Tx, dyadId: string, words: string, after: EntryPlace, most: number): Promise<EntryRow[]> {
    return tx.query<EntryRow>(
      `select ${columns} from memory_saying($1, $2, $3, $4, $5) as found (id) join ${joined} on e.id = found.id
       where ${isInUse} order by e.at desc, e.id desc`,
      [dyadId, `%${words.replace(/[\\%_]/g, '\\$&')}%`, after.at, after.id, most],
    );
  }

  /** Entries of a pair in use for a file, the oldest first, after a place; with all that a file said of them. */
  forFile(
    tx: Tx,
    dyadId: string,
    { source, target }: Pair,
    after: EntryPlace,
    most: number,
  ): Promise<(EntryRow & FileUnit)[]> {
    return tx.query<EntryRow & FileUnit>(
      `select ${columns}, e.unit, e.unit_name as "unitName" from ${joined}
       where e.dyad_id = $1 and e.source_language = $2 and e.target_language = $3 and (e.at, e.id) > ($4, $5) and ${isInUse}
       order by e.at, e.id limit $6`,
      [dyadId, source, target, after.at, after.id, most],
    );
  }

  async addImport(tx: Tx, one: NewImport): Promise<void> {
    await tx.query(
      `insert into memory_import (id, dyad_id, format, file_name, by_people, imported_by, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [one.id, one.dyadId, one.format, one.fileName, one.byPeople, one.importedBy, one.at],
    );
  }

  find(tx: Tx, dyadId: string, id: string): Promise<EntryRow | undefined> {
    return tx.one<EntryRow>(`select ${columns} from ${joined} where e.dyad_id = $1 and e.id = $2 and ${isInUse}`, [
      dyadId,
      id,
    ]);
  }

  /** Notes who of a side confirmed an entry; the first of a side stays. */
  async confirm(tx: Tx, id: string, side: 'a' | 'b', member: string): Promise<void> {
    await tx.query(
      `update memory_entry set confirmed_a = case when $2 = 'a' then coalesce(confirmed_a, $3::uuid) else confirmed_a end,
         confirmed_b = case when $2 = 'b' then coalesce(confirmed_b, $3::uuid) else confirmed_b end
       where id = $1`,
      [id, side, member],
    );
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query(`delete from memory_entry where id = $1`, [id]);
  }
}

const asRecord = ({ pair, sourceHash, targetHash, contextHash, ...entry }: NewEntry): object => ({
  ...entry,
  source_language: pair.source,
  target_language: pair.target,
  source_hash: sourceHash.toString('hex'),
  target_hash: targetHash.toString('hex'),
  context_hash: contextHash?.toString('hex') ?? null,
});
