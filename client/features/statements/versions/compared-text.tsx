import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { citationKey, citationsIn, numbered, type Footnote } from '../../../../shared/statements/citation.rules.js';
import type { StatementText } from '../../../../shared/statements/statement-text.schema.js';
import { textChanges, type LineChange } from '../../../../shared/statements/text-changes.js';
import { citationSigns, type CitationSigns, type TextLine } from '../../../../shared/statements/text-lines.js';
import { ChangedWords } from '../../../ui/changed-words';
import { FootnoteList, FootnoteNumber } from '../citations/footnotes';
import { ExplainedWords } from '../terms/explained-words';

/** One text as it changed, line by line, with the footnotes of both states; without an earlier one it is simply read. */
export function ComparedText({ before, after }: { before: StatementText; after: StatementText }): ReactNode {
  const { t, i18n } = useTranslation('statement-versions');
  const signs = citationSigns(before, after);
  const changes = textChanges(before, after, signs);
  const notes = numbered([...citationsIn(after), ...citationsIn(before)]);
  const kept = new Set(citationsIn(after).map(citationKey));
  const removed = new Set([...signs.keys()].filter((key) => !kept.has(key)));
  if (changes.length === 0) {
    return (
      <p className="soft small" lang={i18n.language} dir={i18n.dir()}>
        {t('compare.empty')}
      </p>
    );
  }
  return (
    <>
      {changes.map((change, at) => (
        <Line key={at} of={lineOf(change)}>
          <Words change={change} show={(text) => withNumbers(text, signs, notes)} />
        </Line>
      ))}
      <FootnoteList notes={notes} removed={removed} />
    </>
  );
}

const lineOf = (change: LineChange): TextLine => (change.type === 'removed' ? change.before : change.after);

/** Puts the numbers of footnotes in the place of the signs that stand for what is cited. */
function withNumbers(text: string, signs: CitationSigns, notes: readonly Footnote[]): ReactNode {
  const numbers = new Map(notes.map(({ number, cites }) => [signs.get(citationKey(cites)), number]));
  return text.split(/([\u{F0000}-\u{FFFFD}])/u).map((part, at) => {
    const number = numbers.get(part);
    return number === undefined ? <Fragment key={at}>{part}</Fragment> : <FootnoteNumber key={at} number={number} />;
  });
}

function Line({ of: { kind, depth }, children }: { of: TextLine; children: ReactNode }): ReactNode {
  return <p className={`line line--${kind} line--deep-${Math.min(depth, 3)}`}>{children}</p>;
}

interface WordsProps {
  readonly change: LineChange;
  readonly show: (text: string) => ReactNode;
}

function Words({ change, show }: WordsProps): ReactNode {
  const { t, i18n } = useTranslation('statement-versions');
  switch (change.type) {
    case 'same':
      return (
        <ExplainedWords content={[{ text: change.after.words }]}>
          {(one, at) => <Fragment key={at}>{'text' in one && show(one.text)}</Fragment>}
        </ExplainedWords>
      );
    case 'changed':
      return <ChangedWords words={change.words} show={show} />;
    case 'restyled':
      return (
        <>
          <span className="line__note" lang={i18n.language} dir={i18n.dir()}>
            {t('compare.restyled')}
          </span>{' '}
          {show(change.after.words)}
        </>
      );
    default: {
      const words = change.type === 'added' ? change.after.words : change.before.words;
      return <ChangedWords words={[{ type: change.type, text: words }]} show={show} />;
    }
  }
}
