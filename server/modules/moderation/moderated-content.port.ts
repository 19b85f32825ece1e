import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { PlaceRight } from '../../../shared/access/conditions.js';
import type { RichText } from '../../../shared/language/rich-text.js';
import type { ContentKind } from '../../../shared/moderation/content-kind.rules.js';
import type { DeskContext, DeskItem } from '../../../shared/moderation/desk.schema.js';
import type { ReasonCode } from '../../../shared/moderation/reasons.js';
import type { ReportedWords } from '../../../shared/moderation/report-snapshot.rules.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Item, ItemOrigin } from './items/item.js';

/** What a card shows of the thing itself; everything else on it moderation knows. */
export type ContentCard = Pick<
  DeskItem,
  'thread' | 'threadTitle' | 'topicTitle' | 'language' | 'body' | 'translations' | 'replyTo'
> & {
  /** The words as their author wrote them: what is found stands at places of these. */
  readonly source: string;
  /** The other text, of what has two equally authentic ones. */
  readonly facing?: NonNullable<DeskItem['facing']>;
  /** The words that are decided upon, where they are not those of the body. */
  readonly judged?: Pick<DeskItem, 'language' | 'body'>;
};

/** The conversation that something stands in, and what it is called. */
export type PlaceName = Pick<ContentCard, 'thread' | 'threadTitle'>;

/** What somebody is told of where something stands that they may not read. */
export const nowhere: PlaceName = { thread: null, threadTitle: null };

/** What a member has before them now, and what they may do where it stands. */
export interface ShownContent {
  /** Who may not report it, since the words are theirs; where nobody is named, the author of the item. */
  readonly writer?: string;
  readonly placeRight: PlaceRight;
  readonly revision: number;
  readonly words: ReportedWords;
}

/** What an item of something begins with that came before readers without passing the gate. */
export interface Beginning extends Pick<ItemOrigin, 'place' | 'authorId' | 'authorSide'> {
  readonly revision: number;
  /** The members who take no part in decisions about it, beside its author. */
  readonly concerns: readonly string[];
}

/** The part of an item that the owner of its content needs. */
export type ModeratedItem = Pick<Item, 'id' | 'dyadId' | 'content' | 'revision' | 'authorId'>;

/**
 * What the module that owns a kind of content does when a decision falls. Called in the transaction of the decision,
 * after the item and then the desk's stream are locked.
 */
export interface ModeratedContent {
  /** What is meant by whoever reports something that readers know by another id; nothing for what is not there. */
  meant?(tx: Tx, named: string): Promise<string | undefined>;
  /** How its item begins when somebody points at what is shown; nothing for what is not there, or has passed the gate. */
  beginning(tx: Tx, dyadId: string, content: string): Promise<Beginning | undefined>;
  hold(tx: Tx, item: ModeratedItem): Promise<void>;
  /** Shows the words again, or for the first time; changes nothing where readers have them. */
  restore(tx: Tx, item: ModeratedItem): Promise<void>;
  /** Takes the words away for good: readers see that moderators of both sides did, and why; the author keeps them. */
  remove(tx: Tx, item: ModeratedItem, reason: ReasonCode): Promise<void>;
  /** Undoes that words or passages were taken away. `shown` says whether readers have them now, or they wait again. */
  reinstate(tx: Tx, item: ModeratedItem & { readonly shown: boolean }): Promise<void>;
  /** Cards for a page of the desk, by item id; two or three queries for all of them. */
  describe(tx: Tx, items: readonly ModeratedItem[]): Promise<ReadonlyMap<string, ContentCard>>;
  /** What stands around one item, as every member may read it. */
  surroundings(tx: Tx, item: ModeratedItem): Promise<DeskContext>;
  /** The words that a member can read now; nothing where they may not read, or nothing is shown. */
  shownTo(tx: Tx, member: DyadMember, item: ModeratedItem): Promise<ShownContent | undefined>;
  /** The words of items in one language, original or translated, by item id; without those that have none in it. */
  wordsIn(tx: Tx, items: readonly ModeratedItem[], language: string): Promise<ReadonlyMap<string, string>>;
  /**
   * Keeps the words from changing while keys or a panel decide about them, or lets them change again. Of what does not pass
   * the gate; where it does, the gate refuses revisions meanwhile.
   */
  keepStill?(tx: Tx, item: ModeratedItem, isStill: boolean): Promise<void>;
  /**
   * Where it stands, as a member may know it now: nothing of what they may not read, not even what it is called. Asked of
   * what does not stand for everybody as the card has it.
   */
  placeFor?(tx: Tx, member: DyadMember, item: ModeratedItem, card: ContentCard): Promise<PlaceName>;
  /** Kept words of this kind as they are shown; `key` names them, since the same words look the same. */
  read(key: string, source: string): RichText;
}

/** What is written by one author in a thread, passes the gate, and consists of passages. */
export interface WrittenContent extends ModeratedContent {
  /** First published: the revision of the item is what readers see from now on. */
  publish(tx: Tx, item: ModeratedItem): Promise<void>;
  /** A later revision takes the place of the one shown. */
  amend(tx: Tx, item: ModeratedItem): Promise<void>;
  /** Takes passages out of what readers see; the author keeps them. */
  redact(tx: Tx, item: ModeratedItem, passages: readonly string[], reason: ReasonCode): Promise<void>;
  /** Whether the words of the item's revision have all these passages. */
  contains(tx: Tx, item: ModeratedItem, passages: readonly string[]): Promise<boolean>;
  /** Closes the thread to everybody, or opens it again. */
  lock(tx: Tx, item: ModeratedItem, isLocked: boolean): Promise<void>;
  /** Given back to the author; `amends` says that an earlier revision stays published. */
  giveBack(tx: Tx, item: ModeratedItem & { readonly amends: boolean }): Promise<void>;
}

/** Who owns which kind of content; modules above register here, so that moderation knows none of them. */
@Injectable()
export class ModeratedContents {
  private readonly owners = new Map<ContentKind, ModeratedContent>();
  private readonly writers = new Map<ContentKind, WrittenContent>();

  /** Of what is written in threads; the table of kinds says which measures that has. */
  registerWritten(kind: ContentKind, owner: WrittenContent): void {
    this.register(kind, owner);
    this.writers.set(kind, owner);
  }

  register(kind: ContentKind, owner: ModeratedContent): void {
    if (this.owners.has(kind)) throw new Error(`Two owners of moderated ${kind}s`);
    this.owners.set(kind, owner);
  }

  of(kind: ContentKind): ModeratedContent {
    const owner = this.owners.get(kind);
    if (!owner) throw new Error(`Nobody owns moderated ${kind}s`);
    return owner;
  }

  /** The owner of something written; asked only for what the others do not have. */
  written(kind: ContentKind): WrittenContent {
    const owner = this.writers.get(kind);
    if (!owner) throw new Error(`Moderated ${kind}s have no passages, no thread and no gate`);
    return owner;
  }

  /** Items by kind, for what owners are asked about many at once. */
  async ofEach<Kind extends { readonly kind: ContentKind }, Answer>(
    items: readonly Kind[],
    ask: (owner: ModeratedContent, items: readonly Kind[]) => Promise<ReadonlyMap<string, Answer>>,
  ): Promise<ReadonlyMap<string, Answer>> {
    const answers = new Map<string, Answer>();
    for (const kind of new Set(items.map((item) => item.kind))) {
      const ofKind = items.filter((item) => item.kind === kind);
      for (const [item, answer] of await ask(this.of(kind), ofKind)) answers.set(item, answer);
    }
    return answers;
  }
}
