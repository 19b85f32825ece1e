import { plainText } from '../../../shared/language/plain-text.js';
import type { Block, RichText } from '../../../shared/language/rich-text.js';

/** The posts that a text quotes by name, each once. */
export const quotedIn = (text: RichText): string[] => [...new Set(text.flatMap(inBlock))];

function inBlock(block: Block): string[] {
  if (block.type === 'quote')
    return [...(block.post === undefined ? [] : [block.post]), ...block.blocks.flatMap(inBlock)];
  if (block.type === 'bulletList' || block.type === 'orderedList')
    return block.items.flatMap((item) => item.flatMap(inBlock));
  return [];
}

/** A text without the words it quotes of posts whose words are gone; that something was quoted stays to be seen. */
export const withoutGone = (text: RichText, gone: ReadonlySet<string>): RichText =>
  quotedIn(text).some((post) => gone.has(post)) ? text.map((block) => blockWithout(block, gone)) : text;

function blockWithout(block: Block, gone: ReadonlySet<string>): Block {
  if (block.type === 'quote') {
    return block.post !== undefined && gone.has(block.post)
      ? { type: 'quote', post: block.post, gone: true, blocks: [] }
      : { ...block, blocks: withoutGone(block.blocks, gone) };
  }
  if (block.type === 'bulletList') return { ...block, items: block.items.map((item) => withoutGone(item, gone)) };
  if (block.type === 'orderedList') return { ...block, items: block.items.map((item) => withoutGone(item, gone)) };
  return block;
}

/**
 * Whether a translation has no words of posts that are gone, or says which they are. Where it lost the name of such a post
 * nobody can tell.
 */
export const quotesNothingGone = (gone: ReadonlySet<string>, original: RichText, translation: RichText): boolean => {
  const named = quotedIn(translation);
  return quotedIn(original).every((post) => !gone.has(post) || named.includes(post));
};

/**
 * The Markdown of such a text. Where it quotes what is gone only its own words are left, without their signs: quotes can be
 * written in more ways than one could safely cut out.
 */
export const sourceWithoutGone = (source: string, text: RichText, gone: ReadonlySet<string>): string =>
  quotedIn(text).some((post) => gone.has(post)) ? plainText(text) : source;
