import { Injectable } from '@nestjs/common';
import type { RichText } from '../../../shared/language/rich-text.js';
import type { Tx } from '../../platform/database/tx.js';
import type { PublishedPost } from './post-row.js';
import { PublishedPostRepository } from './published-post.repository.js';
import { quotedIn, sourceWithoutGone, withoutGone } from './quotes.js';
import { RichTexts, sourceWithShownNames } from './rich-texts.js';

/** Words of a post as its author set them, and as they are read. */
export interface ShownWords {
  readonly text: string;
  readonly body: RichText;
}

/** A post's words for those who translate them, without what others may not read in them. */
export interface ShownSource extends ShownWords {
  /** The posts it quotes whose words are gone. */
  readonly gone: ReadonlySet<string>;
  /** The whole tree, to compare translations with. */
  readonly original: RichText;
}

/** Reads what people translate: the Markdown of a post, without quotes of what is gone and names that are withheld. */
@Injectable()
export class ShownSources {
  constructor(
    private readonly posts: PublishedPostRepository,
    private readonly texts: RichTexts,
  ) {}

  async of(tx: Tx, { revisionId, source, mentions }: PublishedPost): Promise<ShownSource> {
    const original = this.texts.of(revisionId, source ?? '', mentions);
    const gone = await this.posts.gone(tx, quotedIn(original));
    return { ...shownWords(source ?? '', original, mentions, gone), gone, original };
  }
}

export const shownWords = (
  source: string,
  tree: RichText,
  mentions: PublishedPost['mentions'],
  gone: ReadonlySet<string>,
): ShownWords => ({
  text: sourceWithoutGone(sourceWithShownNames(source, mentions), tree, gone),
  body: withoutGone(tree, gone),
});
