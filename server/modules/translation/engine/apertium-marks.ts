/**
 * The mark of a word that Apertium did not know (`*`), could not carry over (`@`) or could not inflect (`#`), and the word.
 * In a script that a pair does not read, marks come within words too.
 */
const marked = /(?<!&)[*@#]+(\p{L}[\p{L}\p{M}\p{N}’'-]*)?/gu;

/** Two spellings between which the data does not choose: `हूं/हूँ`. */
const alternatives = /(\p{L}[\p{L}\p{M}]*)(?:\/\p{L}[\p{L}\p{M}]*)+/gu;

/**
 * Reads what Apertium writes beside the words: takes the marks off and names the words that had them, and keeps the
 * first of alternatives. The signs are Apertium's own, since all of the text's are masked before it is sent.
 */
export function plainFromApertium(html: string): { html: string; unknownWords: string[] } {
  const unknownWords: string[] = [];
  const withoutMarks = html.replace(marked, (_, word: string | undefined) => {
    if (word !== undefined) unknownWords.push(word);
    return word ?? '';
  });
  return { html: withoutMarks.replace(alternatives, '$1'), unknownWords };
}
