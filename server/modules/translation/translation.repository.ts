import { Injectable } from '@nestjs/common';
import type { Side } from '../../../shared/access/actor.js';
import type { TranslationStatus, TranslationView } from '../../../shared/translation/translation.schema.js';
import type { WhyNone } from '../../../shared/translation/egress.rules.js';
import type { Tx } from '../../platform/database/tx.js';
import type { OwnerKind } from './translation.events.js';

/** A translation as it is stored; the body is Markdown, as written or as an engine gave it back. */
export interface StoredTranslation {
  readonly id: string;
  readonly owner: string;
  readonly language: string;
  readonly status: TranslationStatus;
  readonly body: string | null;
  readonly engine: string | null;
  readonly via: string | null;
  /** Of one from the memory: how near it was, and what the entries are. */
  readonly recalled: TranslationView['memory'];
  readonly checks: readonly string[];
  readonly unknownWords: readonly string[];
  readonly providedBy: string | null;
  /** Why no engine made one. */
  readonly whyNone: WhyNone | null;
  readonly madeAt: Date | null;
  /** The sides of those who stand behind it. */
  readonly behind: readonly Side[];
  readonly disputed: boolean;
}

/** A translation whose text was written anew. */
export interface OutdatedTranslation extends Pick<StoredTranslation, 'owner' | 'language' | 'providedBy'> {
  readonly dyadId: string;
}

export interface NewTranslation extends Omit<StoredTranslation, 'behind' | 'disputed'> {
  readonly dyadId: string;
  readonly ownerKind: OwnerKind;
  readonly source: string;
  readonly engineVersion: string | null;
}

/** What came of a job, for the translation that waits for it. */
export type Filling = Pick<
  NewTranslation,
  | 'owner'
  | 'language'
  | 'status'
  | 'body'
  | 'engine'
  | 'engineVersion'
  | 'via'
  | 'recalled'
  | 'checks'
  | 'unknownWords'
  | 'whyNone'
  | 'madeAt'
>;

/** A translation that has its text now, or the reason why there is none. */
export type Filled = Pick<StoredTranslation, 'id' | 'owner' | 'language'>;

// Asked for each row and not by a function, which would take twice as long.
const behind = `(select coalesce(array_agg(distinct s.side), '{}') from translation_stance s where s.translation_id = translation.id)`;
const disputed = `exists (select from translation_dispute d
  where d.owner_id = translation.owner_id and d.target = translation.target and d.state = 'open')`;

// The words leave the database only while moderators do not keep them from readers: every page reads through this.
const columns = `id, owner_id as owner, target as language, coalesce(withheld, status) as status,
  case when withheld is null then body end as body, engine, via, recalled,
  case when withheld is null then checks else '{}' end as checks,
  case when withheld is null then unknown_words else '{}' end as "unknownWords", provided_by as "providedBy",
  why_none as "whyNone", made_at as "madeAt", ${behind} as behind, ${disputed} as disputed`;

@Injectable()
export class TranslationRepository {
  /** Adds the current translation of an owner into a language, unless there is one. */
  async add(tx: Tx, one: NewTranslation): Promise<void> {
    await tx.query(
      `insert into translation (id, dyad_id, owner_kind, owner_id, source, target, status, body, engine, engine_version, via,
         checks, unknown_words, provided_by, made_at, recalled)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       on conflict (owner_id, target) where superseded_at is null do nothing`,
      [
        one.id,
        one.dyadId,
        one.ownerKind,
        one.owner,
        one.source,
        one.language,
        one.status,
        one.body,
        one.engine,
        one.engineVersion,
        one.via,
        one.checks,
        one.unknownWords,
        one.providedBy,
        one.madeAt,
        one.recalled,
      ],
    );
  }

  /** The current translations of many owners, in one query. */
  of(tx: Tx, owners: readonly string[]): Promise<StoredTranslation[]> {
    return tx.query<StoredTranslation>(
      `select ${columns} from translation where owner_id = any($1::uuid[]) and superseded_at is null
       order by owner_id, target`,
      [owners],
    );
  }

  /** Owners with a current translation that has all these words, in lower case; newest first. */
  async saying(tx: Tx, dyadId: string, words: readonly string[], limit: number): Promise<string[]> {
    const rows = await tx.query<{ owner: string }>(
      `select owner_id as owner from translation
       where dyad_id = $1 and superseded_at is null and withheld is null and body is not null and not exists (
         select 1 from unnest($2::text[]) as sought (word) where strpos(lower(body), word) = 0)
       order by made_at desc nulls last, owner_id limit $3`,
      [dyadId, words, limit],
    );
    return rows.map(({ owner }) => owner);
  }

  /** The current translation into one language, locked. */
  lock(tx: Tx, owner: string, language: string): Promise<StoredTranslation | undefined> {
    return tx.one<StoredTranslation>(
      `select ${columns} from translation where owner_id = $1 and target = $2 and superseded_at is null for update`,
      [owner, language],
    );
  }

  /**
   * The work of engines and the memory comes in, or why there is none: it fills what is empty, and never takes the place of
   * what a person wrote.
   * @returns those that were filled, by their own ids
   */
  fill(tx: Tx, made: readonly Filling[]): Promise<Filled[]> {
    return tx.query<Filled>(
      `update translation t set status = new.status, body = new.body, engine = new.engine,
         engine_version = new."engineVersion", via = new.via, checks = new.checks, why_none = new."whyNone",
         unknown_words = new."unknownWords", made_at = new."madeAt", recalled = new.recalled
       from jsonb_to_recordset($1::jsonb) as new (owner uuid, language text, status text, body text, engine text,
         "engineVersion" text, via text, checks text[], "whyNone" text, "unknownWords" text[], "madeAt" timestamptz,
         recalled jsonb)
       where t.owner_id = new.owner and t.target = new.language and t.superseded_at is null
         and t.status in ('pending', 'asked', 'unavailable')
       returning t.id, t.owner_id as owner, t.target as language`,
      [JSON.stringify(made)],
    );
  }

  /** The texts of translations of one text that are or were before readers, newest first; none that moderators withhold. */
  ever(tx: Tx, owner: string, language: string): Promise<(StoredTranslation & { readonly isCurrent: boolean })[]> {
    return tx.query(
      `select ${columns}, superseded_at is null as "isCurrent" from translation
       where owner_id = $1 and target = $2 and body is not null and withheld is null
       order by superseded_at desc nulls first, made_at desc, id`,
      [owner, language],
    );
  }

  /** Notes that people were asked for a translation that has no text. */
  async ask(tx: Tx, owner: string, language: string): Promise<void> {
    await tx.query(
      `update translation set status = 'asked'
       where owner_id = $1 and target = $2 and superseded_at is null and body is null`,
      [owner, language],
    );
  }

  async supersede(tx: Tx, owner: string, language: string, at: Date): Promise<void> {
    await tx.query(
      `update translation set superseded_at = $3 where owner_id = $1 and target = $2 and superseded_at is null`,
      [owner, language, at],
    );
  }

  /** Notes that texts were written anew: their translations are of what was there before. @returns what readers had */
  async outdate(tx: Tx, owners: readonly string[], at: Date): Promise<OutdatedTranslation[]> {
    const rows = await tx.query<OutdatedTranslation & { isCurrent: boolean }>(
      `update translation set stale_at = $2 where owner_id = any($1::uuid[]) and stale_at is null
       returning dyad_id as "dyadId", owner_id as owner, target as language, provided_by as "providedBy",
         superseded_at is null as "isCurrent"`,
      [owners, at],
    );
    return rows.filter(({ isCurrent }) => isCurrent);
  }

  /** Notes whether translations of these owners are used for no other text. */
  async rest(tx: Tx, owners: readonly string[], rests: boolean): Promise<void> {
    await tx.query(`update translation set rests = $2 where owner_id = any($1::uuid[]) and rests <> $2`, [
      owners,
      rests,
    ]);
  }

  /** Forgets what engines made of the passages of these owners; their translations stay. */
  async forgetPassages(tx: Tx, owners: readonly string[]): Promise<void> {
    await tx.query(
      `delete from translation_cache where translation_id in
         (select id from translation where owner_id = any($1::uuid[]))`,
      [owners],
    );
  }

  /** Deletes every translation of these owners, earlier ones too. */
  async remove(tx: Tx, owners: readonly string[]): Promise<void> {
    await tx.query(`delete from translation where owner_id = any($1::uuid[])`, [owners]);
  }
}
