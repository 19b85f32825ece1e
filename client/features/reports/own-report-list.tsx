import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OwnReportView } from '../../../shared/moderation/report.schema.js';
import { formatAgo, formatDay, formatTime } from '../../lib/format';
import { Empty } from '../../ui/states';

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

/** Where what was reported is read; nowhere for what has no place of its own. */
function placeOf(dyad: string, { kind, content, place }: OwnReportView): string | undefined {
  switch (kind) {
    case 'post':
      return `/d/${dyad}/threads/${place}#post-${content}`;
    case 'translation':
      return `/d/${dyad}/threads/${place}`;
    case 'statement':
      return `/d/${dyad}/statements/${content}`;
    case 'name':
      return undefined;
  }
}

function OwnReport({ dyad, report }: { dyad: string; report: OwnReportView }): ReactNode {
  const { t, i18n } = useTranslation(['reports', 'moderation']);
  const path = placeOf(dyad, report);
  const { reason, words, state, outcome, reportedAt, decidedOn } = report;
  return (
    <li>
      <h2>{t(`why.${reason}`)}</h2>
      <p className="row small soft">
        <span className="tag">{t(`moderation:kind.${report.kind}`)}</span>
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
      {path !== undefined && (
        <p>
          <Link to={path} className="target-link">
            {t('list.go_to')}
          </Link>
        </p>
      )}
    </li>
  );
}
