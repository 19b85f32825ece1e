import { createContext, useContext, useId, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  citationKey,
  footnotesOf,
  numberOf,
  type Citation,
  type Footnote,
} from '../../../../shared/statements/citation.rules.js';
import type { StatementText } from '../../../../shared/statements/statement-text.schema.js';
import { useCited } from './citing';
import { CitedLink } from './cited-words';
import './footnotes.css';

/** The footnotes of the text around, and what they are called on the page. */
interface Noted {
  readonly notes: readonly Footnote[];
  readonly name: string;
}

const NotedContext = createContext<Noted>({ notes: [], name: '' });

/** A text with its footnotes beneath it: the marks in it are numbered in the order in which it is read. */
export function Footnoted({ text, children }: { text: StatementText; children: ReactNode }): ReactNode {
  const name = useId();
  const noted = useMemo(() => ({ notes: footnotesOf(text), name }), [text, name]);
  return (
    <NotedContext value={noted}>
      {children}
      <FootnoteList {...noted} />
    </NotedContext>
  );
}

/** Where a text cites something: the number of a footnote, and the way to it. */
export function FootnoteMark({ cites }: { cites: Citation }): ReactNode {
  const { t, i18n } = useTranslation('footnotes');
  const { notes, name } = useContext(NotedContext);
  const number = numberOf(notes, cites);
  const isFirst = notes.some((one) => one.cites === cites);
  return (
    <sup className="footnote-mark">
      <a
        href={`#${name}-note-${number}`}
        role="doc-noteref"
        aria-label={t('mark', { number })}
        lang={i18n.language}
        dir={i18n.dir()}
        {...(isFirst && { id: `${name}-mark-${number}` })}
      >
        {number}
      </a>
    </sup>
  );
}

/** The number of a footnote where nobody has to go to it: both stand close to each other. */
export function FootnoteNumber({ number }: { number: number }): ReactNode {
  const { t, i18n } = useTranslation('footnotes');
  return (
    <sup className="footnote-mark">
      <span className="visually-hidden" lang={i18n.language} dir={i18n.dir()}>
        {t('mark', { number })}
      </span>
      <span aria-hidden="true">{number}</span>
    </sup>
  );
}

interface FootnoteListProps {
  readonly notes: readonly Footnote[];
  /** What the footnotes are called; without a name their numbers are no way back to a mark. */
  readonly name?: string;
  /** Those, by key, that the text had before and has no more. */
  readonly removed?: ReadonlySet<string>;
}

/** What a text cites, in the language of the interface. */
export function FootnoteList({ notes, name, removed }: FootnoteListProps): ReactNode {
  const { t, i18n } = useTranslation('footnotes');
  const cited = useCited(notes.map(({ cites }) => cites));
  if (notes.length === 0) return null;
  return (
    <ol className="plain-list footnotes" aria-label={t('title')} lang={i18n.language} dir={i18n.dir()}>
      {notes.map(({ number, cites }) => {
        const key = citationKey(cites);
        const link = <CitedLink cites={cites} thing={cited.get(key)} />;
        return (
          <li key={key} {...(name !== undefined && { id: `${name}-note-${number}` })}>
            {name === undefined ? (
              <span className="footnotes__number">{number}</span>
            ) : (
              <a className="footnotes__number" href={`#${name}-mark-${number}`} aria-label={t('back', { number })}>
                {number}
              </a>
            )}
            <span>{removed?.has(key) ? <del>{link}</del> : link}</span>
          </li>
        );
      })}
    </ol>
  );
}
