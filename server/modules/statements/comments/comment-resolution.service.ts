import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { resolveStatementThread } from '../../../../shared/statements/comment.contract.js';
import { PlacedThreads } from '../../forums/placed-threads.port.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { StatementReader } from '../statement.reader.js';
import { StatementThreadRepository } from './statement-thread.repository.js';

/** Settling what a thread is about: nobody adds to it until it is opened again. */
@Injectable()
export class CommentResolution {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: StatementReader,
    private readonly threads: PlacedThreads,
    private readonly comments: StatementThreadRepository,
    private readonly clock: Clock,
  ) {}

  resolve({ params, body }: InputOf<typeof resolveStatementThread>, permit: Permit): Promise<void> {
    const { member } = permit;
    const { dyadId, memberId } = member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const documentRole = await this.reader.roleOf(tx, params.statement, member);
      if (documentRole === 'none') throw new Failure('request.not_found');
      const authorId = await this.threads.authorOf(tx, params.thread);
      permit.require('comment.resolve', { documentRole, authorId });
      const resolved = body.resolved ? { by: memberId, at: this.clock.now() } : null;
      if (!(await this.comments.resolve(tx, params, resolved))) throw new Failure('request.not_found');
      await this.threads.close(tx, dyadId, params.thread, body.resolved);
    });
  }
}
