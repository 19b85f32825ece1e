import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import type { RichText } from '../../../../shared/language/rich-text.js';
import type { DeskContext } from '../../../../shared/moderation/desk.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { MemberNames, type NotedName } from '../../dyads/member-names.port.js';
import {
  ModeratedContents,
  type Beginning,
  type ContentCard,
  type ModeratedContent,
  type ModeratedItem,
  type ShownContent,
} from '../moderated-content.port.js';

/** What decisions of moderators do to the names of members: whoever reads has a neutral one in their place. */
@Injectable()
export class ModeratedNames implements ModeratedContent, OnModuleInit {
  constructor(
    private readonly contents: ModeratedContents,
    private readonly names: MemberNames,
  ) {}

  onModuleInit(): void {
    this.contents.register('name', this);
  }

  /** Readers know members, and no ids of their names. */
  meant(tx: Tx, member: string): Promise<string | undefined> {
    return this.names.note(tx, member);
  }

  async beginning(tx: Tx, dyadId: string, content: string): Promise<Beginning | undefined> {
    const name = await this.one(tx, content);
    if (name?.dyadId !== dyadId || !isShown(name)) return undefined;
    const { memberId: authorId, side: authorSide } = name;
    return { place: authorId, authorId, authorSide, revision: 1, concerns: [] };
  }

  hold(tx: Tx, { content }: ModeratedItem): Promise<void> {
    return this.names.withhold(tx, content, 'held');
  }

  restore(tx: Tx, { content }: ModeratedItem): Promise<void> {
    return this.names.show(tx, content);
  }

  remove(tx: Tx, { content }: ModeratedItem): Promise<void> {
    return this.names.withhold(tx, content, 'removed');
  }

  reinstate(tx: Tx, item: ModeratedItem & { readonly shown: boolean }): Promise<void> {
    return item.shown ? this.restore(tx, item) : this.hold(tx, item);
  }

  async describe(tx: Tx, items: readonly ModeratedItem[]): Promise<ReadonlyMap<string, ContentCard>> {
    return this.ofEach(tx, items, ({ pseudonym, writesIn }) => ({
      thread: null,
      threadTitle: null,
      topicTitle: null,
      language: writesIn,
      source: pseudonym,
      body: this.read('', pseudonym),
      translations: [],
      replyTo: null,
    }));
  }

  /** Nothing: a name stands by itself. */
  surroundings(): Promise<DeskContext> {
    return Promise.resolve({ thread: [], byAuthor: [] });
  }

  async shownTo(tx: Tx, { dyadId }: DyadMember, { content }: ModeratedItem): Promise<ShownContent | undefined> {
    const name = await this.one(tx, content);
    if (name?.dyadId !== dyadId || !isShown(name)) return undefined;
    const { writesIn: language, pseudonym: text } = name;
    return { placeRight: 'read', revision: 1, words: { language, text, translations: [] } };
  }

  /** A name is the same in every language. */
  async wordsIn(tx: Tx, items: readonly ModeratedItem[]): Promise<ReadonlyMap<string, string>> {
    return this.ofEach(tx, items, ({ pseudonym }) => pseudonym);
  }

  read(_key: string, source: string): RichText {
    return [{ type: 'paragraph', inlines: [{ type: 'text', text: source }] }];
  }

  private async one(tx: Tx, id: string): Promise<NotedName | undefined> {
    return (await this.names.find(tx, [id])).get(id);
  }

  private async ofEach<Said>(
    tx: Tx,
    items: readonly ModeratedItem[],
    say: (name: NotedName) => Said,
  ): Promise<ReadonlyMap<string, Said>> {
    const found = await this.names.find(
      tx,
      items.map(({ content }) => content),
    );
    return new Map(
      items.flatMap(({ id, content }) => {
        const name = found.get(content);
        return name ? [[id, say(name)] as const] : [];
      }),
    );
  }
}

const isShown = ({ isWorn, withheld }: NotedName): boolean => isWorn && withheld === null;
