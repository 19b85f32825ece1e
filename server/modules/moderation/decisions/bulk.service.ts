import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import type { giveBulkKeys, proposeTogether } from '../../../../shared/moderation/proposal.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BulkDeciding } from './bulk-deciding.js';
import { BulkResults } from './bulk-results.js';

/** One decision about many items: proposed together, and given keys together by somebody who saw the list. */
@Injectable()
export class BulkService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deciding: BulkDeciding,
    private readonly results: BulkResults,
  ) {}

  propose(
    { body, idempotency }: InputOf<typeof proposeTogether>,
    permit: Permit,
  ): Promise<AnswerOf<typeof proposeTogether>> {
    const { items, ...draft } = body;
    const { member } = permit;
    return this.unitOfWork.once({ dyadId: member.dyadId }, permit, idempotency, async (tx) => {
      const bulk = await this.deciding.begin(tx, member, { ...draft, passages: [] });
      const locked = await this.results.lock(tx, items);
      const results = await this.results.each(tx, items, ({ item, version }) =>
        this.deciding.propose(tx, member, { item: locked.get(item), version, bulk, draft: { ...draft, passages: [] } }),
      );
      return { bulk, results };
    });
  }

  give(
    { params, body, idempotency }: InputOf<typeof giveBulkKeys>,
    permit: Permit,
  ): Promise<AnswerOf<typeof giveBulkKeys>> {
    const { member } = permit;
    return this.unitOfWork.once({ dyadId: member.dyadId }, permit, idempotency, async (tx) => {
      const together = await this.deciding.of(tx, params.bulk);
      const locked = await this.results.lock(tx, body.items);
      const results = await this.results.each(tx, body.items, ({ item, actionHash }) =>
        this.deciding.give(tx, member, locked.get(item), together.get(item), actionHash),
      );
      return { bulk: params.bulk, results };
    });
  }
}
