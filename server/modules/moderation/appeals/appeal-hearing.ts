import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { giveAppealVerdict } from '../../../../shared/moderation/appeal.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DecidableItems } from '../items/decidable-items.js';
import { SideLanguages } from '../side-languages.js';
import { AppealJudging } from './appeal-judging.js';
import { AppealRepository } from './appeal.repository.js';

/** Has a moderator judge the appeal that they read, about a locked item. */
@Injectable()
export class AppealHearing {
  constructor(
    private readonly items: DecidableItems,
    private readonly languages: SideLanguages,
    private readonly appeals: AppealRepository,
    private readonly judging: AppealJudging,
  ) {}

  /** @throws Failure `request.not_found`, `access.own_item`, `appeal.closed`, and what does not fit of what is said */
  async judge(tx: Tx, permit: Permit, id: string, body: InputOf<typeof giveAppealVerdict>['body']): Promise<void> {
    const { item } = await this.items.lock(tx, permit, 'desk.judge', id);
    await this.languages.requireBoth(tx, item.dyadId, { reasons: body.reasons });
    const appeal = await this.appeals.openOf(tx, id);
    if (appeal?.id !== body.appeal) throw new Failure('appeal.closed');
    await this.judging.judge(tx, permit.member, item, appeal, body);
  }
}
