import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { openStatementThread } from '../../../../shared/statements/comment.contract.js';
import { PlacedThreads } from '../../forums/placed-threads.port.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { StatementReader } from '../statement.reader.js';
import { CommentAnchoring } from './comment-anchoring.js';
import { placeOf } from './statement-places.js';
import { StatementThreadRepository } from './statement-thread.repository.js';

/** Beginning threads about words of a clause. What follows in them is the forum's. */
@Injectable()
export class CommentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: StatementReader,
    private readonly threads: PlacedThreads,
    private readonly anchoring: CommentAnchoring,
    private readonly comments: StatementThreadRepository,
  ) {}

  open(
    { params, body, idempotency }: InputOf<typeof openStatementThread>,
    permit: Permit,
  ): Promise<AnswerOf<typeof openStatementThread>> {
    const { member } = permit;
    const { dyadId } = member;
    const { statement, clause } = params;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const documentRole = await this.reader.roleOf(tx, statement, member);
      if (documentRole === 'none') throw new Failure('request.not_found');
      const topic = await this.threads.topicOf(tx, placeOf(statement));
      permit.require('comment.open', { documentRole, topicMode: topic.mode });
      const { language, ...anchored } = await this.anchoring.find(tx, dyadId, params, body.about);
      const begun = { text: body.text, language: body.language, about: anchored.quote, aboutLanguage: language };
      const written = await this.threads.open(tx, member, topic, begun);
      await this.comments.add(tx, dyadId, statement, { threadId: written.thread, clauseId: clause, ...anchored });
      return written;
    });
  }
}
