import { safeLink } from '../../language/safe-link.js';
import type { Block, Inline, StatementText } from '../statement-text.schema.js';
import { escapedWords, type Neighbour } from './markdown-words.js';

/** Markdown has no headings below these. */
const deepestHeading = 6;

/**
 * A text as CommonMark that says exactly its words and structure, whatever the words are: nothing in them becomes markup.
 * @param above how many levels of headings stand above those of the text
 */
export const markdownOfText = (text: StatementText, above: number): string => linesOf(text, above).join('\n');

function linesOf(blocks: readonly Block[], above: number): string[] {
  let isOther = false;
  return blocks.flatMap((block, at) => {
    // Two lists of a kind in a row are two only by their signs.
    isOther = blocks[at - 1]?.type === block.type && !isOther;
    return [...(at === 0 ? [] : ['']), ...linesOfBlock(block, above, isOther)];
  });
}

function linesOfBlock(block: Block, above: number, isOther: boolean): string[] {
  switch (block.type) {
    case 'paragraph':
      return markdownOfLine(block.content).split('\n');
    case 'heading':
      return [`${'#'.repeat(Math.min(block.level + above, deepestHeading))} ${markdownOfLine(block.content, '&#10;')}`];
    case 'blockquote':
      return linesOf(block.content, above).map((line) => (line === '' ? '>' : `> ${line}`));
    case 'bulletList':
      return linesOfList(block.items, above, () => (isOther ? '+' : '-'));
    case 'orderedList':
      return linesOfList(block.items, above, (at) => `${at + 1}${isOther ? ')' : '.'}`);
  }
}

const linesOfList = (items: readonly StatementText[], above: number, sign: (at: number) => string): string[] =>
  items.flatMap((item, at) => {
    const mark = `${sign(at)} `;
    const indented = linesOf(item, above).map((line, row) =>
      row === 0 ? `${mark}${line}` : line && ' '.repeat(mark.length) + line,
    );
    return at === 0 ? indented : ['', ...indented];
  });

/** A piece of a line: words of people, or a sign of ours. */
type Piece = { readonly words: string } | { readonly sign: string; readonly is: Neighbour };

/** @param lineBreak what breaks the line; where it cannot be broken, a blank that stays */
function markdownOfLine(content: readonly Inline[], lineBreak = '\\\n'): string {
  const pieces = joined(piecesOf(content, lineBreak));
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
function piecesOf(content: readonly Inline[], lineBreak: string, depth = 0): Piece[] {
  const mark = marks[depth];
  if (mark === undefined) return content.map((one) => pieceOf(one, lineBreak));
  const pieces: Piece[] = [];
  for (let at = 0; at < content.length;) {
    const value = markOf(content[at], mark);
    let end = at + 1;
    while (end < content.length && markOf(content[end], mark) === value) end += 1;
    const inner = piecesOf(content.slice(at, end), lineBreak, depth + 1);
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

function pieceOf(one: Inline, lineBreak: string): Piece {
  if ('text' in one) return { words: one.text };
  if ('break' in one) return { sign: lineBreak, is: 'edge' };
  return { words: citation(one.cites) };
}

/** What a text cites, as long as there is nothing to show in its place: its kind and its number. */
export const citation = ({ kind, of }: { readonly kind: string; readonly of: string }): string => `[${kind} ${of}]`;
