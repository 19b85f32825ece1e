import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { giveAppealVerdict } from '../../../../shared/moderation/appeal.contract.js';
import type { AppealCase } from '../../../../shared/moderation/appeal.schema.js';
import type { Permit } from '../../../platform/access/permit.js';
import type { Tx } from '../../../platform/database/tx.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { StoredAppeal } from './appeal.js';
import { AppealCases } from './appeal-case.query.js';
import { AppealHearing } from './appeal-hearing.js';
import { AppealRepository } from './appeal.repository.js';

/** Appeals at the desk: what they are about, and what is said from the seats of their panels. */
@Injectable()
export class AppealDeskService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly appeals: AppealRepository,
    private readonly cases: AppealCases,
    private readonly hearing: AppealHearing,
  ) {}

  /** @throws Failure `request.not_found` for an item that nobody appealed about */
  read({ dyadId }: DyadMember, item: string): Promise<AppealCase> {
    return this.unitOfWork.run({ dyadId }, (tx) => this.view(tx, item));
  }

  judge({ params, body, idempotency }: InputOf<typeof giveAppealVerdict>, permit: Permit): Promise<AppealCase> {
    const { dyadId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      await this.hearing.judge(tx, permit, params.item, body);
      return this.view(tx, params.item);
    });
  }

  private async view(tx: Tx, item: string): Promise<AppealCase> {
    return this.cases.of(tx, await this.require(tx, item));
  }

  private async require(tx: Tx, item: string): Promise<StoredAppeal> {
    const appeal = await this.appeals.newestOf(tx, item);
    if (!appeal) throw new Failure('request.not_found');
    return appeal;
  }
}
