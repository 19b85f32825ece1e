import { Injectable, type OnModuleInit } from '@nestjs/common';
import { appealableUntil } from '../../../../shared/moderation/appeal.rules.js';
import type { ContentMeasure } from '../../../../shared/moderation/decision-classes.rules.js';
import type { DecidedBy } from '../../../../shared/moderation/notice.rules.js';
import type { RestrictingMeasure } from '../../../../shared/moderation/statement-of-reasons/decided-restriction.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Measures, type Decision, type Measure } from '../decisions/measure.port.js';
import { Sanctions } from '../sanctions/sanctions.service.js';
import { StatementRepository } from './statement.repository.js';
import { Statements } from './statements.service.js';

/** What decisions mean for the person they are about: their reasons, and what the person may not do. */
@Injectable()
export class DecisionReasons implements Measure, OnModuleInit {
  constructor(
    private readonly measures: Measures,
    private readonly statements: Statements,
    private readonly stored: StatementRepository,
    private readonly sanctions: Sanctions,
  ) {}

  onModuleInit(): void {
    this.measures.register('persons', this);
  }

  async enact(tx: Tx, decision: Decision): Promise<void> {
    const { action, item, dyadId } = decision;
    const measure = restricting(action.measure);
    if (measure === null && action.sanction === null) return;
    // What a panel makes milder on appeal has run since the decision that it takes the place of.
    const since = decision.by === 'appeal' ? (await this.stored.firstOf(tx, decision.proposal))?.at : undefined;
    const { id, memberId } = await this.statements.give(tx, item, {
      eventId: decision.event,
      proposalId: decision.proposal,
      decidedBy: deciders(decision),
      measure,
      measureEndsAt: null,
      passages: action.passages,
      sanction: action.sanction,
      reason: action.reason,
      policyVersion: action.policyVersion,
      article: action.article,
      facts: action.facts,
      note: '',
      at: decision.at,
      appealableUntil: decision.by === 'appeal' ? null : appealableUntil(decision.at),
    });
    if (action.sanction)
      await this.sanctions.impose(tx, {
        ...action.sanction,
        dyadId,
        memberId,
        statementId: id,
        itemId: item.id,
        at: since ?? decision.at,
      });
  }

  async reverse(tx: Tx, { item }: Decision): Promise<void> {
    await this.statements.end(tx, item, 'all', 'appeal');
    await this.sanctions.lift(tx, item.id, 'appeal');
  }
}

const restricting = (measure: ContentMeasure | null): RestrictingMeasure | null =>
  measure === 'dismiss' || measure === 'reopen' ? null : measure;

const deciders = ({ by, class: decisionClass }: Decision): DecidedBy =>
  by === 'keys' && decisionClass === 'T0' ? 'key' : by;
