import type { Block, Inline, StatementText } from '../../../../shared/statements/statement-text.schema.js';

/** The words of each paragraph and heading of a text, in their order: what an engine is given, block by block. */
export const wordsOfBlocks = (text: StatementText): string[] => text.flatMap(wordsOfBlock);

function wordsOfBlock(block: Block): string[] {
  if (block.type === 'paragraph' || block.type === 'heading') return [block.content.map(plain).join('').trim()];
  if (block.type === 'blockquote') return wordsOfBlocks(block.content);
  return block.items.flatMap(wordsOfBlocks);
}

const plain = (one: Inline): string => ('text' in one ? one.text : 'break' in one ? ' ' : '');

/**
 * The same blocks with other words. Marks and links do not come with them: nobody knows on which of the new words they
 * belong. What a block cites is cited behind all of its words.
 */
export function withOtherWords(text: StatementText, words: readonly string[]): StatementText {
  const left = [...words];
  const dress = (block: Block): Block => {
    if (block.type === 'paragraph' || block.type === 'heading')
      return { ...block, content: [{ text: left.shift() ?? '' }, ...block.content.filter((one) => 'cites' in one)] };
    if (block.type === 'blockquote') return { ...block, content: block.content.map(dress) };
    return { ...block, items: block.items.map((item) => item.map(dress)) };
  };
  return text.map(dress);
}
