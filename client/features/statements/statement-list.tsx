import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { StatementBrief } from '../../../shared/statements/statement.schema.js';
import { formatDay } from '../../lib/format';
import { Empty } from '../../ui/states';
import { Texts } from '../../ui/texts';

export function StatementList({
  dyad,
  statements,
}: {
  dyad: string;
  /** Visitors are told of those that everybody may read, and need not be told that. */
  statements: readonly (Omit<StatementBrief, 'visibility'> & Partial<Pick<StatementBrief, 'visibility'>>)[];
}): ReactNode {
  const { t, i18n } = useTranslation('statements');
  if (statements.length === 0) return <Empty title={t('list.none')} />;
  return (
    <ol className="contents">
      {statements.map((one) => (
        <li key={one.id}>
          <h2>
            <Link to={`/d/${dyad}/statements/${one.id}`}>
              <Texts texts={one.title} />
            </Link>
          </h2>
          <p className="row small soft">
            <span className="tag">{t(`state.${one.state}`)}</span>
            <span>{t('list.clauses', { count: one.clauses })}</span>
            {one.visibility && <span>{t(`visibility.${one.visibility}`)}</span>}
            <time dateTime={one.openedOn}>{formatDay(i18n.language, one.openedOn)}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}
