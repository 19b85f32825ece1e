import { sortedJson } from '../contract/sorted-json.js';
import type { Block, Inline, StatementText } from './statement-text.schema.js';

/** What a line of a text is: where it stands is part of what it says. */
export type LineKind = 'paragraph' | 'heading' | 'bullet' | 'number' | 'quote';

/** A line of a text, as people compare texts: its words, and how they are set. */
export interface TextLine {
  readonly kind: LineKind;
  /** How deep in lists and quotes it stands. */
  readonly depth: number;
  readonly words: string;
  /** Everything about it beyond its words: kind, depth, marks and links. Lines with equal words may differ in it. */
  readonly set: string;
}

/** A text as its lines, from the first to the last; nothing of it is left out. */
export const linesOf = (text: StatementText): TextLine[] =>
  text.flatMap((block) => linesOfBlock(block, [], 'paragraph'));

function linesOfBlock(block: Block, path: readonly string[], kind: LineKind): TextLine[] {
  switch (block.type) {
    case 'paragraph':
      return [lineOf(block.content, kind, path)];
    case 'heading':
      return [lineOf(block.content, 'heading', [...path, `heading ${block.level}`])];
    case 'blockquote':
      return block.content.flatMap((one) => linesOfBlock(one, [...path, 'quote'], 'quote'));
    default: {
      const item = block.type === 'bulletList' ? 'bullet' : 'number';
      return block.items.flatMap((blocks) =>
        blocks.flatMap((one, at) => linesOfBlock(one, [...path, at === 0 ? item : `${item} goes on`], item)),
      );
    }
  }
}

const lineOf = (content: readonly Inline[], kind: LineKind, path: readonly string[]): TextLine => ({
  kind,
  depth: path.filter((part) => !part.startsWith('heading')).length,
  words: content.map(wordsOf).join(''),
  set: sortedJson({ path, marks: content.map(marksOf) }),
});

function wordsOf(one: Inline): string {
  if ('text' in one) return one.text;
  return 'break' in one ? '\n' : ` [${one.cites.kind} ${one.cites.of}]`;
}

/** How many letters bear which marks, since the words themselves are compared as words. */
const marksOf = (one: Inline): unknown => ('text' in one ? { ...one, text: one.text.length } : one);
