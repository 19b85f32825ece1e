import type { JSONContent } from '@tiptap/core';
import type { Block, Inline, StatementText } from '../../../../shared/statements/statement-text.schema.js';

/** A text of a clause as an editor takes it. */
export const editorJson = (text: StatementText): JSONContent => ({ type: 'doc', content: text.map(blockJson) });

function blockJson(block: Block): JSONContent {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', content: block.content.flatMap(inlineJson) };
    case 'heading':
      return { type: 'heading', attrs: { level: block.level }, content: block.content.flatMap(inlineJson) };
    case 'blockquote':
      return { type: 'blockquote', content: block.content.map(blockJson) };
    default:
      return {
        type: block.type,
        content: block.items.map((item) => ({ type: 'listItem', content: item.map(blockJson) })),
      };
  }
}

function inlineJson(one: Inline): JSONContent[] {
  if ('break' in one) return [{ type: 'hardBreak' }];
  if ('cites' in one) return [{ type: 'citation', attrs: { ...one.cites } }];
  return one.text === '' ? [] : [{ type: 'text', text: one.text }];
}
