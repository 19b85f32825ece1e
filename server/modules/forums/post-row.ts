import type { Side } from '../../../shared/access/actor.js';
import type { TopicMode } from '../../../shared/access/conditions.js';
import type { PostState } from '../../../shared/forums/post.schema.js';
import type { ReasonCode } from '../../../shared/moderation/reasons.js';
import type { TopicPlace } from './place-guards.port.js';
import type { Mentions } from './rich-texts.js';

/** A published post with the revision that is shown; the words are absent when they may not be shown. */
export interface PublishedPost {
  readonly id: string;
  readonly thread: string;
  readonly authorId: string;
  readonly state: 'live' | 'held' | 'withdrawn' | 'removed';
  readonly replyTo: string | null;
  /** The author of the post it answers. */
  readonly answeredId: string | null;
  readonly revision: number;
  readonly revisionId: string;
  readonly language: string;
  readonly source: string | null;
  /** Why it was removed, or passages of it. */
  readonly removedFor: ReasonCode | null;
  readonly redactedFor: ReasonCode | null;
  readonly mentions: Mentions | null;
  readonly publishedAt: Date;
  readonly revisedAt: Date | null;
}

/** A post as its author's own actions need to know it. */
export interface AuthoredPost {
  readonly id: string;
  readonly thread: string;
  readonly topicId: string;
  readonly topic: string;
  readonly place: TopicPlace | null;
  readonly mode: TopicMode;
  readonly authorId: string;
  readonly authorSide: Side;
  readonly state: PostState;
  readonly revision: number;
  readonly latestRevision: number;
  readonly isPublished: boolean;
  /** The author of the post it answers. */
  readonly answeredId: string | null;
}

/** A text as written: one revision of one post. */
export interface WrittenRevision {
  readonly id: string;
  readonly dyadId: string;
  readonly post: string;
  readonly number: number;
  readonly language: string;
  readonly source: string;
  readonly mentions: Mentions;
  /** The posts that it quotes by name. */
  readonly quotes: readonly string[];
  readonly writtenAt: Date;
}

export interface NewPost {
  readonly id: string;
  /** What it is called in what everybody may read: random, since its id tells when it was written. */
  readonly publicName: string;
  readonly dyadId: string;
  readonly thread: string;
  readonly authorId: string;
  readonly authorSide: Side;
  readonly replyTo: string | null;
  /** Whether its words may go to no translation engine of others. */
  readonly staysInside: boolean;
  readonly writtenAt: Date;
}

export interface NewThread {
  readonly id: string;
  readonly dyadId: string;
  readonly topicId: string;
  readonly authorId: string;
  readonly openingPostId: string;
  readonly title: string;
  readonly language: string;
  readonly writtenAt: Date;
}
