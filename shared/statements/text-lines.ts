import { sortedJson } from '../contract/sorted-json.js';
import { citationKey, citationsIn, numbered, type Citation } from './citation.rules.js';
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

/** The sign that stands among the words of a line where a target is cited, by the key of the target. */
export type CitationSigns = ReadonlyMap<string, string>;

/** Plane 15 of Unicode, which is for private use: no letter is there, and what somebody wrote of it is passed over. */
const firstSign = 0xf0000;

/** Signs for all that these texts cite; none of them stands in the texts themselves. */
export function citationSigns(...texts: readonly StatementText[]): CitationSigns {
  const written = new Set(JSON.stringify(texts));
  let next = firstSign;
  const unwritten = (): string => {
    for (;;) {
      const sign = String.fromCodePoint(next);
      next += 1;
      if (!written.has(sign)) return sign;
    }
  };
  return new Map(numbered(texts.flatMap(citationsIn)).map(({ cites }) => [citationKey(cites), unwritten()]));
}

/** A text as its lines, from the first to the last; nothing of it is left out. */
export const linesOf = (text: StatementText, signs: CitationSigns): TextLine[] =>
  text.flatMap((block) => linesOfBlock(block, { path: [], kind: 'paragraph', signs }));

/** Where a block stands. */
interface Standing {
  readonly path: readonly string[];
  readonly kind: LineKind;
  readonly signs: CitationSigns;
}

function linesOfBlock(block: Block, standing: Standing): TextLine[] {
  const { path } = standing;
  switch (block.type) {
    case 'paragraph':
      return [lineOf(block.content, standing)];
    case 'heading':
      return [lineOf(block.content, { ...standing, kind: 'heading', path: [...path, `heading ${block.level}`] })];
    case 'blockquote':
      return block.content.flatMap((one) =>
        linesOfBlock(one, { ...standing, path: [...path, 'quote'], kind: 'quote' }),
      );
    default: {
      const kind = block.type === 'bulletList' ? 'bullet' : 'number';
      return block.items.flatMap((blocks) =>
        blocks.flatMap((one, at) => {
          const part = at === 0 ? kind : `${kind} goes on`;
          return linesOfBlock(one, { ...standing, kind, path: [...path, part] });
        }),
      );
    }
  }
}

const lineOf = (content: readonly Inline[], { path, kind, signs }: Standing): TextLine => ({
  kind,
  depth: path.filter((part) => !part.startsWith('heading')).length,
  words: content.map((one) => wordsOf(one, signs)).join(''),
  set: sortedJson({ path, marks: content.map(marksOf) }),
});

/** Before the sign of a citation is a hair of a blank: it is a word of its own, and the one before stays the same. */
function wordsOf(one: Inline, signs: CitationSigns): string {
  if ('text' in one) return one.text;
  return 'break' in one ? '\n' : `\u200A${signOf(one.cites, signs)}`;
}

const signOf = (cites: Citation, signs: CitationSigns): string => signs.get(citationKey(cites)) ?? '';

/** How many letters bear which marks, since the words themselves are compared as words. */
const marksOf = (one: Inline): unknown => ('text' in one ? { ...one, text: one.text.length } : one);
