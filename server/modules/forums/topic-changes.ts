import { Injectable } from '@nestjs/common';
import type { TopicMode } from '../../../shared/access/conditions.js';
import { tellable } from '../../../shared/language/erased-text.rules.js';
import { topicChanged } from '../../../shared/forums/forum.signals.js';
import { PublicRecord } from '../record/record.port.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { Signals } from '../../platform/events/signals.js';
import { timeOrderedId } from '../../platform/ids/ids.js';
import type { TopicPlace } from './place-guards.port.js';
import { TopicRepository, type NewTopic } from './topic.repository.js';

/** The topic of a thing of a module above. */
export type TopicOfThing = Pick<NewTopic, 'title' | 'description'> & { readonly place: TopicPlace };

/** The name by which stewards change the mode of a thing's topic: as short as names in addresses are. */
export const slugAt = ({ kind, id }: TopicPlace): string => `${kind.slice(0, 1)}-${id.replaceAll('-', '')}`;

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
    const id = timeOrderedId(openedAt);
    const isNew = await this.topics.add(tx, {
      ...topic,
      id,
      dyadId,
      modeReason: null,
      place: null,
      openedAt,
    });
    const { slug, title, mode } = topic;
    if (isNew)
      await this.record.append(tx, dyadId, {
        kind: 'topic.opened',
        subject: id,
        by: { side: 'both' },
        about: { topic: slug, title: { ...title }, mode },
      });
    return isNew;
  }

  /** Makes the topic of a thing. It is told nobody and recorded nowhere: whoever may know of the thing finds it there. */
  async openAt(tx: Tx, dyadId: string, topic: TopicOfThing): Promise<void> {
    const openedAt = this.clock.now();
    const made = { ...topic, slug: slugAt(topic.place), id: timeOrderedId(openedAt), dyadId };
    await this.topics.add(tx, { ...made, mode: 'pre', modeReason: null, openedAt });
  }

  /** Changes the mode for both sides at once. @returns false when there is no such topic */
  async changeMode(tx: Tx, dyadId: string, slug: string, mode: TopicMode, reason: string): Promise<boolean> {
    const topic = await this.topics.changeMode(tx, dyadId, slug, mode, reason);
    if (topic === undefined) return false;
    const { id, title, place } = topic;
    await this.signals.append(tx, dyadId, `topic:${id}`, topicChanged, { topic: id });
    const by = { side: 'both' } as const;
    // The title of a thing that not everybody may read is not for the public record.
    await this.record.append(
      tx,
      dyadId,
      place
        ? { kind: 'comments.mode_changed', subject: dyadId, by, about: { mode } }
        : { kind: 'topic.mode_changed', subject: id, by, about: { topic: slug, title: tellable(title), mode } },
    );
    return true;
  }
}
