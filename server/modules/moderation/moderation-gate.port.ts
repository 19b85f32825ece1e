import { Injectable } from '@nestjs/common';
import type { Side } from '../../../shared/access/actor.js';
import type { TopicMode } from '../../../shared/access/conditions.js';
import type { ContentKind } from '../../../shared/moderation/content-kind.rules.js';
import { approvalsToGraduate, ordinary } from '../../../shared/moderation/moderation.lifecycle.js';
import { nextStanding } from '../../../shared/moderation/next-standing.js';
import type { Tx } from '../../platform/database/tx.js';
import type { EventPayload, Item } from './items/item.js';
import { ItemRepository } from './items/item.repository.js';
import { ItemSteps } from './items/item-steps.service.js';
import { LookRequests } from './looks/look-requests.js';

/** Something written, as it comes to the gate. */
export interface Submission {
  readonly dyadId: string;
  readonly kind: ContentKind;
  readonly content: string;
  /** What it stands in: whoever wrote there a short time ago takes no part in decisions about it. */
  readonly place: string;
  readonly revision: number;
  readonly author: { readonly memberId: string; readonly side: Side };
  /** The members whom it addresses or names: they take no part in decisions about it either. */
  readonly concerns: readonly string[];
  /** How the place it is written in lets things through. */
  readonly mode: TopicMode;
}

/** `live`: readers see it from now on; `pending`: it waits for a moderator. */
export type Passage = 'live' | 'pending';

/** The way everything written takes: straight on, or by the desk. Detection looks at it afterwards, either way. */
@Injectable()
export class ModerationGate {
  constructor(
    private readonly items: ItemRepository,
    private readonly steps: ItemSteps,
    private readonly looks: LookRequests,
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
   * @returns nothing when the item is in a state that takes no revision: held, withdrawn, decided, or being decided
   */
  async revise(tx: Tx, submission: Submission): Promise<Passage | undefined> {
    const [first, amendment] = await this.items.lockOf(tx, submission.kind, submission.content);
    const waiting = amendment ?? first;
    if (!first || !waiting || first.state === 'held') return undefined;
    const payload = await this.written(tx, submission);
    if (nextStanding(waiting, 'revise', { ...ordinary, ...payload, amends: waiting.amends })) {
      const moved = await this.steps.take(tx, waiting, {
        event: 'revise',
        actor: submission.author,
        tool: 'author',
        payload,
      });
      await this.looks.ask(tx, moved);
      return moved.state === 'pending' ? 'pending' : 'live';
    }
    if (!first.shown || (first.state !== 'live' && first.state !== 'in_review')) return undefined;
    await this.begin(tx, submission, true);
    return 'pending';
  }

  /**
   * Closes everything about a piece of content that its author takes back.
   * @returns whether that was possible: not while something is being decided about it
   */
  async withdraw(tx: Tx, kind: ContentKind, content: string, author: Submission['author']): Promise<boolean> {
    const items = await this.items.lockOf(tx, kind, content);
    if (items.length === 0 || items.some((item) => !nextStanding(item, 'withdraw'))) return false;
    for (const item of items) {
      await this.steps.take(tx, item, { event: 'withdraw', actor: author, tool: 'author' });
      await this.looks.forget(tx, item);
    }
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
    const { dyadId, kind, content, place, author } = submission;
    const item = await this.steps.begin(
      tx,
      dyadId,
      { kind, content, place, amends, authorId: author.memberId, authorSide: author.side },
      { event: 'submit', actor: author, tool: 'author', payload: await this.written(tx, submission) },
    );
    await this.looks.ask(tx, item);
    return item;
  }

  /** What the table looks at when something is written, and what was written. */
  private async written(tx: Tx, { mode, author, revision, concerns }: Submission) {
    // Only the graduated mode asks; the others spare the query.
    const approvedBefore =
      mode === 'graduated' ? await this.items.approvedPosts(tx, author.memberId, approvalsToGraduate) : 0;
    return { mode, approvedBefore, revision, concerns } satisfies EventPayload;
  }
}
