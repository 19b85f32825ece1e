/** A text with the place in it where one goes on writing. */
export interface Written {
  readonly text: string;
  readonly caret: number;
}

const isApart = (letter: string | undefined): boolean => letter === undefined || /\s/u.test(letter);

/**
 * Puts words into a text where the caret is, apart from the words around it; nothing that was written goes.
 * @param caret in UTF-16 units, as fields count
 */
export function withWords(text: string, caret: number, words: string): Written {
  const [before, after] = [text.slice(0, caret), text.slice(caret)];
  const begin = before + (isApart(before.at(-1)) ? '' : ' ') + words;
  return { text: begin + (isApart(after[0]) || /^\p{P}/u.test(after) ? '' : ' ') + after, caret: begin.length };
}
