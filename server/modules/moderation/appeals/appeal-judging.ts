import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import {
  appealOutcome,
  reporterOutcome,
  type AppealVerdict,
  type AppealVerdicts,
} from '../../../../shared/moderation/appeal.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';
import { actorOf, ItemSteps } from '../items/item-steps.service.js';
import type { StoredAppeal } from './appeal.js';
import { AppealOutcomes } from './appeal-outcomes.js';
import { AppealVariations } from './appeal-variations.js';
import { AppealVerdictRepository, type AppealSeat, type SaidOnAppeal } from './appeal-verdict.repository.js';

/** Counts what is said from the seats of an appeal's panel, and does what it comes to. */
@Injectable()
export class AppealJudging {
  constructor(
    private readonly verdicts: AppealVerdictRepository,
    private readonly variations: AppealVariations,
    private readonly steps: ItemSteps,
    private readonly outcomes: AppealOutcomes,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Failure `moderation.not_on_panel` also while none is drawn, `moderation.verdict_given`; and what does not fit of a
   * variation
   */
  async judge(tx: Tx, member: DyadMember, item: Item, appeal: StoredAppeal, said: SaidOnAppeal): Promise<Item> {
    const seats = await this.verdicts.seats(tx, appeal.id);
    const seat = seats.find(({ memberId }) => memberId === member.memberId);
    if (!seat) throw new Failure('moderation.not_on_panel');
    if (seat.verdict) throw new Failure('moderation.verdict_given');
    await this.variations.require(tx, item, appeal, said, seats);
    await this.verdicts.add(tx, item.dyadId, seat, said, this.clock.now());
    const id = this.steps.newId();
    const judged = await this.steps.take(tx, item, {
      event: 'verdict',
      id,
      actor: actorOf(member),
      tool: 'panel',
      payload: { appeal: appeal.id, panel: seat.panel, verdict: said.verdict },
    });
    const outcome = outcomeOf(appeal, item, { ...saidBy(seats), [seat.side]: said.verdict });
    if (outcome === undefined) return judged;
    const variation = said.variation ?? seats.find((one) => one.variation)?.variation ?? null;
    return this.outcomes.conclude(tx, judged, appeal, { outcome, variation, by: 'panel', causedBy: id });
  }
}

const saidBy = (seats: readonly AppealSeat[]): AppealVerdicts =>
  Object.fromEntries(seats.flatMap(({ side, verdict }) => (verdict ? [[side, verdict] as const] : [])));

const outcomeOf = (
  { answerId }: StoredAppeal,
  { authorSide }: Item,
  verdicts: AppealVerdicts,
): AppealVerdict | undefined => (answerId === null ? appealOutcome(verdicts, authorSide) : reporterOutcome(verdicts));
