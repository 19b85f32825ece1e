import { createContext, Fragment, useContext, type ReactNode } from 'react';
import { explainedWords } from '../../../../shared/statements/explained-words.rules.js';
import type { Inline } from '../../../../shared/statements/statement-text.schema.js';
import type { TermFinder } from '../../../../shared/translation/glossary-matching.rules.js';
import { useContestedTerms } from '../../../ui/terms/contested-terms';
import { TermWords } from '../../../ui/terms/term-words';

const Finder = createContext<TermFinder | undefined>(undefined);

/** A text of one language: contested words in it are explained, where the page has a glossary. */
export function TextWithTerms({ language, children }: { language: string; children: ReactNode }): ReactNode {
  const terms = useContestedTerms();
  return <Finder value={terms?.finder(language)}>{children}</Finder>;
}

interface ExplainedWordsProps {
  readonly content: readonly Inline[];
  /** Shows a part of the line, with `at` as its key. */
  readonly children: (one: Inline, at: number) => ReactNode;
}

/** A line of a text, with its contested words underlined; each opens its note. */
export function ExplainedWords({ content, children: show }: ExplainedWordsProps): ReactNode {
  const find = useContext(Finder);
  if (!find) return content.map(show);
  return explainedWords(content, find).map(({ concept, content: words }, at) =>
    concept === undefined ? (
      <Fragment key={at}>{words.map(show)}</Fragment>
    ) : (
      <TermWords key={at} concept={concept}>
        {words.map(show)}
      </TermWords>
    ),
  );
}
