import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import type { NoticeView } from '../../../../shared/moderation/notice.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { AppealAnswers } from '../appeals/appeal-answers.query.js';
import { SanctionRepository } from '../sanctions/sanction.repository.js';
import { JudgedWords } from './judged-words.query.js';
import { decisionView, reportView } from './notice.view.js';
import { ReportAnswerRepository } from './report-answer.repository.js';
import { StatementRepository } from './statement.repository.js';

/** One notice with everything around it: the words, what is left of a sanction, an appeal and its answer. */
@Injectable()
export class NoticeDetails {
  constructor(
    private readonly statements: StatementRepository,
    private readonly reports: ReportAnswerRepository,
    private readonly sanctions: SanctionRepository,
    private readonly appeals: AppealAnswers,
    private readonly words: JudgedWords,
  ) {}

  async find(tx: Tx, member: DyadMember, id: string): Promise<NoticeView | undefined> {
    const { memberId } = member;
    const statement = await this.statements.find(tx, memberId, id);
    const answer = statement ? undefined : await this.reports.find(tx, memberId, id);
    const told = statement ?? answer;
    if (!told) return undefined;
    const appeal = await this.appeals.of(tx, statement ? 'author' : 'reporter', told);
    const parts = { ...(await this.words.of(tx, member, told)), appeal };
    if (!statement) return answer && reportView(answer, parts);
    const sanction = (await this.sanctions.of(tx, [id])).get(id);
    return decisionView(statement, sanction, parts);
  }
}
