import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { GlossaryView } from '../../../shared/translation/glossary.schema.js';
import { formatDay } from '../../lib/format';
import { Texts } from '../../ui/texts';

/** What was added, changed and taken out, newest first; each leads to the glossary as it was from then on. */
export function GlossaryChanges({ dyad, changes }: { dyad: string; changes: GlossaryView['changes'] }): ReactNode {
  const { t, i18n } = useTranslation('glossary');
  if (changes.length === 0) return null;
  return (
    <details className="glossary-changes">
      <summary>
        <h2>{t('changes')}</h2>
      </summary>
      <ol className="plain-list">
        {changes.map(({ version, on, type, name }) => (
          <li key={version} className="row">
            <span className="glossary-changes__name">
              <Texts texts={name} />
            </span>
            <span className="tag">{t(`change_type.${type}`)}</span>
            <time className="small soft" dateTime={on}>
              {formatDay(i18n.language, on)}
            </time>
            <Link className="small" to={`/d/${dyad}/glossary?version=${version}`}>
              {t('read_version', { version })}
            </Link>
          </li>
        ))}
      </ol>
    </details>
  );
}
