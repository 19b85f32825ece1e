import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { withdrawPost, writePost } from '../../../shared/forums/post.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PlaceAccess } from './place-access.js';
import { isKnownTo } from './post.policy.js';
import { PostSubmission } from './post-submission.js';
import { TextReading } from './text-reading.js';
import { ThreadRepository } from './thread.repository.js';

/** Writing a post, and taking it back. */
@Injectable()
export class PostService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly threads: ThreadRepository,
    private readonly reading: TextReading,
    private readonly submission: PostSubmission,
    private readonly access: PlaceAccess,
  ) {}

  write({ params, body, idempotency }: InputOf<typeof writePost>, permit: Permit): Promise<AnswerOf<typeof writePost>> {
    const { member } = permit;
    return this.unitOfWork.once({ dyadId: member.dyadId }, permit, idempotency, async (tx) => {
      const thread = await this.threads.lockToWrite(tx, params.thread);
      if (!thread) throw new Failure('request.not_found');
      const placeRight = await this.access.at(tx, member, thread.place);
      permit.require('post.write', { topicMode: thread.mode, threadClosed: thread.isClosed, placeRight });
      const text = await this.reading.read(tx, member.dyadId, body);
      const { replyTo, staysInside } = body;
      if (replyTo !== null && !(await this.submission.canBeAnswered(tx, replyTo, thread.id)))
        throw new Failure('post.not_found');
      const id = this.submission.newId();
      const { topicId, mode } = thread;
      const state = await this.submission.write(
        tx,
        member,
        { post: id, thread: thread.id, topicId, mode, replyTo, staysInside },
        text,
      );
      return { id, state };
    });
  }

  /** Also where one may not read any more: whoever wrote words can always take them back. */
  async withdraw({ params }: InputOf<typeof withdrawPost>, permit: Permit): Promise<void> {
    const { member } = permit;
    await this.unitOfWork.run({ dyadId: member.dyadId }, async (tx) => {
      const post = await this.submission.lock(tx, params.post);
      if (!post || !isKnownTo(member.memberId, post)) throw new Failure('post.not_found');
      permit.require('post.withdraw', { topicMode: post.mode, authorId: post.authorId });
      await this.submission.withdraw(tx, member, post);
    });
  }
}
