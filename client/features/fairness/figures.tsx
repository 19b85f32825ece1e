import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FairnessReport } from '../../../shared/moderation/fairness/fairness.schema.js';
import { ofEachSide } from '../../../shared/moderation/fairness/sided.js';
import { formatWait } from '../../lib/format';
import { Bar } from '../../ui/bar';
import { formatCount, formatNumber, formatShare } from '../../lib/numbers';
import { Part } from './part';
import type { SideColumn } from './side-columns';
import { SidedTable } from './sided-table';

/** What every part of the page is given. */
export interface FigureProps {
  readonly report: FairnessReport;
  readonly columns: readonly SideColumn[];
}

/** How many items were decided on, and how many restricted. */
export function Shares({ report: { decided }, columns }: FigureProps): ReactNode {
  const { t, i18n } = useTranslation('fairness');
  const count = (value: number | null) => (value === null ? t('not_shown') : formatCount(i18n.language, value));
  return (
    <Part id="share" title={t('share.title')} what={t('share.what')}>
      {decided && (
        <SidedTable
          title="share-title"
          columns={columns}
          rows={[
            {
              key: 'items',
              label: t('share.items'),
              cells: ofEachSide((side) => count(decided[side].items)),
            },
            {
              key: 'restricted',
              label: t('share.restricted'),
              cells: ofEachSide((side) => count(decided[side].restricted)),
            },
            {
              key: 'share',
              label: t('share.share'),
              cells: ofEachSide((side) => <Share {...decided[side]} />),
            },
          ]}
        />
      )}
    </Part>
  );
}

function Share({ items, restricted }: { items: number; restricted: number | null }): ReactNode {
  const { t, i18n } = useTranslation('fairness');
  if (restricted === null) return t('not_shown');
  const share = restricted / items;
  return <Bar share={share}>{formatShare(i18n.language, share)}</Bar>;
}

export function Reported({ report: { reports }, columns }: FigureProps): ReactNode {
  const { t, i18n } = useTranslation('fairness');
  const most = reports ? Math.max(reports.a.perThousandPosts, reports.b.perThousandPosts) : 1;
  return (
    <Part id="reports" title={t('reports.title')} what={t('reports.what')}>
      {reports && (
        <SidedTable
          title="reports-title"
          columns={columns}
          rows={[
            {
              key: 'posts',
              label: t('reports.posts'),
              cells: ofEachSide((side) => formatCount(i18n.language, reports[side].posts)),
            },
            {
              key: 'reports',
              label: t('reports.reports'),
              cells: ofEachSide((side) => formatCount(i18n.language, reports[side].reports)),
            },
            {
              key: 'rate',
              label: t('reports.rate'),
              cells: ofEachSide((side) => (
                <Bar share={reports[side].perThousandPosts / most}>
                  {formatNumber(i18n.language, reports[side].perThousandPosts)}
                </Bar>
              )),
            },
          ]}
        />
      )}
    </Part>
  );
}

export function Waits({ report: { time }, columns }: FigureProps): ReactNode {
  const { t } = useTranslation('fairness');
  const longest = time
    ? Math.max(...(['a', 'b'] as const).map((side) => time.wait[side].p90Seconds ?? time.wait[side].medianSeconds ?? 0))
    : 0;
  return (
    <Part id="time" title={t('time.title')} what={t('time.what')}>
      {time && (
        <>
          <SidedTable
            title="time-title"
            columns={columns}
            rows={(['medianSeconds', 'p90Seconds'] as const).map((key) => ({
              key,
              label: key === 'medianSeconds' ? t('time.median') : t('time.p90'),
              cells: ofEachSide((side) => <Wait seconds={time.wait[side][key]} longest={longest} />),
            }))}
          />
          {time.logRank && <Chance share={time.logRank.pValue} />}
        </>
      )}
    </Part>
  );
}

function Wait({ seconds, longest }: { seconds: number | null; longest: number }): ReactNode {
  const { t, i18n } = useTranslation('fairness');
  if (seconds === null) return t('time.open');
  return <Bar share={longest === 0 ? 0 : seconds / longest}>{formatWait(i18n.language, seconds / 60)}</Bar>;
}

export function Appealed({ report: { appeals }, columns }: FigureProps): ReactNode {
  const { t, i18n } = useTranslation('fairness');
  const count = (value: number | null) => (value === null ? t('not_shown') : formatCount(i18n.language, value));
  return (
    <Part id="appeals" title={t('appeals.title')} what={t('appeals.what')}>
      {appeals && (
        <SidedTable
          title="appeals-title"
          columns={columns}
          rows={[
            { key: 'decided', label: t('appeals.decided'), cells: ofEachSide((side) => count(appeals[side].decided)) },
            {
              key: 'overturned',
              label: t('appeals.overturned'),
              cells: ofEachSide((side) => count(appeals[side].overturned)),
            },
          ]}
        />
      )}
    </Part>
  );
}

export function Held({ report: { held }, columns }: FigureProps): ReactNode {
  const { t, i18n } = useTranslation('fairness');
  return (
    <Part id="held" title={t('held.title')} what={t('held.what')}>
      {held && (
        <SidedTable
          title="held-title"
          columns={columns}
          rows={[
            {
              key: 'items',
              label: t('held.items'),
              cells: ofEachSide((side) => formatCount(i18n.language, held[side].items)),
            },
            {
              key: 'median',
              label: t('held.median'),
              cells: ofEachSide((side) => formatWait(i18n.language, held[side].medianSeconds / 60)),
            },
          ]}
        />
      )}
    </Part>
  );
}

/** What a p-value says, in a sentence. */
export function Chance({ share }: { share: number }): ReactNode {
  const { t, i18n } = useTranslation('fairness');
  return <p className="measure small soft">{t('chance', { share: formatShare(i18n.language, share) })}</p>;
}
