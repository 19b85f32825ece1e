import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import type { appealDecision } from '../../../../shared/moderation/notice.contract.js';
import type { NoticeView } from '../../../../shared/moderation/notice.schema.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NoticesReader } from '../reasons/notices.query.js';
import { SideLanguages } from '../side-languages.js';
import { AppealMaking } from './appeal-making.js';

/** What members do against decisions that they think wrong. */
@Injectable()
export class AppealService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly languages: SideLanguages,
    private readonly making: AppealMaking,
    private readonly notices: NoticesReader,
  ) {}

  /** @throws Failure `post.language_not_spoken_here`, and what else stands in the way */
  appeal({ params, body, idempotency }: InputOf<typeof appealDecision>, permit: Permit): Promise<NoticeView> {
    const { member } = permit;
    return this.unitOfWork.once({ dyadId: member.dyadId }, permit, idempotency, async (tx) => {
      await this.languages.requireSpoken(tx, member.dyadId, body.language);
      await this.making.make(tx, member, params.notice, body);
      return this.notices.find(tx, member, params.notice);
    });
  }
}
