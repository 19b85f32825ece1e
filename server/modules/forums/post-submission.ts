import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { TopicMode } from '../../../shared/access/conditions.js';
import { Failure } from '../../../shared/contract/failure.js';
import { ModerationGate, type Passage, type Submission } from '../moderation/moderation-gate.port.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { randomId, timeOrderedId } from '../../platform/ids/ids.js';
import { PostPublishing } from './post-publishing.js';
import type { AuthoredPost } from './post-row.js';
import { PostRepository } from './post.repository.js';
import { TextKeeping } from './text-keeping.js';
import type { ReadText } from './text-reading.js';

/** Where a post goes. */
export interface Place {
  readonly post: string;
  readonly thread: string;
  readonly topicId: string;
  readonly mode: TopicMode;
  readonly replyTo: string | null;
  /** Whether its words may go to no translation engine of others. */
  readonly staysInside: boolean;
}

/** A thread about to begin. */
export interface Beginning {
  readonly topicId: string;
  readonly mode: TopicMode;
  readonly title: string;
  readonly language: string;
  /** As of its first post. */
  readonly staysInside: boolean;
}

type Author = Pick<DyadMember, 'memberId' | 'side' | 'dyadId'>;

/** What authors do with posts, inside a transaction: write, revise, take back. Everything written passes the gate. */
@Injectable()
export class PostSubmission {
  constructor(
    private readonly posts: PostRepository,
    private readonly texts: TextKeeping,
    private readonly gate: ModerationGate,
    private readonly publishing: PostPublishing,
    private readonly clock: Clock,
  ) {}

  newId(): string {
    return timeOrderedId(this.clock.now());
  }

  /** Whether a post can be answered in this thread: published, and not taken back. */
  canBeAnswered(tx: Tx, post: string, thread: string): Promise<boolean> {
    return this.posts.canBeAnswered(tx, post, thread);
  }

  /** Makes room for a thread; nobody sees it before its first post is published. */
  async beginThread(tx: Tx, { dyadId, memberId }: Author, thread: Beginning): Promise<Place> {
    const place = {
      post: this.newId(),
      thread: this.newId(),
      topicId: thread.topicId,
      mode: thread.mode,
      replyTo: null,
      staysInside: thread.staysInside,
    };
    await this.posts.addThread(tx, {
      id: place.thread,
      dyadId,
      topicId: thread.topicId,
      authorId: memberId,
      openingPostId: place.post,
      title: thread.title,
      language: thread.language,
      writtenAt: this.clock.now(),
    });
    return place;
  }

  /** A post as its author left it, locked against decisions, timers and the author's other tab. */
  async lock(tx: Tx, post: string): Promise<AuthoredPost | undefined> {
    await this.gate.lock(tx, 'post', post);
    return this.posts.lockToChange(tx, post);
  }

  /** @param title of the thread that the post begins, if it begins one */
  async write(tx: Tx, member: Author, place: Place, text: ReadText, title?: string): Promise<Passage> {
    const { dyadId, memberId, side } = member;
    const { post, thread, topicId, replyTo, staysInside } = place;
    const answeredId = replyTo === null ? null : await this.posts.authorOf(tx, replyTo);
    const passage = await this.gate.submit(tx, submission(member, { ...place, id: post, answeredId }, 1, text));
    const writtenAt = this.clock.now();
    const names = { id: post, publicName: randomId() };
    const author = { authorId: memberId, authorSide: side };
    await this.posts.add(tx, { ...names, ...author, dyadId, thread, replyTo, staysInside, writtenAt });
    await this.texts.keep(tx, dyadId, post, 1, text);
    if (title !== undefined) await this.texts.keepTitle(tx, dyadId, { thread, post }, title, text);
    if (passage === 'live') await this.publishing.publish(tx, { dyadId, topicId, thread, post }, 1);
    return passage;
  }

  /**
   * What is saved as it was before is no new revision: nobody would find a difference, and every translation would be stale.
   * @param staysInside whether its words go to no translation engine of others from now on
   * @throws Failure `post.state_conflict` for a post that takes no revision now
   */
  async revise(tx: Tx, member: Author, post: AuthoredPost, text: ReadText, staysInside: boolean): Promise<void> {
    if (await this.isSaidAlready(tx, post, text)) {
      if (staysInside) await this.posts.keepInside(tx, post.id);
      return;
    }
    const number = post.latestRevision + 1;
    const passage = await this.gate.revise(tx, submission(member, post, number, text));
    if (passage === undefined) throw new Failure('post.state_conflict');
    if (staysInside) await this.posts.keepInside(tx, post.id);
    await this.texts.keep(tx, member.dyadId, post.id, number, text);
    await this.posts.noteLatest(tx, post, number);
    if (passage === 'live') await this.publishing.show(tx, placed(member, post), number);
  }

  /** Readers have exactly these words, or they wait for a moderator; what was given back can be sent again as it is. */
  private async isSaidAlready(tx: Tx, post: AuthoredPost, text: ReadText): Promise<boolean> {
    const stands = post.state === 'pending' || (post.state === 'live' && post.latestRevision === post.revision);
    return stands && this.texts.isSame(tx, post.id, post.latestRevision, text);
  }

  /** @throws Failure `post.state_conflict` for a post that is taken back already */
  async withdraw(tx: Tx, member: Author, post: AuthoredPost): Promise<void> {
    const isClosed = await this.gate.withdraw(tx, 'post', post.id, member);
    if (!isClosed) throw new Failure('post.state_conflict');
    await this.posts.withdraw(tx, post.id);
    // What is being decided about a translation comes to its end by itself.
    for (const translation of await this.texts.erase(tx, post.id))
      await this.gate.withdraw(tx, 'translation', translation, member);
    if (post.isPublished) await this.publishing.tellReaders(tx, placed(member, post));
  }
}

const submission = (
  member: Author,
  { id, thread, mode, answeredId }: Pick<AuthoredPost, 'id' | 'thread' | 'mode' | 'answeredId'>,
  revision: number,
  { mentions }: ReadText,
): Submission => ({
  dyadId: member.dyadId,
  kind: 'post',
  content: id,
  place: thread,
  revision,
  author: { memberId: member.memberId, side: member.side },
  // Whoever is answered or named; nobody concerns themselves.
  concerns: [...new Set([...(answeredId === null ? [] : [answeredId]), ...Object.values(mentions)])].filter(
    (one) => one !== member.memberId,
  ),
  mode,
});

const placed = ({ dyadId }: Author, { topicId, thread, id }: AuthoredPost) => ({ dyadId, topicId, thread, post: id });
