import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { sortedJson } from '../../../../shared/contract/sorted-json.js';
import { canonicalText } from '../../../../shared/statements/canonical.rules.js';
import type { readAuthorship, readHistory } from '../../../../shared/statements/history.contract.js';
import type { Authorship, HistoryPage, HistoryStep as StepView } from '../../../../shared/statements/history.schema.js';
import { mostSteps } from '../../../../shared/statements/version.rules.js';
import type { Permit } from '../../../platform/access/permit.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Tx } from '../../../platform/database/tx.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DocumentHistory, type HistoryStep } from '../../documents/document-history.port.js';
import { Documents } from '../../documents/documents.port.js';
import { MemberReader } from '../../dyads/member.reader.js';
import { readClauses, type DocumentClause } from '../statement-document.js';
import { statementKind } from '../statement-kind.js';
import { StatementReader } from '../statement.reader.js';
import { authorshipOf } from './authorship.view.js';
import { writtenRuns } from './written-runs.js';

/** How a statement came to say what it says. Who may read it may read that too: nothing is quietly rewritten. */
@Injectable()
export class StatementHistory {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementReader,
    private readonly documents: Documents,
    private readonly history: DocumentHistory,
    private readonly members: MemberReader,
  ) {}

  /** @throws Failure `request.not_found` also for a draft that the caller may not see */
  async read({ params, query }: InputOf<typeof readHistory>, permit: Permit): Promise<HistoryPage> {
    const { dyadId } = permit.member;
    const id = params.statement;
    const told = await this.unitOfWork.run({ dyadId }, async (tx) => {
      await this.requireReadable(tx, id, permit);
      const { end } = await this.documents.look(id, () => undefined);
      const upto = Math.min(query.upto ?? end.seq, end.seq);
      const steps = await this.history.steps(tx, id, upto, mostSteps);
      const page = steps.slice(query.from - 1, query.from - 1 + query.limit);
      const people = await this.members.views(
        tx,
        page.flatMap(({ memberIds }) => memberIds),
      );
      return { upto, steps, page, people: [...people.values()] };
    });
    const { upto, steps, page, people } = told;
    // What a step changed is told from the one before it.
    const before = steps[query.from - 2];
    const ends = [...(before ? [before] : []), ...page].map((step) => step.upto);
    const states = await this.history.replay({ id, dyadId, kind: statementKind }, ends, readClauses);
    const earlier = before ? states : [[], ...states];
    return {
      steps: page.map((step, at) => stepView(query.from + at, step, earlier[at] ?? [], earlier[at + 1] ?? [])),
      total: steps.length,
      upto,
      people,
    };
  }

  /** @throws Failure `request.not_found` also for a draft that the caller may not see */
  authorship({ params }: InputOf<typeof readAuthorship>, permit: Permit): Promise<Authorship> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, async (tx) => {
      await this.requireReadable(tx, params.statement, permit);
      const { seen } = await this.documents.look(params.statement, (doc) =>
        writtenRuns(
          doc,
          readClauses(doc).map(({ id }) => id),
        ),
      );
      const writers = await this.history.writers(tx, params.statement);
      const people = await this.members.views(tx, [...new Set(writers.values())]);
      return authorshipOf(seen, writers, people);
    });
  }

  private async requireReadable(tx: Tx, id: string, permit: Permit): Promise<void> {
    const found = await this.statements.find(tx, id, permit.member);
    if (!found) throw new Failure('request.not_found');
    permit.require('document.open', { documentRole: found.role });
  }
}

function stepView(
  number: number,
  { at, memberIds }: HistoryStep,
  before: readonly DocumentClause[],
  after: readonly DocumentClause[],
): StepView {
  const was = new Map(before.map((clause) => [clause.id, sortedJson(textsOf(clause))]));
  return {
    number,
    on: dayOf(at),
    by: [...memberIds],
    order: after.map(({ id }) => id),
    clauses: after.flatMap((clause) => {
      const texts = textsOf(clause);
      return was.get(clause.id) === sortedJson(texts) ? [] : [{ id: clause.id, texts }];
    }),
  };
}

const textsOf = ({ texts }: DocumentClause) => ({ a: [...canonicalText(texts.a)], b: [...canonicalText(texts.b)] });
