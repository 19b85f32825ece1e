import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { canonicalText } from '../../../../shared/statements/canonical.rules.js';
import type { PublicDraft, PublicDraftBrief } from '../../../../shared/statements/visibility.schema.js';
import { DyadReader, type DyadProfile } from '../../dyads/dyad.reader.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Citations } from '../citations/citations.query.js';
import { JudgedClauses } from '../judged-clauses.js';
import { StatementRepository, type StatementRow } from '../statement.repository.js';
import { statementBrief } from '../statement.view.js';

/** Drafts that both sides show to everybody, without a word about who wrote or agreed: visitors see no member anywhere. */
@Injectable()
export class PublicDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dyads: DyadReader,
    private readonly statements: StatementRepository,
    private readonly clauses: JudgedClauses,
    private readonly citations: Citations,
  ) {}

  /** @throws Failure `request.not_found` */
  async list(slug: string): Promise<PublicDraftBrief[]> {
    const { id: dyadId } = await this.dyad(slug);
    const rows = await this.unitOfWork.run({ dyadId }, (tx) =>
      this.statements.list(tx, dyadId, { visibilities: ['public'], states: [], withheld: false }),
    );
    return rows.filter(isUnderWay).map(brief);
  }

  /** @throws Failure `request.not_found` also for a draft that is not shown to everybody, or that moderators withhold */
  async read(slug: string, statement: string): Promise<PublicDraft> {
    const { id: dyadId, languageOf } = await this.dyad(slug);
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const row = await this.statements.find(tx, dyadId, statement);
      if (row?.visibility !== 'public' || row.withheld !== null || !isUnderWay(row))
        throw new Failure('request.not_found');
      const { clauses: judged } = await this.clauses.now(tx, statement, row.state !== 'drafting');
      const { clauses: _, ...about } = brief(row);
      const clauses = judged.map(({ id, state, fell, texts }) => ({
        id,
        state,
        fell: [...fell],
        texts: { a: [...canonicalText(texts.a)], b: [...canonicalText(texts.b)] },
      }));
      const citations = await this.citations.lookForAll(tx, dyadId, clauses);
      return { ...about, languages: { ...languageOf }, clauses, citations };
    });
  }

  private dyad(slug: string): Promise<DyadProfile> {
    return this.unitOfWork.run('all dyads', (tx) => this.dyads.named(tx, slug));
  }
}

/** What is ratified has a page of its own. */
const isUnderWay = ({ state }: StatementRow): boolean => state !== 'ratified';

function brief(row: StatementRow): PublicDraftBrief {
  const { visibility: _, withheld: __, ...told } = statementBrief(row);
  return told;
}
