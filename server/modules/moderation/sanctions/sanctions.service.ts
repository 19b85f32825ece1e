import { Injectable } from '@nestjs/common';
import { lasting } from '../../../../shared/moderation/decision-classes.rules.js';
import { restrictionBy, sanctionRules, strikeDays } from '../../../../shared/moderation/sanctions.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import { MemberRestrictions } from '../../dyads/member-restrictions.port.js';
import { Deadlines } from '../deadlines/deadlines.js';
import type { Imposition, StoredSanction } from './sanction.js';
import { SanctionRepository } from './sanction.repository.js';

const dayMilliseconds = 86_400_000;
const daysAfter = (moment: Date, days: number): Date => new Date(moment.getTime() + days * dayMilliseconds);

/** Imposes and lifts sanctions; what members may do follows from all that stands, and is felt within a second. */
@Injectable()
export class Sanctions {
  constructor(
    private readonly sanctions: SanctionRepository,
    private readonly restrictions: MemberRestrictions,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `request.not_found` for somebody who is no member */
  async impose(tx: Tx, { kind, days, at, ...about }: Imposition): Promise<StoredSanction> {
    const { strike } = sanctionRules[kind];
    const sanction: StoredSanction = {
      ...about,
      id: randomId(),
      kind,
      startsAt: at,
      endsAt: lasting.has(kind) && days !== null ? daysAfter(at, days) : null,
      strike,
      strikeExpiresAt: strike > 0 ? daysAfter(at, strikeDays) : null,
      acknowledgedAt: null,
      endedAt: null,
      endedBy: null,
      strikeEndedAt: null,
    };
    await this.sanctions.add(tx, sanction);
    await this.watch(tx, sanction, 'sanction_end', sanction.endsAt);
    await this.watch(tx, sanction, 'strike_end', sanction.strikeExpiresAt);
    await this.renew(tx, sanction.memberId);
    return sanction;
  }

  /** What was decided about an item does not stand any more: its sanctions end, and their strikes count no more. */
  async lift(tx: Tx, itemId: string, by: 'decision' | 'appeal'): Promise<void> {
    const standing = await this.sanctions.about(tx, itemId);
    const now = this.clock.now();
    for (const { id } of standing) {
      await this.deadlines.settle(tx, { kinds: ['sanction_end', 'strike_end'], sanctionId: id });
      await this.sanctions.end(tx, id, by, now);
      await this.sanctions.endStrike(tx, id, now);
    }
    for (const memberId of new Set(standing.map((one) => one.memberId))) await this.renew(tx, memberId);
  }

  /** The time of a sanction is over. */
  async expire(tx: Tx, { id, memberId, endedAt, endsAt }: StoredSanction): Promise<void> {
    if (endedAt !== null || endsAt === null) return;
    await this.sanctions.end(tx, id, 'time', endsAt);
    await this.renew(tx, memberId);
  }

  /** The member has read a warning, and may write again. */
  async acknowledge(tx: Tx, { id, kind, memberId }: StoredSanction): Promise<void> {
    if (!sanctionRules[kind].isAcknowledged) return;
    await this.sanctions.acknowledge(tx, id, this.clock.now());
    await this.renew(tx, memberId);
  }

  /** Nothing of a sanction that is changed meanwhile is lost: whoever says what a member may do waits for the others. */
  private renew(tx: Tx, memberId: string): Promise<void> {
    return this.restrictions.set(tx, memberId, async () => restrictionBy(await this.sanctions.standing(tx, memberId)));
  }

  private async watch(
    tx: Tx,
    { id, dyadId }: StoredSanction,
    kind: 'sanction_end' | 'strike_end',
    dueAt: Date | null,
  ): Promise<void> {
    if (dueAt !== null) await this.deadlines.set(tx, dyadId, { kind, sanctionId: id, dueAt });
  }
}
