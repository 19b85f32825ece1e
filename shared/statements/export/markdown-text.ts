import { safeLink } from '../../language/safe-link.js';
import type { Citation } from '../citation.rules.js';
import type { Block, Inline, StatementText } from '../statement-text.schema.js';
import { escapedWords, type Neighbour } from './markdown-words.js';

/** Markdown has no headings below these. */
const deepestHeading = 6;

/** How a text is written: what stands above it, and which number a footnote has in the whole file. */
interface Writing {
  /** How many levels of headings stand above those of the text. */
  readonly above: number;
  readonly noteOf: (cites: Citation) => number;
}

/**
 * A text as CommonMark that says exactly its words and structure, whatever the words are: nothing in them becomes markup.
 * What it cites is the mark of a footnote, as programs know it that add footnotes to CommonMark.
 */
export const markdownOfText = (text: StatementText, writing: Writing): string => linesOf(text, writing).join('\n');

/** The mark of a footnote in a file. */
export const noteMark = (number: number): string => `[^${number}]`;

function linesOf(blocks: readonly Block[], writing: Writing): string[] {
  let isOther = false;
  return blocks.flatMap((block, at) => {
    // Two lists of a kind in a row are two only by their signs.
    isOther = blocks[at - 1]?.type === block.type && !isOther;
    return [...(at === 0 ? [] : ['']), ...linesOfBlock(block, writing, isOther)];
  });
}

function linesOfBlock(block: Block, writing: Writing, isOther: boolean): string[] {
  switch (block.type) {
    case 'paragraph':
      return markdownOfLine(block.content, writing).split('\n');
    case 'heading':
      return [
        `${'#'.repeat(Math.min(block.level + writing.above, deepestHeading))} ${markdownOfLine(block.content, writing, '&#10;')}`,
      ];
    case 'blockquote':
      return linesOf(block.content, writing).map((line) => (line === '' ? '>' : `> ${line}`));
    case 'bulletList':
      return linesOfList(block.items, writing, () => (isOther ? '+' : '-'));
    case 'orderedList':
      return linesOfList(block.items, writing, (at) => `${at + 1}${isOther ? ')' : '.'}`);
  }
}

const linesOfList = (items: readonly StatementText[], writing: Writing, sign: (at: number) => string): string[] =>
  items.flatMap((item, at) => {
    const mark = `${sign(at)} `;
    const indented = linesOf(item, writing).map((line, row) =>
      row === 0 ? `${mark}${line}` : line && ' '.repeat(mark.length) + line,
    );
    return at === 0 ? indented : ['', ...indented];
  });

/** A piece of a line: words of people, or a sign of ours. */
type Piece = { readonly words: string } | { readonly sign: string; readonly is: Neighbour };

/** @param lineBreak what breaks the line; where it cannot be broken, a blank that stays */
function markdownOfLine(content: readonly Inline[], { noteOf }: Writing, lineBreak = '\\\n'): string {
  const pieces = joined(piecesOf(content, { noteOf, lineBreak }));
  const besides = (at: number): Neighbour => {
    const piece = pieces[at];
    return piece && 'sign' in piece ? piece.is : 'edge';
  };
  return pieces
    .map((piece, at) => ('sign' in piece ? piece.sign : escapedWords(piece.words, besides(at - 1), besides(at + 1))))
    .join('');
}

/** Words beside words are words: what a line begins with is seen whole. */
const joined = (pieces: readonly Piece[]): Piece[] =>
  pieces.reduce<Piece[]>((before, piece) => {
    const last = before.at(-1);
    if (last && 'words' in last && 'words' in piece) before.splice(-1, 1, { words: last.words + piece.words });
    else before.push(piece);
    return before;
  }, []);

const marks = ['link', 'bold', 'italic'] as const;
type Mark = (typeof marks)[number];

/** Neighbours with a mark in common are marked together, so that two signs of a kind never meet. */
function piecesOf(content: readonly Inline[], signs: Signs, depth = 0): Piece[] {
  const mark = marks[depth];
  if (mark === undefined) return content.map((one) => pieceOf(one, signs));
  const pieces: Piece[] = [];
  for (let at = 0; at < content.length;) {
    const value = markOf(content[at], mark);
    let end = at + 1;
    while (end < content.length && markOf(content[end], mark) === value) end += 1;
    const inner = piecesOf(content.slice(at, end), signs, depth + 1);
    pieces.push(...(value === undefined ? inner : marked(mark, value, inner)));
    at = end;
  }
  return pieces;
}

/** An address that may not be linked leaves its words; the canonical form has it. */
function markOf(one: Inline | undefined, mark: Mark): string | undefined {
  if (!one || !('text' in one)) return undefined;
  if (mark === 'link') return one.link === undefined ? undefined : safeLink(one.link);
  return one[mark] ? mark : undefined;
}

function marked(mark: Mark, value: string, inner: readonly Piece[]): Piece[] {
  if (mark === 'link') return [{ sign: '[', is: 'sign' }, ...inner, { sign: `](<${destination(value)}>)`, is: 'sign' }];
  const sign = mark === 'bold' ? '**' : '_';
  return [{ sign, is: 'opening' }, ...inner, { sign, is: 'closing' }];
}

const destination = (address: string): string =>
  address.replace(/[\\<>&\s]/g, (sign) => (sign === '&' ? '&amp;' : encodeURIComponent(sign)));

/** What stands in a line for what is no words. */
interface Signs extends Pick<Writing, 'noteOf'> {
  readonly lineBreak: string;
}

function pieceOf(one: Inline, { noteOf, lineBreak }: Signs): Piece {
  if ('text' in one) return { words: one.text };
  if ('break' in one) return { sign: lineBreak, is: 'edge' };
  return { sign: noteMark(noteOf(one.cites)), is: 'note' };
}
