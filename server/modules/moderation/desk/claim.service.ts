import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import type { claimItem, keepClaim, releaseClaim } from '../../../../shared/moderation/claim.contract.js';
import type { ClaimView } from '../../../../shared/moderation/claim.schema.js';
import { queueOfState } from '../../../../shared/moderation/desk.rules.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DecidableItems } from '../items/decidable-items.js';
import { StepFollowers } from '../items/step-followers.js';
import { ClaimRepository } from './claim.repository.js';
import { Claims } from './claims.js';

/** Taking up items of the desk, staying at them, and giving them back. What is decided is nobody's any more. */
@Injectable()
export class ClaimService implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: DecidableItems,
    private readonly claims: Claims,
    private readonly repository: ClaimRepository,
    private readonly followers: StepFollowers,
  ) {}

  onModuleInit(): void {
    this.followers.register('claims', async (tx, { after }) => {
      if (!queueOfState(after.state)) await this.repository.releaseAll(tx, after.id);
    });
  }

  claim({ params }: InputOf<typeof claimItem>, permit: Permit): Promise<ClaimView> {
    const { member } = permit;
    return this.unitOfWork.run({ dyadId: member.dyadId }, async (tx) => {
      const { item } = await this.items.lock(tx, permit, 'desk.claim', params.item);
      return this.claims.take(tx, member, item);
    });
  }

  keep({ params }: InputOf<typeof keepClaim>, permit: Permit): Promise<ClaimView> {
    const { member } = permit;
    return this.unitOfWork.run({ dyadId: member.dyadId }, async (tx) =>
      this.claims.keep(tx, member, await this.items.find(tx, permit, 'desk.claim', params.item)),
    );
  }

  async release({ params }: InputOf<typeof releaseClaim>, permit: Permit): Promise<void> {
    const { member } = permit;
    await this.unitOfWork.run({ dyadId: member.dyadId }, async (tx) =>
      this.claims.release(tx, member, await this.items.find(tx, permit, 'desk.claim', params.item)),
    );
  }
}
