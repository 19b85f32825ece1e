import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { AppealParty } from '../../../../shared/moderation/appeal.rules.js';
import type { ContentMeasure } from '../../../../shared/moderation/decision-classes.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';
import { ReportAnswerRepository } from '../reasons/report-answer.repository.js';
import { StatementRepository } from '../reasons/statement.repository.js';
import { AppealRepository } from './appeal.repository.js';

/** Something that was told to a member and that they may appeal against. */
export interface Appealable {
  readonly party: AppealParty;
  readonly notice: string;
  readonly itemId: string;
  readonly eventId: string;
  /** What was done with the words; `dismiss` for those who reported and of whose report nothing came. */
  readonly measure: ContentMeasure | null;
}

/** Looks up what members appeal against, and whether they still may. */
@Injectable()
export class AppealableNotices {
  constructor(
    private readonly statements: StatementRepository,
    private readonly answers: ReportAnswerRepository,
    private readonly appeals: AppealRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `request.not_found`, `appeal.not_possible`, `appeal.too_late`, `appeal.made` */
  async require(tx: Tx, memberId: string, notice: string): Promise<Appealable> {
    const statement = await this.statements.find(tx, memberId, notice);
    const told = statement ?? (await this.answers.find(tx, memberId, notice));
    if (!told) throw new Failure('request.not_found');
    if (told.appealableUntil === null) throw new Failure('appeal.not_possible');
    if (this.clock.now() > told.appealableUntil) throw new Failure('appeal.too_late');
    const party = statement ? 'author' : 'reporter';
    if (await this.appeals.against(tx, party, told)) throw new Failure('appeal.made');
    const { itemId, eventId } = told;
    const measure = statement ? (statement.measure === 'hold' ? null : statement.measure) : 'dismiss';
    return { party, notice, itemId, eventId, measure };
  }

  /**
   * Whether what is appealed against stands as it was told.
   * @throws Failure `appeal.under_way` while it is looked at anyway, `appeal.not_possible` when something else was decided since
   */
  async requireStanding(tx: Tx, item: Item, { party, eventId }: Appealable): Promise<void> {
    const stands =
      party === 'author'
        ? item.state === 'actioned' && (await this.statements.newestOf(tx, item.id))?.eventId === eventId
        : item.state === 'live';
    if (stands) return;
    const isOpen = ['in_review', 'held', 'proposed', 'escalated', 'appealed'].includes(item.state);
    throw new Failure(isOpen ? 'appeal.under_way' : 'appeal.not_possible');
  }
}
