import { Injectable, type OnModuleInit } from '@nestjs/common';
import { topicChanged } from '../../../shared/forums/forum.signals.js';
import { emptied } from '../../../shared/language/erased-text.rules.js';
import type { Tx } from '../../platform/database/tx.js';
import { Signals } from '../../platform/events/signals.js';
import { ErasureReaches, type ErasedTexts } from '../record/erasure-reach.port.js';
import type { TopicPlace } from './place-guards.port.js';
import { slugAt } from './topic-changes.js';
import { TopicRepository, type TopicRow } from './topic.repository.js';

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

  /** The same of the topic of a thing, which is called as the thing is. */
  async emptyAt(tx: Tx, place: TopicPlace, erased: ErasedTexts): Promise<void> {
    const topic = await this.topics.findBySlug(tx, erased.dyadId, slugAt(place));
    if (topic) await this.emptyTopic(tx, topic, erased);
  }

  private async empty(tx: Tx, erased: ErasedTexts): Promise<void> {
    const [topic] = await this.topics.findMany(tx, [erased.subject]);
    if (topic) await this.emptyTopic(tx, topic, erased);
  }

  private async emptyTopic(tx: Tx, topic: TopicRow, { dyadId, texts, on, ground }: ErasedTexts): Promise<void> {
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
