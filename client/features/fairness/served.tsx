import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ofEachSide, type OneSide, type Sided } from '../../../shared/moderation/fairness/sided.js';
import {
  whyUntranslated,
  type CountedFigure,
  type StatisticsPeriod,
} from '../../../shared/translation/statistics/translation-statistics.rules.js';
import type {
  DirectionFigures,
  TranslationStatistics,
} from '../../../shared/translation/statistics/translation-statistics.schema.js';
import { engineName } from '../../lib/engine-name';
import { formatWait, languageName } from '../../lib/format';
import { Bar } from '../../ui/bar';
import { formatCount, formatShare } from '../../lib/numbers';
import { Part } from './part';
import type { SideColumn } from './side-columns';
import { SidedTable, type SidedRow } from './sided-table';

type Pair = TranslationStatistics['pairs'][number];

/** What every part about a pair of directions is given. */
export interface ServedProps {
  readonly pair: Pair;
  readonly period: StatisticsPeriod;
  /** The directions in the order for this reader, named. */
  readonly columns: readonly SideColumn[];
}

const figuresOf = ({ pair, period }: ServedProps): Sided<DirectionFigures> =>
  ofEachSide((own) => pair.directions[own][period]);

/** Rows of numbers, each as it is or as a part of another one. */
function useRows(given: ServedProps): (figure: CountedFigure, label: string, whole?: CountedFigure) => SidedRow {
  const figures = figuresOf(given);
  return (key, label, whole) => ({
    key,
    label,
    cells: ofEachSide((own) => {
      const { counts } = figures[own];
      return <TextCount texts={counts[key]} whole={whole === undefined ? undefined : counts[whole]} />;
    }),
  });
}

/** A number of texts; with what it is a part of, where that may be told. */
function TextCount({ texts, whole }: { texts: number | null; whole?: number | null | undefined }): ReactNode {
  const { t, i18n } = useTranslation(['methods', 'fairness']);
  if (texts === null) return t('fairness:not_shown');
  const part = formatCount(i18n.language, texts);
  if (typeof whole !== 'number' || whole === 0) return <span className="figure">{part}</span>;
  const share = texts / whole;
  return (
    <Bar share={share}>
      {t('of', { part, whole: formatCount(i18n.language, whole), share: formatShare(i18n.language, share) })}
    </Bar>
  );
}

const isTold = (given: ServedProps): boolean => figuresOf(given).a.counts.texts !== null;

/** One part: a heading, what it counts, and its rows beside each other. */
function Figures({
  id,
  title,
  what,
  rows,
  given,
}: {
  id: string;
  title: string;
  what: string;
  rows: readonly SidedRow[];
  given: ServedProps;
}): ReactNode {
  return (
    <Part id={id} title={title} what={what}>
      {isTold(given) ? <SidedTable title={`${id}-title`} columns={given.columns} rows={rows} /> : null}
    </Part>
  );
}

export function Coverage(given: ServedProps): ReactNode {
  const { t } = useTranslation('methods');
  const row = useRows(given);
  const rows = [
    row('texts', t('coverage.texts')),
    row('translated', t('coverage.translated'), 'texts'),
    row('stale', t('coverage.stale'), 'translated'),
  ];
  return <Figures id="coverage" title={t('coverage.title')} what={t('coverage.what')} rows={rows} given={given} />;
}

export function TimeToTranslation(given: ServedProps): ReactNode {
  const { t } = useTranslation('methods');
  const figures = figuresOf(given);
  const waits = (['a', 'b'] as const).map(
    (own) => figures[own].time?.p90Seconds ?? figures[own].time?.medianSeconds ?? 0,
  );
  const rows = (['medianSeconds', 'p90Seconds'] as const).map((key) => ({
    key,
    label: key === 'medianSeconds' ? t('time.median') : t('time.p90'),
    cells: ofEachSide((own) => <Wait seconds={figures[own].time?.[key] ?? null} longest={Math.max(...waits)} />),
  }));
  return <Figures id="time" title={t('time.title')} what={t('time.what')} rows={rows} given={given} />;
}

function Wait({ seconds, longest }: { seconds: number | null; longest: number }): ReactNode {
  const { t, i18n } = useTranslation('fairness');
  if (seconds === null) return t('time.open');
  return <Bar share={longest === 0 ? 0 : seconds / longest}>{formatWait(i18n.language, seconds / 60)}</Bar>;
}

export function Origins(given: ServedProps): ReactNode {
  const { t, i18n } = useTranslation('methods');
  const row = useRows(given);
  const figures = figuresOf(given);
  const engines = [...figures.a.engines, ...figures.b.engines].map(({ engine, via }) => ({ engine, via }));
  const named = new Map(engines.map((one) => [`${one.engine} ${one.via ?? ''}`, one]));
  const rows = [
    row('human', t('origin.human'), 'translated'),
    row('memory', t('origin.memory'), 'translated'),
    row('machine', t('origin.machine'), 'translated'),
    ...[...named].map(([key, { engine, via }]): SidedRow => ({
      key,
      label:
        via === null
          ? t('origin.engine', { engine: engineName(engine) })
          : t('origin.engine_via', { engine: engineName(engine), via: languageName(i18n.language, via) }),
      cells: ofEachSide((own) => {
        const found = figures[own].engines.find((one) => one.engine === engine && one.via === via);
        return <TextCount texts={found?.texts ?? 0} whole={figures[own].counts.translated} />;
      }),
    })),
  ];
  return <Figures id="origin" title={t('origin.title')} what={t('origin.what')} rows={rows} given={given} />;
}

export function Checked(given: ServedProps): ReactNode {
  const { t } = useTranslation('methods');
  const row = useRows(given);
  const rows = [
    row('otherSide', t('checked.otherSide'), 'translated'),
    row('reviewed', t('checked.reviewed'), 'translated'),
  ];
  return <Figures id="checked" title={t('checked.title')} what={t('checked.what')} rows={rows} given={given} />;
}

export function MachineErrors(given: ServedProps): ReactNode {
  const { t } = useTranslation('methods');
  const row = useRows(given);
  const rows = [
    row('machineMade', t('machine.machineMade')),
    row('failedChecks', t('machine.failedChecks'), 'machineMade'),
  ];
  return <Figures id="machine" title={t('machine.title')} what={t('machine.what')} rows={rows} given={given} />;
}

export function Disputed(given: ServedProps): ReactNode {
  const { t } = useTranslation('methods');
  const row = useRows(given);
  const rows = [
    row('disputed', t('disputes.disputed'), 'texts'),
    row('open', t('disputes.open')),
    row('corrected', t('disputes.corrected')),
    row('declined', t('disputes.declined')),
  ];
  return <Figures id="disputes" title={t('disputes.title')} what={t('disputes.what')} rows={rows} given={given} />;
}

export function Untranslated(given: ServedProps): ReactNode {
  const { t } = useTranslation('methods');
  const figures = figuresOf(given);
  const textsOf = (own: OneSide, why: string): number =>
    figures[own].untranslated.find((one) => one.why === why)?.texts ?? 0;
  const rows = whyUntranslated
    .filter((why) => textsOf('a', why) + textsOf('b', why) > 0)
    .map((why): SidedRow => ({
      key: why,
      label: t(`why.${why}`),
      cells: ofEachSide((own) => <TextCount texts={textsOf(own, why)} />),
    }));
  return (
    <Part id="none" title={t('none.title')} what={t('none.what')}>
      {rows.length > 0 ? (
        <SidedTable title="none-title" columns={given.columns} rows={rows} />
      ) : (
        <p className="soft">{t('none.nothing')}</p>
      )}
    </Part>
  );
}

/** In short what the parts above tell, of the directions from or to the bridge language. */
export function OfBridge({ language, ...given }: ServedProps & { language: string }): ReactNode {
  const { t, i18n } = useTranslation('methods');
  const row = useRows(given);
  const rows = [
    row('texts', t('coverage.texts')),
    row('translated', t('coverage.translated'), 'texts'),
    row('human', t('origin.human'), 'translated'),
    row('reviewed', t('checked.reviewed'), 'translated'),
  ];
  const title = t('bridge.title', { language: languageName(i18n.language, language) });
  return <Figures id={given.pair.between} title={title} what={t('bridge.what')} rows={rows} given={given} />;
}
