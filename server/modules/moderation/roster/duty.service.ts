import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { DutyView } from '../../../../shared/moderation/roster.schema.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { MemberReader } from '../../dyads/member.reader.js';
import { RosterRepository, type Duty } from './roster.repository.js';

/** Who can be asked for keys, by their own word. */
@Injectable()
export class DutyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roster: RosterRepository,
    private readonly members: MemberReader,
    private readonly clock: Clock,
  ) {}

  list({ member: { dyadId } }: Permit): Promise<DutyView[]> {
    return this.unitOfWork.run({ dyadId }, async (tx) => this.views(tx, await this.roster.all(tx, dyadId)));
  }

  keepOwn({ member: { dyadId, memberId } }: Permit, onCall: boolean): Promise<DutyView> {
    const duty = { memberId, onCall, since: this.clock.now() };
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      await this.roster.set(tx, dyadId, duty);
      const [view] = await this.views(tx, [duty]);
      if (!view) throw new Failure('request.not_found');
      return view;
    });
  }

  private async views(tx: Tx, duties: readonly Duty[]): Promise<DutyView[]> {
    const people = await this.members.views(
      tx,
      duties.map(({ memberId }) => memberId),
    );
    return duties.flatMap(({ memberId, onCall, since }) => {
      const moderator = people.get(memberId);
      return moderator ? [{ moderator, onCall, since: since?.toISOString() ?? null }] : [];
    });
  }
}
