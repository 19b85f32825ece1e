import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OwnReportView } from '../../../shared/moderation/report.schema.js';
import { formatAgo, formatDay, formatTime } from '../../lib/format';
import { Empty } from '../../ui/states';
import './forum.css';

interface OwnReportListProps {
  readonly dyad: string;
  readonly reports: readonly OwnReportView[];
}

/** One's own reports: of what, how far each has come, and what became of it. */
export function OwnReportList({ dyad, reports }: OwnReportListProps): ReactNode {
  const { t } = useTranslation('reports');
  if (reports.length === 0)
    return (
      <Empty title={t('list.none')}>
        <p>{t('list.none_what')}</p>
      </Empty>
    );
  return (
    <ul className="plain-list contents">
      {reports.map((report) => (
        <OwnReport key={report.id} dyad={dyad} report={report} />
      ))}
    </ul>
  );
}

function OwnReport({ dyad, report }: { dyad: string; report: OwnReportView }): ReactNode {
  const { t, i18n } = useTranslation('reports');
  const { reason, words, state, outcome, reportedAt, decidedOn } = report;
  return (
    <li>
      <h2>{t(`why.${reason}`)}</h2>
      <p className="row small soft">
        <span className="tag">{t(`state.${state}`)}</span>
        <time dateTime={reportedAt} title={formatTime(i18n.language, reportedAt)}>
          {t('list.reported', { time: formatAgo(i18n.language, reportedAt) })}
        </time>
        {decidedOn && (
          <time dateTime={decidedOn}>{t('list.decided', { day: formatDay(i18n.language, decidedOn) })}</time>
        )}
      </p>
      <p>{outcome ? t(`outcome.${outcome}`) : state !== 'decided' && t(`waits.${state}`)}</p>
      {words && (
        <p className="small">
          {t('list.words')}{' '}
          <q dir="auto" lang="">
            {words}
          </q>
        </p>
      )}
      <p>
        <Link to={`/d/${dyad}/threads/${report.thread}#post-${report.post}`} className="target-link">
          {t('list.go_to')}
        </Link>
      </p>
    </li>
  );
}
