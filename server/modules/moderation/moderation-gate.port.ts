import { Injectable } from '@nestjs/common';
import type { Side } from '../../../shared/access/actor.js';
import type { TopicMode } from '../../../shared/access/conditions.js';
import { approvalsToGraduate, nextState, type Circumstances } from '../../../shared/moderation/moderation.lifecycle.js';
import type { Tx } from '../../platform/database/tx.js';
import { ItemSteps } from './item-steps.service.js';
import type { ContentKind, Item } from './moderation-item.js';
import { ModerationItemRepository } from './moderation-item.repository.js';

/** Something written, as it comes to the gate. */
export interface Submission {
  readonly dyadId: string;
  readonly kind: ContentKind;
  readonly content: string;
  readonly revision: number;
  readonly author: { readonly memberId: string; readonly side: Side };
  /** How the place it is written in lets things through. */
  readonly mode: TopicMode;
}

/** `live`: readers see it from now on; `pending`: it waits for a moderator. */
export type Passage = 'live' | 'pending';

/** The way everything written takes: straight on, or by the desk. */
@Injectable()
export class ModerationGate {
  constructor(
    private readonly items: ModerationItemRepository,
    private readonly steps: ItemSteps,
  ) {}

  /** Lets something new through, or keeps it waiting. */
  async submit(tx: Tx, submission: Submission): Promise<Passage> {
    const item = await this.begin(tx, submission, false);
    return item.state === 'live' ? 'live' : 'pending';
  }

  /**
   * Locks what moderation knows of a piece of content until the end of the transaction. Whoever changes the content
   * asks for this first: it is the one lock that decisions, authors and timers share.
   */
  async lock(tx: Tx, kind: ContentKind, content: string): Promise<void> {
    await this.items.lockOf(tx, kind, content);
  }

  /**
   * Lets a later revision through, or keeps it waiting while the earlier one stays shown.
   * @returns nothing when the item is in a state that takes no revision (held, withdrawn)
   */
  async revise(tx: Tx, submission: Submission): Promise<Passage | undefined> {
    const { author, revision } = submission;
    const [first, amendment] = await this.items.lockOf(tx, submission.kind, submission.content);
    const waiting = amendment ?? first;
    if (!first || !waiting || first.state === 'held') return undefined;
    const circumstances = await this.circumstances(tx, submission, waiting.amends);
    if (nextState(waiting.state, 'revise', circumstances)) {
      const moved = await this.steps.take(tx, waiting, { event: 'revise', actor: author, circumstances, revision });
      return moved.state === 'pending' ? 'pending' : 'live';
    }
    if (first.state !== 'live' && first.state !== 'in_review') return undefined;
    await this.begin(tx, submission, true);
    return 'pending';
  }

  /**
   * Closes everything about a piece of content that its author takes back.
   * @returns whether that was possible
   */
  async withdraw(tx: Tx, kind: ContentKind, content: string, author: Submission['author']): Promise<boolean> {
    const items = await this.items.lockOf(tx, kind, content);
    if (items[0]?.state === 'withdrawn' || items.length === 0) return false;
    for (const item of items) await this.steps.take(tx, item, { event: 'withdraw', actor: author });
    return true;
  }

  /** Tells the desks that a card looks different: a translation came. Says nothing when no card of it is open. */
  async contentChanged(tx: Tx, kind: ContentKind, content: string): Promise<void> {
    const open = (await this.items.of(tx, kind, content)).filter(
      (item) => item.state !== 'live' && item.state !== 'withdrawn',
    );
    for (const item of open) await this.steps.tellDesks(tx, item);
  }

  private async begin(tx: Tx, submission: Submission, amends: boolean): Promise<Item> {
    const { dyadId, kind, content, revision, author } = submission;
    const circumstances = await this.circumstances(tx, submission, amends);
    return this.steps.begin(
      tx,
      { dyadId, kind, content, revision, amends, authorId: author.memberId, authorSide: author.side },
      { event: 'submit', actor: author, circumstances },
    );
  }

  private async circumstances(tx: Tx, { mode, author }: Submission, amends: boolean): Promise<Circumstances> {
    // Only the graduated mode asks; the others spare the query.
    const approvedBefore =
      mode === 'graduated' ? await this.items.approvedPosts(tx, author.memberId, approvalsToGraduate) : 0;
    return { mode, approvedBefore, amends };
  }
}
