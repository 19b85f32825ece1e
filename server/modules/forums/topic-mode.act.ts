import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { topicModes } from '../../../shared/access/conditions.js';
import { Failure } from '../../../shared/contract/failure.js';
import { slug } from '../../../shared/language/fields.js';
import { JointActs } from '../dyads/joint-act.port.js';
import { TopicChanges } from './topic-changes.js';
import { TopicRepository } from './topic.repository.js';

const details = z.object({ topic: slug, mode: z.enum(topicModes) });

/** How posts reach readers is a rule, so it takes a steward of each side to change it, for both sides at once. */
@Injectable()
export class TopicModeAct implements OnModuleInit {
  constructor(
    private readonly acts: JointActs,
    private readonly topics: TopicRepository,
    private readonly changes: TopicChanges,
  ) {}

  onModuleInit(): void {
    this.acts.register({
      kind: 'topic.change_mode',
      details,
      check: async (tx, dyadId, { topic }) => {
        if (!(await this.topics.findBySlug(tx, dyadId, topic))) throw new Failure('request.not_found');
      },
      perform: async (tx, { topic, mode }, { dyadId, reason }) => {
        if (!(await this.changes.changeMode(tx, dyadId, topic, mode, reason))) throw new Failure('request.not_found');
      },
    });
  }
}
