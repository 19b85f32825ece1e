import { foldedPoint, placeKinds } from './folded-point.js';
import type { TextRange } from './text-range.js';

/** A text in which patterns can be looked for as if people all wrote alike, with the way back to what they wrote. */
export interface ReadableText {
  readonly text: string;
  /** Where a stretch of `text` stands in the original. */
  rangeOf(start: number, end: number): TextRange;
}

const wide = /^[\uFF01-\uFF5E]$/;
const dash = /^[\u2010-\u2015\u2212\uFE58\uFE63]$/;
const blank = /^[\p{Zs}\t]$/u;

/**
 * The text with digits of every script as 0 to 9, one kind of hyphen, blank and width, one form of Arabic letters, and
 * without signs that nobody can see. Case and other signs stay. Takes any string, in time proportional to its length.
 */
export function readableText(original: string): ReadableText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < original.length;) {
    const code = original.codePointAt(at) ?? 0;
    const end = at + (code > 0xffff ? 2 : 1);
    const read = readCharacter(code);
    parts.push(read);
    for (let unit = 0; unit < read.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return {
    text: parts.join(''),
    rangeOf: (start, end) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }),
  };
}

function readCharacter(code: number): string {
  const character = String.fromCodePoint(code);
  if (code < 0x80) return character === '\t' ? ' ' : character;
  if (dash.test(character)) return '-';
  if (blank.test(character)) return ' ';
  const point = foldedPoint(code);
  if (point === 'ignored') return '';
  const [part, ...others] = point === 'separator' ? [] : point;
  const { digit, Arabic } = placeKinds;
  if (part && others.length === 0 && (part.kind === digit || part.kind === Arabic))
    return String.fromCodePoint(part.code);
  return character.normalize(wide.test(character) ? 'NFKC' : 'NFC');
}
