import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FairnessReport } from '../../../shared/moderation/fairness/fairness.schema.js';
import { ofEachSide } from '../../../shared/moderation/fairness/sided.js';
import { formatDay } from '../../lib/format';
import { Bar, Interval } from '../../ui/bar';
import { Chance, type FigureProps } from './figures';
import { formatCount, formatRatio, formatShare } from '../../lib/numbers';
import { Part } from './part';
import { SidedTable } from './sided-table';

type Estimate = NonNullable<FairnessReport['interaction']>['ratio'];

function useEstimate(): { value: (of: Estimate) => string; interval: (of: Estimate) => string } {
  const { t, i18n } = useTranslation('fairness');
  const number = (value: number): string => formatRatio(i18n.language, value);
  return {
    value: ({ value }) => (value === null ? t('odds.endless') : number(value)),
    interval: ({ low, high }) =>
      high === null
        ? t('odds.above', { low: number(low) })
        : t('odds.between', { low: number(low), high: number(high) }),
  };
}

/** The odds of a restriction, of each side over the other. */
export function Odds({ report: { mainEffect }, columns }: FigureProps): ReactNode {
  const { t } = useTranslation('fairness');
  const say = useEstimate();
  return (
    <Part id="odds" title={t('odds.title')} what={t('odds.what')}>
      {mainEffect && (
        <>
          <SidedTable
            title="odds-title"
            columns={columns}
            rows={[
              {
                key: 'ratio',
                label: t('odds.ratio'),
                cells: ofEachSide((side) => <span className="figure">{say.value(mainEffect.oddsRatio[side])}</span>),
              },
              {
                key: 'interval',
                label: t('odds.interval'),
                cells: ofEachSide((side) => (
                  <>
                    {say.interval(mainEffect.oddsRatio[side])}
                    <Interval {...mainEffect.oddsRatio[side]} />
                  </>
                )),
              },
            ]}
          />
          <Chance share={mainEffect.pValue} />
        </>
      )}
    </Part>
  );
}

/** Whether moderators are milder towards their own side. */
export function OwnSide({ report: { interaction } }: Pick<FigureProps, 'report'>): ReactNode {
  const { t } = useTranslation('fairness');
  const say = useEstimate();
  return (
    <Part id="own" title={t('own.title')} what={t('own.what')}>
      {interaction && (
        <>
          <table className="counts" aria-labelledby="own-title">
            <tbody>
              <tr>
                <th scope="row">{t('own.ratio')}</th>
                <td className="figure">{say.value(interaction.ratio)}</td>
              </tr>
              <tr>
                <th scope="row">{t('odds.interval')}</th>
                <td>
                  {say.interval(interaction.ratio)}
                  <Interval {...interaction.ratio} />
                </td>
              </tr>
            </tbody>
          </table>
          <Chance share={interaction.pValue} />
        </>
      )}
    </Part>
  );
}

const newest = 12;

/** How the alarm stands, and how its number came to be. */
export function Alarm({ report: { alarm } }: Pick<FigureProps, 'report'>): ReactNode {
  const { t, i18n } = useTranslation('fairness');
  const { language } = i18n;
  const looks = alarm.looks.slice(-newest);
  return (
    <Part
      id="alarm"
      title={t('alarm.title')}
      what={t('alarm.what', { threshold: formatCount(language, alarm.threshold) })}
    >
      <p className="measure">
        {alarm.raisedIn === null ? t('alarm.quiet') : t('alarm.raised', { day: formatDay(language, alarm.raisedIn) })}{' '}
        {t('alarm.means')}
      </p>
      {looks.length > 0 && (
        <table className="counts" aria-labelledby="alarm-title">
          <thead>
            <tr>
              <th scope="col">{t('alarm.week')}</th>
              <th scope="col">{t('alarm.factor')}</th>
            </tr>
          </thead>
          <tbody>
            {looks.map(({ week, bayesFactor }) => (
              <tr key={week}>
                <th scope="row">{formatDay(language, week)}</th>
                <td>
                  <Bar share={bayesFactor / alarm.threshold}>{formatRatio(language, bayesFactor)}</Bar>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  );
}

/** How many decisions it takes to find a difference. */
export function Power({ report: { power } }: Pick<FigureProps, 'report'>): ReactNode {
  const { t, i18n } = useTranslation('fairness');
  const share = (value: number): string => formatShare(i18n.language, value);
  return (
    <Part id="power" title={t('power.title')} what={t('power.what')}>
      <table className="counts" aria-labelledby="power-title">
        <thead>
          <tr>
            <th scope="col">{t('power.shares')}</th>
            <th scope="col">{t('power.needed')}</th>
            <th scope="col">{t('power.enough')}</th>
          </tr>
        </thead>
        <tbody>
          {power.comparisons.map(({ one, other, itemsPerSide, isEnough }) => (
            <tr key={`${one} ${other}`}>
              <th scope="row">{t('power.pair', { one: share(one), other: share(other) })}</th>
              <td>{formatCount(i18n.language, itemsPerSide)}</td>
              <td>{isEnough ? t('power.yes') : t('power.no')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

/** The items of both sides by what they were about, where that may be told. */
export function Kinds({ report: { breakdowns }, columns }: FigureProps): ReactNode {
  const { t } = useTranslation(['fairness', 'moderation', 'forum']);
  const { reason, source, mode } = breakdowns;
  const tables = [
    {
      key: 'reason',
      title: t('kinds.reason'),
      rows: reason.map((one) => ({ ...one, label: t(`moderation:reason.${one.value}`) })),
    },
    {
      key: 'source',
      title: t('kinds.source'),
      rows: source.map((one) => ({ ...one, label: t(`source.${one.value}`) })),
    },
    {
      key: 'mode',
      title: t('kinds.mode'),
      rows: mode.map((one) => ({ ...one, label: t(`forum:mode.${one.value}.name`) })),
    },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <Part id="kinds" title={t('kinds.title')} what={t('kinds.what')}>
      {tables.length === 0
        ? null
        : tables.map(({ key, title, rows }) => (
            <div key={key} className="sided-group">
              <h3 id={`${key}-title`}>{title}</h3>
              <SidedTable
                title={`${key}-title`}
                columns={columns}
                rows={rows.map(({ value, label, decided }) => ({
                  key: value,
                  label,
                  cells: ofEachSide((side) => <Of {...decided[side]} />),
                }))}
              />
            </div>
          ))}
    </Part>
  );
}

function Of({ items, restricted }: { items: number; restricted: number | null }): ReactNode {
  const { t, i18n } = useTranslation('fairness');
  if (restricted === null) return formatCount(i18n.language, items);
  const values = { items: formatCount(i18n.language, items), restricted: formatCount(i18n.language, restricted) };
  return <Bar share={restricted / items}>{t('kinds.of', values)}</Bar>;
}
