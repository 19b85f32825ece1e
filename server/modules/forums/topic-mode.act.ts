import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { topicModes } from '../../../shared/access/conditions.js';
import { Failure } from '../../../shared/contract/failure.js';
import { topicModeProposal } from '../../../shared/dyads/joint-act.schema.js';
import { JointActs } from '../dyads/joint-act.port.js';
import { TopicChanges } from './topic-changes.js';
import { TopicRepository } from './topic.repository.js';

/** The mode that the topic had when another was proposed; absent in acts from before it was kept. */
const kept = topicModeProposal.extend({ from: z.enum(topicModes).nullable().default(null) });

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
      details: topicModeProposal,
      replaces: async (tx, dyadId, { topic }) => {
        const found = await this.topics.findBySlug(tx, dyadId, topic);
        if (!found) throw new Failure('request.not_found');
        return { from: found.mode };
      },
      perform: async (tx, { topic, mode }, { dyadId, reason }) => {
        if (!(await this.changes.changeMode(tx, dyadId, topic, mode, reason))) throw new Failure('request.not_found');
      },
      describe: async (tx, dyadId, acts) => {
        const titles = new Map((await this.topics.titles(tx, dyadId)).map(({ slug, title }) => [slug, title]));
        return acts.map((details) => {
          const read = kept.parse(details);
          return { ...read, title: titles.get(read.topic) ?? {} };
        });
      },
    });
  }
}
