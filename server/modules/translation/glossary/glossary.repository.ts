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

  async addConcept(tx: Tx, dyadId: string, id: string): Promise<void> {
    await tx.query(`insert into term_concept (id, dyad_id) values ($1, $2)`, [id, dyadId]);
  }

  /** Adds the next version of the glossary; the caller holds the lock. */
  async add(tx: Tx, dyadId: string, row: NewRevision): Promise<void> {
    const { concept, type, note, terms, act, at } = row;
    const version = (await this.newest(tx, dyadId)) + 1;
    await tx.query(
      `insert into term_revision (dyad_id, version, concept_id, type, note, act_id, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [dyadId, version, concept, type, note, act, at],
    );
    for (const [place, one] of terms.entries()) {
      await tx.query(
        `insert into term (dyad_id, version, place, language, form, forms, stems, status)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [dyadId, version, place, one.language, one.form, one.forms, one.stems, one.status],
      );
    }
  }
}
