import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { RichText } from '../../../shared/language/rich-text.js';
import type { ReportedTranslation } from '../../../shared/moderation/report-snapshot.rules.js';
import type { ModeratedItem, ShownContent } from '../moderation/moderated-content.port.js';
import { TranslationReader, type TranslationFound } from '../translation/translation.reader.js';
import type { Tx } from '../../platform/database/tx.js';
import { PlaceAccess } from './place-access.js';
import { PostTextRepository } from './post-text.repository.js';
import { PublishedPostRepository } from './published-post.repository.js';
import { RichTexts } from './rich-texts.js';

/** The words of posts for moderation: as a reader has them now, as they were kept, and in one language beside others. */
@Injectable()
export class ModeratedPostReading {
  constructor(
    private readonly posts: PublishedPostRepository,
    private readonly written: PostTextRepository,
    private readonly translations: TranslationReader,
    private readonly access: PlaceAccess,
    private readonly texts: RichTexts,
  ) {}

  async shownTo(tx: Tx, member: DyadMember, { content }: ModeratedItem): Promise<ShownContent | undefined> {
    const placeRight = await this.access.rightAtPost(tx, member, content);
    const [post] = placeRight === 'none' ? [] : await this.posts.find(tx, [content]);
    if (!post || post.state !== 'live' || post.source === null) return undefined;
    const { revision, language, source, revisionId } = post;
    const found = (await this.translations.of(tx, [revisionId])).get(revisionId) ?? [];
    return { placeRight, revision, words: { language, text: source, translations: found.flatMap(translated) } };
  }

  async wordsIn(tx: Tx, items: readonly ModeratedItem[], language: string): Promise<ReadonlyMap<string, string>> {
    const wanted = items.map(({ content, revision }) => ({ post: content, revision }));
    const rows = await this.written.numbered(tx, wanted);
    const foreign = rows.filter((row) => row.language !== language);
    const translated = await this.translations.of(
      tx,
      foreign.map((row) => row.id),
    );
    const inLanguage = (row: (typeof rows)[number]): string | null | undefined =>
      row.language === language ? row.source : translated.get(row.id)?.find((one) => one.language === language)?.body;
    return new Map(
      items.flatMap(({ id, content, revision }) => {
        const row = rows.find((one) => one.post === content && one.number === revision);
        const words = row && inLanguage(row);
        return words ? [[id, words] as const] : [];
      }),
    );
  }

  /** Names in kept words stay words: whom they mean may have changed since. */
  read(key: string, source: string): RichText {
    return this.texts.of(key, source, null);
  }
}

/** Only what has words was before the reader. */
function translated({ language, status, engine, body }: TranslationFound): ReportedTranslation[] {
  if (body === null || (status !== 'machine' && status !== 'doubtful' && status !== 'human')) return [];
  return [{ language, status, engine, text: body }];
}
