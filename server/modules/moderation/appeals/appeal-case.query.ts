import { Injectable } from '@nestjs/common';
import type { MemberView } from '../../../../shared/dyads/dyad.schema.js';
import type { AppealCase } from '../../../../shared/moderation/appeal.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { MemberReader } from '../../dyads/member.reader.js';
import { PanelRepository } from '../panels/panel.repository.js';
import type { StoredAppeal } from './appeal.js';
import { timesOf } from './appeal-times.js';
import { AppealVerdictRepository, type AppealSeat } from './appeal-verdict.repository.js';
import { AppealedDecisions } from './appealed-decisions.js';

/** Appeals as their panel reads them. */
@Injectable()
export class AppealCases {
  constructor(
    private readonly verdicts: AppealVerdictRepository,
    private readonly panels: PanelRepository,
    private readonly decisions: AppealedDecisions,
    private readonly members: MemberReader,
  ) {}

  async of(tx: Tx, appeal: StoredAppeal): Promise<AppealCase> {
    const seats = await this.verdicts.seats(tx, appeal.id);
    const decided = await this.decisions.of(tx, appeal);
    const panel = await this.panels.openOf(tx, { appealId: appeal.id });
    const people = await this.members.views(
      tx,
      seats.map(({ memberId }) => memberId),
    );
    const { measure = null, passages = [], sanction = null } = decided?.action ?? {};
    return {
      id: appeal.id,
      item: appeal.itemId,
      party: appeal.answerId === null ? 'author' : 'reporter',
      state: appeal.state,
      words: appeal.words,
      language: appeal.language,
      ...timesOf(appeal),
      decision: decided ? { measure, passages: [...passages], sanction } : null,
      variation: seats.find((seat) => seat.variation)?.variation ?? null,
      panel: {
        state: appeal.state !== 'open' ? 'decided' : panel?.state === 'deliberating' ? 'deliberating' : 'waiting',
        seats: seats.map((seat) => seatView(seat, people)),
      },
    };
  }
}

function seatView(
  { side, memberId, verdict, reasons, at }: AppealSeat,
  people: ReadonlyMap<string, MemberView>,
): AppealCase['panel']['seats'][number] {
  const by = people.get(memberId);
  if (!by) throw new Error('A moderator who sits on a panel is not there');
  return { side, by, verdict: verdict ?? null, reasons: reasons ?? {}, at: at?.toISOString() ?? null };
}
