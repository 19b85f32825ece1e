import type { Block, Inline, RichText } from '../../../shared/language/rich-text.js';

/** The name to show for a member; nothing where that in the text stays. */
type NameOf = (member: string) => string | undefined;

/** The same text, with other names for some of the members that it mentions. */
export const withNames = (text: RichText, nameOf: NameOf): RichText => text.map((block) => blockWith(block, nameOf));

function blockWith(block: Block, nameOf: NameOf): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, inlines: inlinesWith(block.inlines, nameOf) };
    case 'bulletList':
    case 'orderedList':
      return { ...block, items: block.items.map((item) => withNames(item, nameOf)) };
    case 'quote':
      return { ...block, blocks: withNames(block.blocks, nameOf) };
    default:
      return block;
  }
}

const inlinesWith = (inlines: readonly Inline[], nameOf: NameOf): Inline[] =>
  inlines.map((inline) => {
    if (inline.type === 'mention') return { ...inline, pseudonym: nameOf(inline.member) ?? inline.pseudonym };
    return 'inlines' in inline ? { ...inline, inlines: inlinesWith(inline.inlines, nameOf) } : inline;
  });
