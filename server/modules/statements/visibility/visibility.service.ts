import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { giveVisibilityKey } from '../../../../shared/statements/visibility.contract.js';
import type { StatementVisibilityView } from '../../../../shared/statements/visibility.schema.js';
import {
  visibilityStory,
  withVisibilityKey,
  type VisibilityStory,
} from '../../../../shared/statements/visibility.rules.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { timeOrderedId } from '../../../platform/ids/ids.js';
import { roleIn } from '../statement.reader.js';
import { StatementRepository } from '../statement.repository.js';
import { VisibilityKeyRepository } from './visibility-key.repository.js';
import { VisibilityNews } from './visibility-news.js';

/** Who may read a draft: decided by drafters of both sides, in force at once on every page that is open. */
@Injectable()
export class VisibilityService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementRepository,
    private readonly keys: VisibilityKeyRepository,
    private readonly news: VisibilityNews,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `request.not_found` also for a draft that the caller may not see */
  read(statement: string, permit: Permit): Promise<StatementVisibilityView> {
    const { dyadId } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const row = await this.statements.find(tx, dyadId, statement);
      const documentRole = row ? roleIn(row, permit.member) : 'none';
      if (!row || documentRole === 'none') throw new Failure('request.not_found');
      permit.require('document.open', { documentRole });
      return view(visibilityStory(row.visibility, await this.keys.of(tx, statement)));
    });
  }

  /** @throws Failure `access.other_side` for neutrals, who have no key */
  give({ params, body }: InputOf<typeof giveVisibilityKey>, permit: Permit): Promise<StatementVisibilityView> {
    const { dyadId, memberId, side } = permit.member;
    const { statement } = params;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const row = await this.statements.lock(tx, dyadId, statement);
      if (!row) throw new Failure('request.not_found');
      permit.require('statement.show', { documentRole: roleIn(row, permit.member) });
      if (side === 'neutral') throw new Failure('access.other_side');
      const before = visibilityStory(row.visibility, await this.keys.of(tx, statement));
      const { applied, ...after } = withVisibilityKey(before, side, body.visibility);
      const at = this.clock.now();
      const key = { id: timeOrderedId(at), side, visibility: body.visibility, applied, memberId, at };
      await this.keys.add(tx, dyadId, statement, key);
      if (applied) await this.keys.apply(tx, statement, after.visibility);
      await this.news.tell(tx, dyadId, statement, applied);
      return view(after);
    });
  }
}

const view = ({ visibility, proposals }: VisibilityStory): StatementVisibilityView => ({
  visibility,
  proposals: (['a', 'b'] as const).flatMap((side) => {
    const proposed = proposals[side];
    return proposed ? [{ side, visibility: proposed }] : [];
  }),
});
