import { Injectable } from '@nestjs/common';
import type { TopicMode } from '../../../shared/access/conditions.js';
import { topicChanged } from '../../../shared/forums/forum.signals.js';
import { PublicRecord } from '../record/record.port.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { Signals } from '../../platform/events/signals.js';
import { timeOrderedId } from '../../platform/ids/ids.js';
import { TopicRepository, type NewTopic } from './topic.repository.js';

/** What changes topics, inside a transaction; each change is told, and is a line of the public record. */
@Injectable()
export class TopicChanges {
  constructor(
    private readonly topics: TopicRepository,
    private readonly signals: Signals,
    private readonly record: PublicRecord,
    private readonly clock: Clock,
  ) {}

  /** @returns false when the dyad has a topic of this name */
  async open(
    tx: Tx,
    dyadId: string,
    topic: Pick<NewTopic, 'slug' | 'title' | 'description' | 'mode'>,
  ): Promise<boolean> {
    const openedAt = this.clock.now();
    const isNew = await this.topics.add(tx, {
      ...topic,
      id: timeOrderedId(openedAt),
      dyadId,
      modeReason: null,
      openedAt,
    });
    const { slug, title, mode } = topic;
    if (isNew)
      await this.record.append(tx, dyadId, { kind: 'topic.opened', about: { topic: slug, title: { ...title }, mode } });
    return isNew;
  }

  /** Changes the mode for both sides at once. @returns false when there is no such topic */
  async changeMode(tx: Tx, dyadId: string, slug: string, mode: TopicMode, reason: string): Promise<boolean> {
    const topic = await this.topics.changeMode(tx, dyadId, slug, mode, reason);
    if (topic === undefined) return false;
    const { id, title } = topic;
    await this.signals.append(tx, dyadId, `topic:${id}`, topicChanged, { topic: id });
    await this.record.append(tx, dyadId, {
      kind: 'topic.mode_changed',
      about: { topic: slug, title: { ...title }, mode },
    });
    return true;
  }
}
