import { footnotesOf } from '../citation.rules.js';
import type { RatifiedStatement } from '../ratified.schema.js';
import { citedWords, type FileWords } from './file-words.js';

/**
 * A ratified statement as data, readable to people too; `canonical` holds the exact characters that were hashed. Of what
 * the texts cite they hold kinds and targets; the footnotes say what these are now.
 */
export const jsonOfStatement = (statement: RatifiedStatement, words: FileWords): string =>
  `${JSON.stringify({ ...statement, footnotes: footnotes(statement, words) }, null, 2)}\n`;

/** The footnotes of every text, with the numbers that they have there. */
const footnotes = (statement: RatifiedStatement, words: FileWords) =>
  statement.clauses.flatMap(({ id, texts }) =>
    (['a', 'b'] as const).flatMap((side) =>
      footnotesOf(texts[side]).map(({ number, cites }) => {
        const { words: says, address = null } = citedWords(statement, cites, words);
        return { clause: id, side, number, cites, says, address };
      }),
    ),
  );
