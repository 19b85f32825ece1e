import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DeskItem, DeskPrecedents } from '../../../shared/moderation/desk.schema.js';
import { formatDay } from '../../lib/format';
import { Loading, Problem } from '../../ui/states';
import { Texts } from '../../ui/texts';
import { useDeskPrecedents } from './api';

/** How alike words were decided before, and the words of the article that is applied, so that alike is decided alike. */
export function Precedents({ dyad, item }: { dyad: string; item: DeskItem }): ReactNode {
  const { t } = useTranslation('moderation');
  const [open, setOpen] = useState(false);
  const { data, error, refetch } = useDeskPrecedents(dyad, item.id, open);
  return (
    <details className="desk-context" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('precedents.title')}</summary>
      {open && !data && !error && <Loading />}
      {error && <Problem error={error} retry={() => void refetch()} />}
      {open && data && <Found dyad={dyad} found={data} />}
    </details>
  );
}

function Found({ dyad, found: { article, precedents } }: { dyad: string; found: DeskPrecedents }): ReactNode {
  const { t, i18n } = useTranslation(['moderation', 'reports']);
  return (
    <div className="stack">
      {article && (
        <section>
          <h4>
            {t('precedents.article', { number: article.number, version: article.version })} ·{' '}
            <Texts texts={article.title} />
          </h4>
          <p>
            <Texts texts={article.body} />
          </p>
        </section>
      )}
      {precedents.length === 0 && <p className="soft">{t('precedents.none')}</p>}
      <ol className="plain-list">
        {precedents.map(({ item, reason, outcome, sanction, decidedOn, likeness }) => (
          <li key={item} className="desk-precedent small">
            <Link className="target-link" to={`/d/${dyad}/desk?item=${item}`}>
              {t(`reason.${reason}`)}: {t(`reports:outcome.${outcome}`)}
            </Link>
            {sanction && <span>{t(`sanction.name.${sanction}`)}</span>}
            <time className="soft" dateTime={decidedOn}>
              {formatDay(i18n.language, decidedOn)}
            </time>
            {likeness > 0 && (
              <span className="soft">{t('precedents.likeness', { percent: Math.round(likeness * 100) })}</span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
