import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import type { RichText } from '../../../../shared/language/rich-text.js';
import type { DeskContext } from '../../../../shared/moderation/desk.schema.js';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';
import type { Tx } from '../../../platform/database/tx.js';
import {
  ModeratedContents,
  nowhere,
  type Beginning,
  type ContentCard,
  type ModeratedContent,
  type ModeratedItem,
  type PlaceName,
  type ShownContent,
} from '../../moderation/moderated-content.port.js';
import { ModeratedStatementReading, readWords } from './moderated-statement-reading.query.js';
import { StatementBeginning } from './statement-beginning.js';
import { StatementWithholding } from './statement-withholding.js';

/** What decisions of moderators, and the end of a hold, do to statements under way. */
@Injectable()
export class ModeratedStatements implements ModeratedContent, OnModuleInit {
  constructor(
    private readonly contents: ModeratedContents,
    private readonly beginnings: StatementBeginning,
    private readonly withholding: StatementWithholding,
    private readonly reading: ModeratedStatementReading,
  ) {}

  onModuleInit(): void {
    this.contents.register('statement', this);
  }

  beginning(tx: Tx, dyadId: string, content: string): Promise<Beginning | undefined> {
    return this.beginnings.of(tx, dyadId, content);
  }

  hold(tx: Tx, item: ModeratedItem): Promise<void> {
    return this.withholding.hold(tx, item);
  }

  restore(tx: Tx, item: ModeratedItem): Promise<void> {
    return this.withholding.restore(tx, item);
  }

  remove(tx: Tx, item: ModeratedItem, reason: ReasonCode): Promise<void> {
    return this.withholding.remove(tx, item, reason);
  }

  /** A statement waits for nobody before it is read, so what was taken from its readers goes back to them. */
  reinstate(tx: Tx, item: ModeratedItem): Promise<void> {
    return this.withholding.restore(tx, item);
  }

  keepStill(tx: Tx, item: ModeratedItem, isStill: boolean): Promise<void> {
    return this.withholding.keepStill(tx, item, isStill);
  }

  describe(tx: Tx, items: readonly ModeratedItem[]): Promise<ReadonlyMap<string, ContentCard>> {
    return this.reading.cards(tx, items);
  }

  /** A statement stands by itself. */
  surroundings(): Promise<DeskContext> {
    return Promise.resolve({ thread: [], byAuthor: [] });
  }

  shownTo(tx: Tx, member: DyadMember, item: ModeratedItem): Promise<ShownContent | undefined> {
    return this.reading.shownTo(tx, member, item);
  }

  wordsIn(tx: Tx, items: readonly ModeratedItem[], language: string): Promise<ReadonlyMap<string, string>> {
    return this.reading.wordsIn(tx, items, language);
  }

  async placeFor(tx: Tx, member: DyadMember, item: ModeratedItem, card: ContentCard): Promise<PlaceName> {
    return (await this.reading.readsIt(tx, member, item)) ? card : nowhere;
  }

  read(_key: string, source: string): RichText {
    return readWords(source);
  }
}
