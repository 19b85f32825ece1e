import { Injectable } from '@nestjs/common';
import type { ErasedPart } from '../../../shared/record/erased-part.js';
import type { Tx } from '../../platform/database/tx.js';

type Texts = Record<string, string>;

/** A dyad with the number of the charter version in force. */
export interface DyadRow {
  readonly id: string;
  readonly slug: string;
  readonly name: Texts;
  readonly purpose: Texts;
  readonly label_a: Texts;
  readonly label_b: Texts;
  readonly language_a: string;
  readonly language_b: string;
  readonly bridge_language: string | null;
  readonly founded_at: Date;
  readonly charter_version: number;
  /** By the charter in force: how many organisations of each side have to sign. */
  readonly quorum: number;
}

/** A charter as it is adopted. */
export type NewCharter = Pick<CharterRow, 'articles' | 'quorum'>;

export interface CharterRow {
  readonly version: number;
  readonly articles: { number: number; title: Texts; body: Texts }[];
  readonly quorum: number;
  readonly adopted_at: Date;
}

export interface DisclosureRow {
  readonly id: string;
  readonly kind: 'funding' | 'interest' | 'state_involvement';
  readonly title: Texts;
  readonly body: Texts;
  readonly erased: readonly ErasedPart[];
  readonly published_at: Date;
}

const select = `
  select d.*, coalesce(c.version, 0)::int as charter_version, coalesce(c.quorum, 1)::int as quorum
  from dyad d left join lateral (
    select version, quorum from charter_version where dyad_id = d.id order by version desc limit 1) c on true`;

@Injectable()
export class DyadRepository {
  all(tx: Tx): Promise<DyadRow[]> {
    return tx.query<DyadRow>(`${select} order by d.slug`);
  }

  bySlug(tx: Tx, slug: string): Promise<DyadRow | undefined> {
    return tx.one<DyadRow>(`${select} where d.slug = $1`, [slug]);
  }

  byId(tx: Tx, id: string): Promise<DyadRow | undefined> {
    return tx.one<DyadRow>(`${select} where d.id = $1`, [id]);
  }

  async add(tx: Tx, row: Omit<DyadRow, 'charter_version' | 'quorum'>): Promise<void> {
    await tx.query(
      `insert into dyad (id, slug, name, purpose, label_a, label_b, language_a, language_b, bridge_language, founded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        row.id,
        row.slug,
        row.name,
        row.purpose,
        row.label_a,
        row.label_b,
        row.language_a,
        row.language_b,
        row.bridge_language,
        row.founded_at,
      ],
    );
  }

  charter(tx: Tx, dyadId: string, version: number): Promise<CharterRow | undefined> {
    return tx.one<CharterRow>(
      `select version, articles, quorum, adopted_at from charter_version where dyad_id = $1 and version = $2`,
      [dyadId, version],
    );
  }

  charterVersions(tx: Tx, dyadId: string): Promise<Omit<CharterRow, 'articles' | 'quorum'>[]> {
    return tx.query(`select version, adopted_at from charter_version where dyad_id = $1 order by version desc`, [
      dyadId,
    ]);
  }

  /** Adds the next version; its number. Of two adopted at the same moment the second waits, and counts on from the first. */
  async adoptCharter(tx: Tx, dyadId: string, { articles, quorum }: NewCharter, at: Date): Promise<number> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 7062003))`, [dyadId]);
    const row = await tx.one<{ version: number }>(
      `insert into charter_version (dyad_id, version, articles, quorum, adopted_at)
       select $1, coalesce(max(version), 0) + 1, $2, $3, $4 from charter_version where dyad_id = $1 returning version`,
      [dyadId, JSON.stringify(articles), quorum, at],
    );
    return row?.version ?? 0;
  }

  disclosures(tx: Tx, dyadId: string): Promise<DisclosureRow[]> {
    return tx.query(`select * from disclosure where dyad_id = $1 order by published_at desc, id`, [dyadId]);
  }

  /** What is left of the title of a disclosure of which texts were erased. */
  async emptyDisclosure(tx: Tx, { id, title, erased }: Pick<DisclosureRow, 'id' | 'title' | 'erased'>): Promise<void> {
    await tx.query(`update disclosure set title = $2, erased = $3 where id = $1`, [id, title, JSON.stringify(erased)]);
  }

  async publishDisclosure(tx: Tx, dyadId: string, row: Omit<DisclosureRow, 'erased'>): Promise<void> {
    await tx.query(
      `insert into disclosure (id, dyad_id, kind, title, body, published_at) values ($1, $2, $3, $4, $5, $6)`,
      [row.id, dyadId, row.kind, row.title, row.body, row.published_at],
    );
  }
}
