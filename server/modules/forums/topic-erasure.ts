import { Injectable, type OnModuleInit } from '@nestjs/common';
import { topicChanged } from '../../../shared/forums/forum.signals.js';
import { emptied } from '../../../shared/language/erased-text.rules.js';
import type { Tx } from '../../platform/database/tx.js';
import { Signals } from '../../platform/events/signals.js';
import { ErasureReaches, type ErasedTexts } from '../record/erasure-reach.port.js';
import { TopicRepository } from './topic.repository.js';

/** What is erased from the record of a topic goes out of its title, and out of a description that says just the same. */
@Injectable()
export class TopicErasure implements OnModuleInit {
  constructor(
    private readonly reaches: ErasureReaches,
    private readonly topics: TopicRepository,
    private readonly signals: Signals,
  ) {}

  onModuleInit(): void {
    this.reaches.register(['topic.opened', 'topic.mode_changed'], async (tx, erased) => {
      await this.empty(tx, erased);
      return [];
    });
  }

  private async empty(tx: Tx, { dyadId, subject, texts, on, ground }: ErasedTexts): Promise<void> {
    const [topic] = await this.topics.findMany(tx, [subject]);
    if (!topic) return;
    const goes = (language: string, text: string) =>
      texts.some((one) => one.path === `title.${language}` && one.text === text);
    const parts = Object.entries(topic.title).flatMap(([language, text]) =>
      goes(language, text) ? [{ path: `title.${language}`, on, ground }] : [],
    );
    if (parts.length === 0) return;
    await this.topics.empty(tx, {
      id: topic.id,
      title: emptied(topic.title, goes),
      description: emptied(topic.description, goes),
      erased: [...topic.erased, ...parts],
    });
    await this.signals.append(tx, dyadId, `topic:${topic.id}`, topicChanged, { topic: topic.id });
  }
}
