import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { requesters } from '../../../shared/moderation/transparency/transparency.rules.js';
import type { TransparencyReport } from '../../../shared/moderation/transparency/transparency.schema.js';
import { ofEachSide } from '../../../shared/moderation/fairness/sided.js';
import { formatWait } from '../../lib/format';
import { formatCount } from '../../lib/numbers';
import { Part } from './part';
import type { SideColumn } from './side-columns';
import { SidedTable } from './sided-table';

interface DoneProps {
  readonly report: TransparencyReport;
}

interface Line {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** How numbers are written where some are not told. */
function useTold() {
  const { t, i18n } = useTranslation('fairness');
  return {
    count: (value: number | null): string => (value === null ? t('not_shown') : formatCount(i18n.language, value)),
    hours: (value: number | null): string => (value === null ? t('not_shown') : formatWait(i18n.language, value * 60)),
    days: (value: number | null): string =>
      value === null ? t('not_shown') : formatWait(i18n.language, value * 24 * 60),
  };
}

function Counts({ title, lines }: { title: string; lines: readonly Line[] }): ReactNode {
  const { t } = useTranslation('fairness');
  return (
    <table className="counts" aria-labelledby={title}>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('value')}</th>
          <th scope="col">{t('number')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, label, value }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A heading and its counts. */
function Counted({ id, title, lines }: { id: string; title: string; lines: readonly Line[] }): ReactNode {
  return (
    <section id={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      <Counts title={`${id}-title`} lines={lines} />
    </section>
  );
}

export function Notices({ report: { notices } }: DoneProps): ReactNode {
  const { t } = useTranslation('fairness');
  const told = useTold();
  return (
    <Counted
      id="notices"
      title={t('done.notices')}
      lines={[
        { key: 'all', label: t('done.all'), value: told.count(notices.total) },
        ...notices.byCategory.map(({ category, count }) => ({
          key: category,
          label: t(`category.${category}`),
          value: told.count(count),
        })),
        { key: 'answered', label: t('done.answered'), value: told.hours(notices.medianHours) },
      ]}
    />
  );
}

export function Decisions({ report: { decisions, ownInitiative } }: DoneProps): ReactNode {
  const { t } = useTranslation(['fairness', 'moderation']);
  const told = useTold();
  return (
    <>
      <Counted
        id="decisions"
        title={t('done.decisions')}
        lines={[
          { key: 'all', label: t('done.all'), value: told.count(decisions.total) },
          { key: 'own', label: t('done.own'), value: told.count(ownInitiative) },
          { key: 'decided', label: t('done.decided'), value: told.hours(decisions.medianHours) },
        ]}
      />
      <section id="decided">
        <h2 id="decided-title">{t('done.kinds')}</h2>
        {decisions.byKind.length === 0 ? (
          <p className="soft">{t('done.kinds_none')}</p>
        ) : (
          <table className="counts counts--kinds" aria-labelledby="decided-title">
            <thead>
              <tr>
                <th scope="col">{t('done.reason')}</th>
                <th scope="col">{t('done.source')}</th>
                <th scope="col">{t('done.outcome_head')}</th>
                <th scope="col">{t('number')}</th>
              </tr>
            </thead>
            <tbody>
              {decisions.byKind.map(({ reason, measure, source, outcome, count }) => (
                <tr key={[reason, measure, source, outcome].join(' ')}>
                  <th scope="row">{reason === null ? t('done.no_reason') : t(`moderation:reason.${reason}`)}</th>
                  <td>{t(`source.${source}`)}</td>
                  <td>{measure === null ? t(`outcome.${outcome}`) : t(`measure.${measure}`)}</td>
                  <td>{told.count(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </>
  );
}

export function Complaints({ report: { complaints } }: DoneProps): ReactNode {
  const { t } = useTranslation('fairness');
  const told = useTold();
  return (
    <Counted
      id="complaints"
      title={t('done.complaints')}
      lines={[
        { key: 'received', label: t('done.received'), value: told.count(complaints.received) },
        { key: 'decided', label: t('done.complaints_decided'), value: told.count(complaints.decided) },
        ...complaints.byOutcome.map(({ outcome, count }) => ({
          key: outcome,
          label: t(`appeal.${outcome}`),
          value: told.count(count),
        })),
        { key: 'median', label: t('done.complaints_median'), value: told.days(complaints.medianDays) },
      ]}
    />
  );
}

export function SanctionsImposed({ report: { sanctions } }: DoneProps): ReactNode {
  const { t } = useTranslation('fairness');
  const told = useTold();
  if (sanctions.length === 0)
    return (
      <section id="sanctions">
        <h2>{t('done.sanctions')}</h2>
        <p className="soft">{t('done.sanctions_none')}</p>
      </section>
    );
  const lines = sanctions.map(({ kind, count }) => {
    return { key: kind, label: t(`sanction.${kind}`), value: told.count(count) };
  });
  return <Counted id="sanctions" title={t('done.sanctions')} lines={lines} />;
}

export function Automation({ report: { automation } }: DoneProps): ReactNode {
  const { t } = useTranslation('fairness');
  const told = useTold();
  return (
    <Part id="automation" title={t('done.automation')} what={t('done.automation_what')}>
      <Counts
        title="automation-title"
        lines={[
          { key: 'detected', label: t('done.detected'), value: told.count(automation.detected) },
          { key: 'left', label: t('done.detected_left'), value: told.count(automation.detectedAndLeft) },
          { key: 'machine', label: t('done.by_machine'), value: told.count(automation.decidedByMachine) },
        ]}
      />
    </Part>
  );
}

/** Always told: they are about no person. */
export function Requests({ report: { requests }, columns }: DoneProps & { columns: readonly SideColumn[] }): ReactNode {
  const { t, i18n } = useTranslation('fairness');
  return (
    <Part id="requests" title={t('done.requests')} what={t('done.requests_what')}>
      <SidedTable
        title="requests-title"
        columns={columns}
        rows={requesters.map((requester) => ({
          key: requester,
          label: t(`requester.${requester}`),
          cells: ofEachSide((side) => formatCount(i18n.language, requests[requester][side])),
        }))}
      />
    </Part>
  );
}
