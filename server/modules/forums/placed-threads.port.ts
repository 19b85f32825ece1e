import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import { threadChanged } from '../../../shared/forums/forum.signals.js';
import { titleMaximum } from '../../../shared/forums/post.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { Signals } from '../../platform/events/signals.js';
import type { Writer, Written } from './forum.port.js';
import type { TopicPlace } from './place-guards.port.js';
import { PostSubmission } from './post-submission.js';
import { TextReading, type Draft } from './text-reading.js';
import { ThreadRepository } from './thread.repository.js';
import type { LockedTopic } from './topic.repository.js';

/** A thread about to begin at a thing, and the words of the thing that it is about. */
export interface ThreadAtThing extends Draft {
  readonly about: string;
  readonly aboutLanguage: string;
}

/** Threads about things of modules above: written, moderated and told as every other thread is. */
@Injectable()
export class PlacedThreads {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly reading: TextReading,
    private readonly submission: PostSubmission,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** The topic of a thing; its mode cannot change before the transaction ends. */
  async topicOf(tx: Tx, place: TopicPlace): Promise<LockedTopic> {
    const topic = await this.threads.lockTopicOf(tx, place);
    if (!topic) throw new Error(`A ${place.kind} has no topic`);
    return topic;
  }

  /** @throws Failure as for a person, but for what the policy table says */
  async open(tx: Tx, writer: Writer, topic: LockedTopic, begun: ThreadAtThing): Promise<Written> {
    const text = await this.reading.read(tx, writer.dyadId, begun);
    const place = await this.submission.beginThread(tx, writer, {
      topicId: topic.id,
      mode: topic.mode,
      title: [...begun.about].slice(0, titleMaximum).join(''),
      language: begun.aboutLanguage,
      staysInside: true,
    });
    const state = await this.submission.write(tx, writer, place, text);
    return { thread: place.thread, post: place.post, state };
  }

  /** Closes a thread to new posts, or opens it again, and tells its readers. */
  async close(tx: Tx, dyadId: string, thread: string, isClosed: boolean): Promise<void> {
    const changed = await this.threads.setClosed(tx, thread, isClosed ? this.clock.now() : null);
    if (changed) await this.signals.append(tx, dyadId, `topic:${changed.topicId}`, threadChanged, { thread });
  }

  /** @throws Failure `request.not_found` for a thread that readers cannot see */
  async authorOf(tx: Tx, thread: string): Promise<string> {
    const [row] = await this.threads.findOpen(tx, [thread]);
    if (!row) throw new Failure('request.not_found');
    return row.authorId;
  }
}
