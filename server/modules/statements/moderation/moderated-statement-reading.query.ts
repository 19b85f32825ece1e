import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { RichText } from '../../../../shared/language/rich-text.js';
import type { Tx } from '../../../platform/database/tx.js';
import { parseMarkdown } from '../../../platform/markdown/markdown.js';
import { Unreadable } from '../../../platform/markdown/unreadable.js';
import { Documents } from '../../documents/documents.port.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import type { ContentCard, ModeratedItem, ShownContent } from '../../moderation/moderated-content.port.js';
import { readClauses } from '../statement-document.js';
import { StatementReader } from '../statement.reader.js';
import { StatementRepository, type StatementRow } from '../statement.repository.js';
import { bothTexts, type OneText } from './statement-words.js';

/** Both texts of a statement as they stand, and the number of the newest update that is in them. */
interface Standing {
  readonly texts: readonly [OneText, OneText];
  readonly seq: number;
}

/** The words of statements for moderation: both texts as they stand in the document now. */
@Injectable()
export class ModeratedStatementReading {
  constructor(
    private readonly statements: StatementRepository,
    private readonly reader: StatementReader,
    private readonly documents: Documents,
    private readonly dyads: DyadReader,
  ) {}

  /** By item id; each statement is looked at by itself, since each is a document. */
  async cards(tx: Tx, items: readonly ModeratedItem[]): Promise<ReadonlyMap<string, ContentCard>> {
    const cards = new Map<string, ContentCard>();
    for (const { id, dyadId, content } of items) {
      const row = await this.statements.find(tx, dyadId, content);
      if (row) cards.set(id, cardOf(row, (await this.standing(tx, row)).texts));
    }
    return cards;
  }

  /**
   * Nothing where the member may not read it, or nobody but those who draft it may.
   * @throws Failure `statement.fixed` for what both sides have frozen or ratified: it is reported to nobody
   */
  async shownTo(tx: Tx, member: DyadMember, { content }: ModeratedItem): Promise<ShownContent | undefined> {
    const found = await this.reader.find(tx, content, member);
    if (!found || found.row.withheld !== null) return undefined;
    if (found.row.state !== 'drafting') throw new Failure('statement.fixed');
    const { texts, seq } = await this.standing(tx, found.row);
    const [{ language, text }, other] = texts;
    const authentic = { language: other.language, status: 'authentic', engine: null, text: other.text } as const;
    return { placeRight: 'read', revision: seq, words: { language, text, translations: [authentic] } };
  }

  async readsIt(tx: Tx, member: DyadMember, { content }: ModeratedItem): Promise<boolean> {
    return (await this.reader.roleOf(tx, content, member)) !== 'none';
  }

  async wordsIn(tx: Tx, items: readonly ModeratedItem[], language: string): Promise<ReadonlyMap<string, string>> {
    const words = new Map<string, string>();
    for (const { id, dyadId, content } of items) {
      const row = await this.statements.find(tx, dyadId, content);
      const said = row && (await this.standing(tx, row)).texts.find((one) => one.language === language);
      if (said) words.set(id, said.text);
    }
    return words;
  }

  async standing(tx: Tx, row: StatementRow): Promise<Standing> {
    const { languageOf } = await this.dyads.profile(tx, row.dyadId);
    const { seen, end } = await this.documents.look(row.id, readClauses);
    return { texts: bothTexts(row, languageOf, seen), seq: end.seq };
  }
}

function cardOf({ title }: StatementRow, [one, other]: readonly [OneText, OneText]): ContentCard {
  return {
    thread: null,
    threadTitle: title[one.language] ?? null,
    topicTitle: null,
    language: one.language,
    source: one.text,
    body: readWords(one.text),
    facing: { language: other.language, body: readWords(other.text) },
    translations: [],
    replyTo: null,
  };
}

/** Words as a page shows them; what nests deeper than any page shows is shown as it is written. */
export function readWords(text: string): RichText {
  try {
    return parseMarkdown(text);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return [{ type: 'code', text }];
  }
}
