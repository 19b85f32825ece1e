import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { openThread } from '../../../shared/forums/topic.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { PostSubmission } from './post-submission.js';
import { TextReading } from './text-reading.js';
import { TopicRepository } from './topic.repository.js';

/** Beginning threads: a thread can be seen once its first post can. */
@Injectable()
export class ThreadService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly topics: TopicRepository,
    private readonly reading: TextReading,
    private readonly submission: PostSubmission,
  ) {}

  open(
    { params, body, idempotency }: InputOf<typeof openThread>,
    permit: Permit,
  ): Promise<AnswerOf<typeof openThread>> {
    const { member } = permit;
    const { dyadId } = member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const topic = await this.topics.lockMode(tx, dyadId, params.topic);
      // A topic that belongs to a thing is written in by the way of that thing.
      if (!topic || topic.place) throw new Failure('request.not_found');
      permit.require('thread.open', { topicMode: topic.mode });
      const text = await this.reading.read(tx, dyadId, body);
      const { title, language, staysInside } = body;
      const place = await this.submission.beginThread(tx, member, {
        topicId: topic.id,
        mode: topic.mode,
        title,
        language,
        staysInside,
      });
      const state = await this.submission.write(tx, member, place, text, title);
      return { thread: place.thread, post: place.post, state };
    });
  }
}
