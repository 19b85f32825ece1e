import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { StatementBrief } from '../../../shared/statements/statement.schema.js';
import { formatDay } from '../../lib/format';
import { Empty } from '../../ui/states';
import { Texts } from '../../ui/texts';

/** What only members are told. */
type Inside = 'visibility' | 'withheld';

interface StatementListProps {
  readonly dyad: string;
  /** Visitors are told of those that everybody may read, and need not be told that. */
  readonly statements: readonly (Omit<StatementBrief, Inside> & Partial<Pick<StatementBrief, Inside>>)[];
  readonly heading?: 'h2' | 'h3';
}

export function StatementList({ dyad, statements, heading: Heading = 'h2' }: StatementListProps): ReactNode {
  const { t, i18n } = useTranslation('statements');
  if (statements.length === 0) return <Empty title={t('list.none')} />;
  return (
    <ol className="contents">
      {statements.map((one) => (
        <li key={one.id}>
          <Heading>
            <Link to={`/d/${dyad}/statements/${one.id}${one.state === 'ratified' ? '/ratified' : ''}`}>
              <Texts texts={one.title} />
            </Link>
          </Heading>
          <p className="row small soft">
            <span className="tag">{t(`state.${one.state}`)}</span>
            {one.withheld && <span className="tag">{t(`withheld.tag.${one.withheld.how}`)}</span>}
            <span>{t('list.clauses', { count: one.clauses })}</span>
            {one.visibility && <span>{t(`visibility.${one.visibility}`)}</span>}
            <time dateTime={one.openedOn}>{formatDay(i18n.language, one.openedOn)}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}
