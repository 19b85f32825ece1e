import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../shared/contract/contract.js';
import { Failure, InvalidRequest } from '../../../shared/contract/failure.js';
import type { openTopic } from '../../../shared/forums/topic.contract.js';
import type { TopicView } from '../../../shared/forums/post.schema.js';
import type { Permit } from '../../platform/access/permit.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TextReading } from './text-reading.js';
import { TopicChanges } from './topic-changes.js';
import { TopicRepository } from './topic.repository.js';
import { topicView } from './topic.view.js';

/** Opening topics, with their texts in the languages of both sides. */
@Injectable()
export class TopicService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly topics: TopicRepository,
    private readonly reading: TextReading,
    private readonly changes: TopicChanges,
  ) {}

  open({ body, idempotency }: InputOf<typeof openTopic>, permit: Permit): Promise<TopicView> {
    const { dyadId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      await this.requireEveryLanguage(tx, dyadId, body);
      // One steward opens it, so it begins in the mode that lets nothing by; another one takes the key of each side.
      const { slug, title, description } = body;
      if (!(await this.changes.open(tx, dyadId, { slug, title, description, mode: 'pre' })))
        throw new Failure('topic.slug_taken');
      const topic = await this.topics.findBySlug(tx, dyadId, slug);
      if (!topic) throw new Error('A topic just opened is not there');
      return topicView(topic);
    });
  }

  /** A topic speaks both languages from its first day: a text missing in one of them is a mistake of the form. */
  private async requireEveryLanguage(tx: Tx, dyadId: string, body: InputOf<typeof openTopic>['body']): Promise<void> {
    const spoken = await this.reading.languagesOfSides(tx, dyadId);
    const problems = (['title', 'description'] as const).flatMap((field) => [
      ...spoken
        .filter((language) => body[field][language] === undefined)
        .map((language) => ({ field: `body.${field}.${language}`, rule: 'required' as const, params: {} })),
      ...Object.keys(body[field])
        .filter((language) => !spoken.includes(language))
        .map((language) => ({ field: `body.${field}.${language}`, rule: 'not_expected' as const, params: {} })),
    ]);
    if (problems.length > 0) throw new InvalidRequest(problems);
  }
}
