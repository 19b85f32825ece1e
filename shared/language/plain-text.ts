import type { Block, Inline, RichText } from './rich-text.js';

/**
 * The words of a text alone, a line a block: for search, excerpts and notifications. What is quoted is left out, since
 * somebody else said it.
 */
export const plainText = (text: RichText): string => text.map(ofBlock).filter(Boolean).join('\n');

function ofBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.inlines.map(ofInline).join('').trim();
    case 'bulletList':
    case 'orderedList':
      return block.items.map(plainText).filter(Boolean).join('\n');
    case 'code':
      return block.text;
    case 'quote':
    case 'rule':
      return '';
  }
}

function ofInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.text;
    case 'mention':
      return `@${inline.pseudonym}`;
    case 'break':
      return ' ';
    default:
      return inline.inlines.map(ofInline).join('');
  }
}
