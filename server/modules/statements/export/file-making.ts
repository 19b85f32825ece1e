import { createHash } from 'node:crypto';
import type { FileAnswer } from '../../../../shared/contract/contract.js';
import { withoutErased } from '../../../../shared/language/erased-text.rules.js';
import { latinName } from '../../../../shared/language/latin-name.js';
import type { FileFormat } from '../../../../shared/statements/export/file-formats.rules.js';
import { textsInOrder, type FileWords } from '../../../../shared/statements/export/file-words.js';
import { htmlOfStatement } from '../../../../shared/statements/export/html-of-statement.js';
import { jsonOfStatement } from '../../../../shared/statements/export/json-of-statement.js';
import { markdownOfStatement } from '../../../../shared/statements/export/markdown-of-statement.js';
import type { RatifiedStatement } from '../../../../shared/statements/ratified.schema.js';

const longestLatinName = 60;

/** What each format but PDF holds; a PDF is the HTML, printed. */
export const contents: Readonly<
  Record<Exclude<FileFormat, 'pdf'>, (statement: RatifiedStatement, words: FileWords) => string>
> = {
  md: markdownOfStatement,
  html: (statement, words) =>
    htmlOfStatement(statement, words, (text) => createHash('sha256').update(text).digest('base64')),
  json: jsonOfStatement,
};

/** A file named after the title in the reader's language. */
export function fileOf(
  statement: RatifiedStatement,
  words: FileWords,
  format: FileFormat,
  content: string | Uint8Array,
): FileAnswer {
  const left = withoutErased(statement.title);
  const title = left[words.language] ?? textsInOrder(statement, left, words.language)[0]?.text;
  return {
    name: `${title ?? 'statement'}.${format}`,
    latinName: `${latinName(title ?? '', longestLatinName) || 'statement'}.${format}`,
    content,
    languages: [...new Set(Object.values(statement.languages))],
  };
}
