import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import { readThread } from '../../../shared/forums/post.contract.js';
import {
  listLatestThreads,
  listTopics,
  openThread,
  openTopic,
  readTopic,
} from '../../../shared/forums/topic.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Allowed, Endpoint, Input } from '../../platform/http/endpoint.js';
import { ForumPages } from './forum-pages.query.js';
import { ThreadReading } from './thread-reading.query.js';
import { ThreadService } from './thread.service.js';
import { TopicService } from './topic.service.js';

@Controller()
export class TopicController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pages: ForumPages,
    private readonly reading: ThreadReading,
    private readonly topics: TopicService,
    private readonly threads: ThreadService,
  ) {}

  @Endpoint(listTopics)
  async list(
    @Input() _input: InputOf<typeof listTopics>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof listTopics>> {
    const { dyadId } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => ({ topics: await this.pages.topics(tx, dyadId) }));
  }

  @Endpoint(listLatestThreads)
  async latest(
    @Input() { query }: InputOf<typeof listLatestThreads>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof listLatestThreads>> {
    const { dyadId } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => ({
      threads: await this.pages.latest(tx, dyadId, query.limit),
    }));
  }

  @Endpoint(readTopic)
  async read(
    @Input() { params, query }: InputOf<typeof readTopic>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof readTopic>> {
    const { dyadId } = permit.member;
    return this.unitOfWork.run({ dyadId }, (tx) => this.pages.topic(tx, dyadId, params.topic, query));
  }

  @Endpoint(openTopic)
  async open(
    @Input() input: InputOf<typeof openTopic>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof openTopic>> {
    return this.topics.open(input, permit);
  }

  @Endpoint(openThread)
  async openThread(
    @Input() input: InputOf<typeof openThread>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof openThread>> {
    return this.threads.open(input, permit);
  }

  @Endpoint(readThread)
  async readThread(
    @Input() { params, query }: InputOf<typeof readThread>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof readThread>> {
    return this.reading.page(permit, params.thread, query);
  }
}
