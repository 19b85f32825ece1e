import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import {
  panelOutcome,
  panelVerdicts,
  type PanelVerdict,
  type Verdicts,
} from '../../../../shared/moderation/panel.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Deadlines } from '../deadlines/deadlines.js';
import { Outcomes } from '../decisions/outcomes.js';
import { payloadOf, type Proposal } from '../decisions/proposal.js';
import type { Item } from '../items/item.js';
import { actorOf, ItemSteps } from '../items/item-steps.service.js';
import type { PanelSeat, StoredPanel } from './panel.js';
import { PanelRepository } from './panel.repository.js';

/** A verdict with its reasons. */
interface Verdict {
  readonly verdict: PanelVerdict;
  readonly note: string;
}

/** Counts what is said from the seats of a panel, and does what it comes to. */
@Injectable()
export class PanelJudging {
  constructor(
    private readonly panels: PanelRepository,
    private readonly steps: ItemSteps,
    private readonly outcomes: Outcomes,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `moderation.not_on_panel` also while none is drawn, `moderation.verdict_given` */
  async judge(tx: Tx, member: DyadMember, item: Item, proposal: Proposal, said: Verdict): Promise<Item> {
    const panel = await this.panels.openOf(tx, { proposalId: proposal.id });
    const seats = panel ? await this.panels.seatsOf(tx, [panel.id]) : [];
    const seat = seats.find(({ memberId }) => memberId === member.memberId);
    if (!panel || !seat) throw new Failure('moderation.not_on_panel');
    if (seat.verdict !== null) throw new Failure('moderation.verdict_given');
    const { side } = seat;
    await this.panels.say(tx, item.dyadId, { ...said, panel: panel.id, side }, this.clock.now());
    const id = this.steps.newId();
    const judged = await this.steps.take(tx, item, {
      event: 'verdict',
      id,
      actor: actorOf(member),
      tool: 'panel',
      note: said.note,
      payload: { ...payloadOf(proposal), panel: panel.id, verdict: said.verdict },
    });
    const outcome = panelOutcome({ ...verdictsOf(seats), [side]: said.verdict }, item.authorSide);
    if (outcome === undefined) return judged;
    await this.close(tx, panel);
    return outcome === 'enact'
      ? this.outcomes.enact(tx, judged, proposal, 'panel', id)
      : this.outcomes.end(tx, judged, proposal, 'restored', { tool: 'panel', automated: false, causedBy: id });
  }

  private async close(tx: Tx, panel: StoredPanel): Promise<void> {
    await this.panels.setState(tx, panel.id, 'decided', panel.dueAt);
    await this.deadlines.settle(tx, {
      kinds: ['panel'],
      ...(panel.proposalId !== null && { proposalId: panel.proposalId }),
    });
  }
}

const isVerdict = (one: string | null): one is PanelVerdict => panelVerdicts.some((verdict) => verdict === one);

const verdictsOf = (seats: readonly PanelSeat[]): Verdicts =>
  Object.fromEntries(seats.flatMap(({ side, verdict }) => (isVerdict(verdict) ? [[side, verdict] as const] : [])));
