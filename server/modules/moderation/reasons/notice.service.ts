import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import type { FileAnswer } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { NoticeView } from '../../../../shared/moderation/notice.schema.js';
import { dsaStatementOf } from '../../../../shared/moderation/statement-of-reasons/dsa-statement.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CommitmentRepository } from '../fairness/commitment.repository.js';
import { NoticeReading } from './notice-reading.js';
import { NoticesReader } from './notices.query.js';
import { restrictionOf } from './restriction-of.js';
import { StatementRepository } from './statement.repository.js';

/** What members do with what they were told: say that they have read it, and take the reasons away as a file. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reading: NoticeReading,
    private readonly statements: StatementRepository,
    private readonly notices: NoticesReader,
    private readonly commitments: CommitmentRepository,
  ) {}

  /** @throws Failure `request.not_found` */
  acknowledge(member: DyadMember, id: string): Promise<NoticeView> {
    return this.unitOfWork.run({ dyadId: member.dyadId }, async (tx) => {
      await this.reading.note(tx, member, id);
      return this.notices.find(tx, member, id);
    });
  }

  /** @throws Failure `request.not_found` for what is no restriction, and so has no statement of this form */
  export({ dyadId, memberId }: DyadMember, id: string): Promise<FileAnswer> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const statement = await this.statements.find(tx, memberId, id);
      const restriction = statement && restrictionOf(statement);
      if (!restriction) throw new Failure('request.not_found');
      return jsonFile(`statement-of-reasons-${restriction.applicationDate}.json`, dsaStatementOf(restriction));
    });
  }

  /**
   * The salt and the statement that the public record committed to.
   * @throws Failure `request.not_found` before the day's digest is published, and after the statement was erased
   */
  exportDisclosure({ dyadId, memberId }: DyadMember, id: string): Promise<FileAnswer> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const own = await this.statements.find(tx, memberId, id);
      const disclosure = own && (await this.commitments.disclosure(tx, id));
      if (!disclosure) throw new Failure('request.not_found');
      return jsonFile(`commitment-${disclosure.statement.day}.json`, disclosure);
    });
  }
}

function jsonFile(name: string, value: unknown): FileAnswer {
  return { name, latinName: name, content: `${JSON.stringify(value, undefined, 2)}\n`, languages: ['en'] };
}
