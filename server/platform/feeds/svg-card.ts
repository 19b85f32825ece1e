import { directionOf } from '../../../shared/language/language.js';
import { element, xmlText } from '../xml/xml-writing.js';

/** Some words on a card, in one language. */
export interface CardWords {
  readonly text: string;
  readonly language: string;
  readonly kind: 'heading' | 'body' | 'note';
}

export interface Card {
  /** The language of the card: it says on which edge lines begin. */
  readonly language: string;
  readonly words: readonly CardWords[];
}

const width = 340;
const padding = 16;

const kinds = {
  heading: { size: 17, weight: '600', fill: '#1b1b1b' },
  body: { size: 14, weight: '400', fill: '#1b1b1b' },
  note: { size: 13, weight: '400', fill: '#4a4a4a' },
} as const;

/** No letter on average is wider than this, as a share of its size; in an image nobody can measure a text. */
const widestLetter = 0.58;
const lineHeight = 1.45;
const mostLines = 4;

/** Words in lines that fit; what is longer than it may be ends with an ellipsis. */
function wrapped(text: string, size: number): string[] {
  const most = Math.floor((width - 2 * padding) / (size * widestLetter));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).flatMap((one) => pieces(one, most))) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && lettersOf(longer).length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= mostLines) return lines;
  const end = lettersOf(lines[mostLines - 1] ?? '').slice(0, most - 1);
  return [...lines.slice(0, mostLines - 1), `${end.join('')}…`];
}

const lettersOf = (text: string): string[] => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);

/** A word that is longer than a line, in parts. */
function pieces(word: string, most: number): string[] {
  const letters = lettersOf(word);
  const parts: string[] = [];
  for (let at = 0; at < letters.length; at += most) parts.push(letters.slice(at, at + most).join(''));
  return parts;
}

/**
 * Words on a card as an SVG image, to be shown on pages of others: it loads nothing, runs nothing, and says all it says in
 * words. Lines begin where those of its language do, also lines that are written in the other direction.
 */
export function svgCard({ language, words }: Card): string {
  const direction = directionOf(language);
  const edge = direction === 'rtl' ? width - padding : padding;
  let y = padding;
  const lines = words.flatMap((one) => {
    const { size, weight, fill } = kinds[one.kind];
    const own = directionOf(one.language);
    return wrapped(one.text, size).map((line) => {
      y += size * lineHeight;
      const place = {
        x: String(edge),
        y: (y - size * 0.4).toFixed(1),
        'text-anchor': own === direction ? 'start' : 'end',
      };
      const look = { 'font-size': String(size), 'font-weight': weight, fill };
      const speech = { direction: own, 'xml:lang': one.language };
      return element('text', { ...place, ...look, ...speech }, xmlText(line));
    });
  });
  const height = Math.ceil(y + padding);
  const title = element('title', {}, xmlText(words.map(({ text }) => text).join(' · ')));
  const frame = { x: '0.5', y: '0.5', width: String(width - 1), height: String(height - 1), rx: '4' };
  const paper = element('rect', { ...frame, fill: '#ffffff', stroke: '#767676' }, '');
  const svg = {
    xmlns: 'http://www.w3.org/2000/svg',
    width: String(width),
    height: String(height),
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'xml:lang': language,
    'font-family': 'Noto Sans, Noto Sans Devanagari, Noto Naskh Arabic, system-ui, sans-serif',
  };
  return element('svg', svg, [title, paper, ...lines].join(''));
}
