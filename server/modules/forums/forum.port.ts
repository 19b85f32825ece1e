import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { TopicMode } from '../../../shared/access/conditions.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { Passage } from '../moderation/moderation-gate.port.js';
import type { Tx } from '../../platform/database/tx.js';
import { PostSubmission } from './post-submission.js';
import { TextReading, type Draft } from './text-reading.js';
import { ThreadRepository } from './thread.repository.js';
import { TopicChanges, type TopicOfThing } from './topic-changes.js';
import { TopicRepository, type NewTopic } from './topic.repository.js';

/** The place of something written through the port, and what became of it. */
export interface Written {
  readonly thread: string;
  readonly post: string;
  readonly state: Passage;
}

/** The one who writes. */
export type Writer = Pick<DyadMember, 'memberId' | 'side' | 'dyadId'>;

/**
 * The forum without a browser, inside a transaction: for the demonstration dyads, and for modules that open topics.
 * Everything takes the way it takes for people; only the mode may be given, where a topic's own is not meant.
 */
@Injectable()
export class Forum {
  constructor(
    private readonly topics: TopicRepository,
    private readonly changes: TopicChanges,
    private readonly threads: ThreadRepository,
    private readonly reading: TextReading,
    private readonly submission: PostSubmission,
  ) {}

  /** @throws Failure `topic.slug_taken` */
  async openTopic(
    tx: Tx,
    dyadId: string,
    topic: Pick<NewTopic, 'slug' | 'title' | 'description' | 'mode'>,
  ): Promise<void> {
    if (!(await this.changes.open(tx, dyadId, topic))) throw new Failure('topic.slug_taken');
  }

  /** The one topic of a thing of a module above, made with the thing: it is not listed, and read where the thing is. */
  async openTopicAt(tx: Tx, dyadId: string, topic: TopicOfThing): Promise<void> {
    await this.changes.openAt(tx, dyadId, topic);
  }

  /** @throws Failure as for a person, but for what the policy table says */
  async openThread(
    tx: Tx,
    writer: Writer,
    begun: Draft & { readonly topic: string; readonly title: string; readonly mode?: TopicMode },
  ): Promise<Written> {
    const topic = await this.topics.lockMode(tx, writer.dyadId, begun.topic);
    if (!topic) throw new Failure('request.not_found');
    const text = await this.reading.read(tx, writer.dyadId, begun);
    const { title, mode = topic.mode } = begun;
    const place = await this.submission.beginThread(tx, writer, {
      topicId: topic.id,
      mode,
      title,
      language: text.language,
      staysInside: false,
    });
    const state = await this.submission.write(tx, writer, place, text, title);
    return { thread: place.thread, post: place.post, state };
  }

  /** @throws Failure as for a person, but for what the policy table says */
  async write(
    tx: Tx,
    writer: Writer,
    written: Draft & { readonly thread: string; readonly replyTo?: string; readonly mode?: TopicMode },
  ): Promise<Written> {
    const thread = await this.threads.lockToWrite(tx, written.thread);
    if (!thread) throw new Failure('request.not_found');
    const text = await this.reading.read(tx, writer.dyadId, written);
    const { topicId } = thread;
    const { replyTo = null, mode = thread.mode } = written;
    const post = this.submission.newId();
    const place = { post, thread: thread.id, topicId, mode, replyTo, staysInside: false };
    const state = await this.submission.write(tx, writer, place, text);
    return { thread: thread.id, post, state };
  }
}
