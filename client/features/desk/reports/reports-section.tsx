import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from '../../../../shared/language/language.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import { formatAgo, formatTime, languageName } from '../../../lib/format';
import type { SideName } from '../../../ui/member-name';
import { RichTextView } from '../../../ui/rich-text';
import { SideMark } from '../../../ui/side-mark';
import { differsFrom } from './reported-words';

interface ReportsProps {
  readonly item: DeskItem;
  readonly sideName: SideName;
}

/** What readers reported: by reason and side, never by whom; and the words they read, where these were others than now. */
export function ReportsSection({ item, sideName }: ReportsProps): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  const { groups, versions } = item.reports;
  if (groups.length === 0) return null;
  const earlier = versions.filter((version) => differsFrom(item, version));
  return (
    <section className="desk-part">
      <h3>{t('reports.title')}</h3>
      <ul className="plain-list">
        {groups.map(({ reason, side, reports, open, words, newestAt }) => (
          <li key={`${reason}.${side}`} className="desk-report">
            <SideMark side={side} label={sideName(side)} />
            <div>
              <p>
                <strong>{t(`reason.${reason}`)}</strong> · {t('reports.of', { count: reports, side: sideName(side) })}
                {open > 0 && open < reports && ` · ${t('reports.open', { count: open })}`}{' '}
                <time className="small soft" dateTime={newestAt}>
                  {formatAgo(i18n.language, newestAt)}
                </time>
              </p>
              {words.map((one, at) => (
                <blockquote key={at} dir="auto" className="small">
                  {one}
                </blockquote>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {earlier.map((version) => (
        <ReportedVersion key={version.hash} version={version} />
      ))}
    </section>
  );
}

function ReportedVersion({ version }: { version: DeskItem['reports']['versions'][number] }): ReactNode {
  const { t, i18n } = useTranslation('moderation');
  const { words, reports, takenAt } = version;
  const texts = words ? [words, ...words.translations] : [];
  return (
    <details className="desk-context">
      <summary>{t('reports.other_words', { count: reports })}</summary>
      <p className="small soft">{t('reports.taken', { time: formatTime(i18n.language, takenAt) })}</p>
      {!words && <p>{t('reports.words_gone')}</p>}
      {texts.map(({ language, body }) => (
        <div key={language}>
          <p className="small soft">{languageName(i18n.language, language)}</p>
          <RichTextView text={body} lang={language} dir={directionOf(language)} />
        </div>
      ))}
    </details>
  );
}
