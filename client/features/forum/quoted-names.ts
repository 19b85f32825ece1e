import type { Block, RichText } from '../../../shared/language/rich-text.js';

/** Gives every quote of a known post a first line that says whose words they are. */
export const withQuotedNames = (text: RichText, authorOf: (post: string) => string | undefined): RichText =>
  text.map((block) => (block.type === 'quote' ? named(block, authorOf) : block));

function named(
  quote: Extract<Block, { type: 'quote' }>,
  authorOf: (post: string) => string | undefined,
): Extract<Block, { type: 'quote' }> {
  const name = quote.post === undefined ? undefined : authorOf(quote.post);
  const blocks = withQuotedNames(quote.blocks, authorOf);
  if (name === undefined) return { ...quote, blocks };
  const line: Block = { type: 'paragraph', inlines: [{ type: 'strong', inlines: [{ type: 'text', text: name }] }] };
  return { ...quote, blocks: [line, ...blocks] };
}
