import { hasHidden } from '../../language/unicode-safety.js';

/** What stands beside words in a line: its edge, a sign of ours, the mark of a footnote, or where emphasis begins or ends. */
export type Neighbour = 'edge' | 'sign' | 'note' | 'opening' | 'closing';

interface Place {
  readonly letters: readonly string[];
  readonly at: number;
  readonly before: Neighbour;
  readonly after: Neighbour;
}

/**
 * Words as CommonMark that says exactly these words. What stands beside a sign of emphasis is written as a number where it
 * would keep the sign from being one (CommonMark 0.31, section 6.2), and so are blanks at an edge, which would be lost.
 */
export function escapedWords(words: string, before: Neighbour = 'edge', after: Neighbour = 'edge'): string {
  const letters = Array.from(words);
  return letters.map((letter, at) => escapedLetter(letter, { letters, at, before, after })).join('');
}

function escapedLetter(letter: string, place: Place): string {
  const { letters, at, before, after } = place;
  const [isFirst, isLast] = [at === 0, at === letters.length - 1];
  if (isBlank(letter)) {
    const isLost = (isFirst && isBarrier(before, 'opening')) || (isLast && isBarrier(after, 'closing'));
    return isLost || /[\n\r\t]/.test(letter) ? reference(letter) : letter;
  }
  if (isUnseen(letter)) return reference(letter);
  const isBesideEmphasis = (isFirst && before === 'closing') || (isLast && after === 'opening');
  if (isBesideEmphasis && !asciiPunctuation.test(letter)) return reference(letter);
  return isSign(letter, place) ? `\\${letter}` : letter;
}

const isBlank = (letter: string): boolean => /\s/u.test(letter);
const isBarrier = (neighbour: Neighbour, emphasis: 'opening' | 'closing'): boolean =>
  neighbour === 'edge' || neighbour === emphasis;

/** Characters that reorder or hide text are shown to whoever reads the file as it is; control characters have no number. */
const isUnseen = (letter: string): boolean => hasHidden(letter) && !/\p{Cc}/u.test(letter);

const asciiPunctuation = /[!-/:-@[-`{-~]/;
const reference = (letter: string): string => `&#${letter.codePointAt(0)};`;

/** Signs that mean something wherever they stand, also in the dialects that add tables, strikes and bare addresses. */
const always = /[\\`*_[\]<>&#~|]/;

function isSign(letter: string, { letters, at, before, after }: Place): boolean {
  if (always.test(letter)) return true;
  if (letter === '!') return at === letters.length - 1 && (after === 'sign' || after === 'note');
  // The mark of a footnote would be a link with these, or what stands beneath the text.
  if (before === 'note' && at === 0 && /[(:]/.test(letter)) return true;
  if (letter === ':' && letters[at + 1] === '/') return true;
  const earlier = letters.slice(Math.max(0, at - 10), at).join('');
  if (letter === '.' && /www$/i.test(earlier)) return true;
  if (before !== 'edge') return false;
  // What a line begins with may be the sign of a list, of a heading above it, or of a table.
  return (at === 0 && /[-+=:]/.test(letter)) || (/[.)]/.test(letter) && at < 10 && /^\d+$/.test(earlier) && at > 0);
}
