import { footnotesOf, numberOf } from '../../../../shared/statements/citation.rules.js';
import { escapedWords } from '../../../../shared/statements/export/markdown-words.js';
import { markdownOfText } from '../../../../shared/statements/export/markdown-text.js';
import type { StatementText } from '../../../../shared/statements/statement-text.schema.js';
import type { DocumentClause } from '../statement-document.js';
import type { StatementRow } from '../statement.repository.js';

/** One of the two texts of a statement, whole, as Markdown. */
export interface OneText {
  readonly language: string;
  readonly text: string;
}

/** The level of the title; headings of clauses stand below it. */
const titleLevel = 2;

/**
 * What a statement says as it stands: the title and all clauses, in the language of each side. Both texts are equally
 * authentic; they come in the order of the tags of their languages, which says nothing of the sides.
 */
export function bothTexts(
  { title }: Pick<StatementRow, 'title'>,
  languageOf: { readonly a: string; readonly b: string },
  clauses: readonly DocumentClause[],
): readonly [OneText, OneText] {
  const textOf = (side: 'a' | 'b'): OneText => {
    const language = languageOf[side];
    const heading = `${'#'.repeat(titleLevel)} ${escapedWords(title[language] ?? '')}`;
    return { language, text: [heading, ...clauses.map(({ texts }) => markdownOf(texts[side]))].join('\n\n') };
  };
  const [one, other] = [textOf('a'), textOf('b')];
  return one.language < other.language || (one.language === other.language && one.text <= other.text)
    ? [one, other]
    : [other, one];
}

function markdownOf(text: StatementText): string {
  const notes = footnotesOf(text);
  return markdownOfText(text, { above: titleLevel, noteOf: (cites) => numberOf(notes, cites) });
}
