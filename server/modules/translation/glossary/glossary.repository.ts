import { Injectable } from '@nestjs/common';
import type { GlossaryView, Term } from '../../../../shared/translation/glossary.schema.js';
import type { Tx } from '../../../platform/database/tx.js';

type ChangeType = GlossaryView['changes'][number]['type'];

/** A concept as it was from one version of the glossary on. */
export interface RevisionRow {
  readonly concept: string;
  readonly version: number;
  readonly type: ChangeType;
  readonly note: Record<string, string>;
  readonly terms: Term[];
  readonly at: Date;
}

export interface NewRevision extends Omit<RevisionRow, 'version'> {
  readonly act: string;
}

const columns = `r.concept_id as concept, r.version, r.type, r.note, r.at,
  (select json_agg(json_build_object('language', t.language, 'form', t.form, 'forms', t.forms, 'stems', t.stems,
                                     'status', t.status) order by t.place)
   from term t where t.dyad_id = r.dyad_id and t.version = r.version) as terms`;

@Injectable()
export class GlossaryRepository {
  /** Has others who would change the glossary of the dyad wait until the transaction is over. */
  async lock(tx: Tx, dyadId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 7062006))`, [dyadId]);
  }

  /** The number of the newest version; 0 before the first change. */
  async newest(tx: Tx, dyadId: string): Promise<number> {
    const row = await tx.one<{ version: number }>(
      `select coalesce(max(version), 0)::int as version from term_revision where dyad_id = $1`,
      [dyadId],
    );
    return row?.version ?? 0;
  }

  /** The concepts that were there in a version, in the order in which they were last changed. */
  asOf(tx: Tx, dyadId: string, version: number): Promise<RevisionRow[]> {
    return tx.query<RevisionRow>(
      `select ${columns} from (
         select distinct on (concept_id) * from term_revision where dyad_id = $1 and version <= $2
         order by concept_id, version desc) r
       where r.type <> 'retired' order by r.version`,
      [dyadId, version],
    );
  }

  /** The newest changes, the newest first. */
  changes(tx: Tx, dyadId: string, most: number): Promise<RevisionRow[]> {
    return tx.query<RevisionRow>(
      `select ${columns} from term_revision r where r.dyad_id = $1 order by r.version desc limit $2`,
      [dyadId, most],
    );
  }

  async addConcepts(tx: Tx, dyadId: string, ids: readonly string[]): Promise<void> {
    await tx.query(`insert into term_concept (id, dyad_id) select unnest($2::uuid[]), $1`, [dyadId, ids]);
  }

  /** Adds the next version of the glossary; the caller holds the lock. */
  add(tx: Tx, dyadId: string, row: NewRevision): Promise<void> {
    return this.addAll(tx, dyadId, [row]);
  }

  /** Adds the next versions of the glossary, one for each change, in their order; the caller holds the lock. */
  async addAll(tx: Tx, dyadId: string, rows: readonly NewRevision[]): Promise<void> {
    const newest = await this.newest(tx, dyadId);
    const revisions = rows.map((row, at) => ({ ...row, version: newest + at + 1 }));
    await tx.query(
      `insert into term_revision (dyad_id, version, concept_id, type, note, act_id, at)
       select $1, r.version, r.concept, r.type, r.note, r.act, r.at
       from jsonb_to_recordset($2) r(version integer, concept uuid, type text, note jsonb, act uuid, at timestamptz)`,
      [dyadId, JSON.stringify(revisions.map(({ terms: _terms, ...revision }) => revision))],
    );
    const terms = revisions.flatMap(({ version, terms: all }) => all.map((one, place) => ({ ...one, version, place })));
    await tx.query(
      `insert into term (dyad_id, version, place, language, form, forms, stems, status)
       select $1, t.version, t.place, t.language, t.form, t.forms, t.stems, t.status
       from jsonb_to_recordset($2) t(version integer, place integer, language text, form text, forms text[], stems text[],
                                     status text)`,
      [dyadId, JSON.stringify(terms)],
    );
  }
}
