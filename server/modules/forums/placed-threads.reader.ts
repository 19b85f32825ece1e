import { Injectable } from '@nestjs/common';
import type { ThreadBrief } from '../../../shared/forums/post.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import { StreamHistory } from '../../platform/events/stream-history.js';
import { ForumViews } from './forum-views.query.js';
import type { TopicPlace } from './place-guards.port.js';
import { ThreadRepository, type TopicOfPlace } from './thread.repository.js';

/** The threads about one thing as one member may know of them. */
export interface ThreadsAtThing {
  readonly topic: string;
  /** The newest signal of the topic's stream; read before the threads, so that nothing is missed. */
  readonly seq: number;
  /** Those that readers can see. */
  readonly open: ReadonlyMap<string, ThreadBrief>;
  /** Those of the member that still wait for a moderator, or came back. */
  readonly waiting: ReadonlySet<string>;
}

/** Reads threads about things, for the modules that own the things; these ask first whether the member may read. */
@Injectable()
export class PlacedThreadReader {
  constructor(
    private readonly threads: ThreadRepository,
    private readonly views: ForumViews,
    private readonly history: StreamHistory,
  ) {}

  async at(tx: Tx, place: TopicPlace, memberId: string): Promise<ThreadsAtThing> {
    const topic = await this.threads.topicAt(tx, place);
    const seq = await this.history.newest(tx, `topic:${topic}`);
    const rows = await this.threads.allOf(tx, topic, memberId);
    const briefs = await this.views.threadsById(
      tx,
      rows.filter(({ isOpen }) => isOpen).map(({ id }) => id),
    );
    return {
      topic,
      seq,
      open: new Map(briefs.map((brief) => [brief.id, brief])),
      waiting: new Set(rows.filter(({ isOpen }) => !isOpen).map(({ id }) => id)),
    };
  }

  /** The topics of all things of a kind: how what is written there reaches readers. */
  topicsOf(tx: Tx, dyadId: string, kind: string): Promise<TopicOfPlace[]> {
    return this.threads.topicsOf(tx, dyadId, kind);
  }
}
