import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inline, StatementText } from '../../../../shared/statements/statement-text.schema.js';
import { textChanges, type LineChange } from '../../../../shared/statements/text-changes.js';
import type { TextLine } from '../../../../shared/statements/text-lines.js';
import { ChangedWords } from '../../../ui/changed-words';
import { ExplainedWords } from '../terms/explained-words';

/** One text as it changed, line by line; without an earlier one it is simply read. */
export function ComparedText({ before, after }: { before: StatementText; after: StatementText }): ReactNode {
  const { t, i18n } = useTranslation('statement-versions');
  const changes = textChanges(before, after);
  if (changes.length === 0) {
    return (
      <p className="soft small" lang={i18n.language} dir={i18n.dir()}>
        {t('compare.empty')}
      </p>
    );
  }
  return changes.map((change, at) => (
    <Line key={at} of={lineOf(change)}>
      <Words change={change} />
    </Line>
  ));
}

const lineOf = (change: LineChange): TextLine => (change.type === 'removed' ? change.before : change.after);

function Line({ of: { kind, depth }, children }: { of: TextLine; children: ReactNode }): ReactNode {
  return <p className={`line line--${kind} line--deep-${Math.min(depth, 3)}`}>{children}</p>;
}

const wordsOf = (one: Inline): ReactNode => ('text' in one ? one.text : null);

function Words({ change }: { change: LineChange }): ReactNode {
  const { t, i18n } = useTranslation('statement-versions');
  switch (change.type) {
    case 'same':
      return <ExplainedWords content={[{ text: change.after.words }]}>{wordsOf}</ExplainedWords>;
    case 'changed':
      return <ChangedWords words={change.words} />;
    case 'restyled':
      return (
        <>
          <span className="line__note" lang={i18n.language} dir={i18n.dir()}>
            {t('compare.restyled')}
          </span>{' '}
          {change.after.words}
        </>
      );
    default: {
      const words = change.type === 'added' ? change.after.words : change.before.words;
      return <ChangedWords words={[{ type: change.type, text: words }]} />;
    }
  }
}
