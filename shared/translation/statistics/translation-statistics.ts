import { daysOf } from '../../moderation/fairness/month.js';
import { waitQuantile } from '../../moderation/fairness/log-rank.js';
import { roundedOrNull } from '../../moderation/fairness/rounded.js';
import { ofEachSide, type OneSide, type Sided } from '../../moderation/fairness/sided.js';
import { publishable, type Breakdown } from '../../moderation/fairness/small-cells.js';
import { transparencyLicense } from '../../moderation/transparency/transparency.rules.js';
import { servedAlike } from './served-alike.js';
import { countOf, decisiveOf, kindsOf, type ServedKind } from './served-kinds.js';
import type { ServedText, ServedTexts } from './served-text.js';
import {
  countedFigures,
  statisticsPeriods,
  translationStatisticsFormat,
  whyUntranslated,
  type CountedFigure,
  type DirectionPair,
  type StatisticsPeriod,
} from './translation-statistics.rules.js';
import type { DirectionFigures, DirectionView, TranslationStatistics } from './translation-statistics.schema.js';

type Has = (text: ServedText) => boolean;
type OfPeriods = Readonly<Record<StatisticsPeriod, readonly ServedKind[]>>;
type Engines = ReadonlyMap<string, { readonly engine: string; readonly via: string | null }>;

/** One way from one language into another. */
interface Direction {
  readonly from: string;
  readonly to: string;
}

/**
 * How what members publish reaches those who read another language, by direction: the figures of section 4.7 of the standard
 * and whether one direction is served worse. Mirrored texts give the mirrored report, to the last bit.
 */
export function translationStatistics(given: ServedTexts): TranslationStatistics {
  const { dyad, month, countedOn, texts } = given;
  const pairs = pairsOf(given).map(({ between, directions }) => ({
    between,
    directions,
    texts: ofEachSide((own) =>
      texts.filter(({ from, to }) => from === directions[own].from && to === directions[own].to),
    ),
  }));
  const [ofSides] = pairs;
  return {
    format: translationStatisticsFormat,
    license: transparencyLicense,
    dyad,
    period: daysOf(month),
    countedOn,
    pairs: pairs.map((pair) => ({ between: pair.between, directions: viewsOf(pair.directions, pair.texts, month) })),
    comparisons: ofSides ? servedAlike(ofSides.texts) : [],
  };
}

/** The directions beside each other: what is said of one is said of its mirror image. */
function pairsOf({ languageOf, bridge }: ServedTexts): { between: DirectionPair; directions: Sided<Direction> }[] {
  const sides = ofEachSide((own, other) => ({ from: languageOf[own], to: languageOf[other] }));
  if (bridge === null) return [{ between: 'sides', directions: sides }];
  return [
    { between: 'sides', directions: sides },
    { between: 'to_bridge', directions: ofEachSide((own) => ({ from: languageOf[own], to: bridge })) },
    { between: 'from_bridge', directions: ofEachSide((own) => ({ from: bridge, to: languageOf[own] })) },
  ];
}

function viewsOf(
  directions: Sided<Direction>,
  texts: Sided<readonly ServedText[]>,
  month: string,
): Sided<DirectionView> {
  const periods = ofEachSide((own): OfPeriods => {
    const all = kindsOf(texts[own], month);
    return { all, month: all.filter(({ example }) => example.month === month) };
  });
  const engines = enginesOf([...periods.a.all, ...periods.b.all]);
  const tells = toldOf(periods, engines, month);
  const figures = (own: OneSide, period: StatisticsPeriod) =>
    figuresOf(periods[own][period], engines, (name) => tells.has(`${period} ${name}`));
  return ofEachSide((own) => ({
    ...directions[own],
    month: figures(own, 'month'),
    all: figures(own, 'all'),
  }));
}

const counted: Readonly<Record<CountedFigure, Has>> = {
  texts: () => true,
  translated: ({ shown }) => shown !== null,
  human: ({ shown }) => shown?.origin === 'human',
  memory: ({ shown }) => shown?.origin === 'memory',
  machine: ({ shown }) => shown?.origin === 'machine',
  otherSide: ({ shown }) => shown?.otherSide === true,
  reviewed: ({ shown }) => shown?.isReviewed === true,
  stale: ({ shown }) => shown?.isStale === true,
  machineMade: ({ checks }) => checks !== null,
  failedChecks: ({ checks }) => checks === 'failed',
  disputed: ({ disputes }) => disputes.length > 0,
  open: ({ disputes }) => disputes.includes('open'),
  corrected: ({ disputes }) => disputes.includes('corrected'),
  declined: ({ disputes }) => disputes.includes('declined'),
};

/** The engines there are and the languages in between, in an order of their names alone. */
function enginesOf(kinds: readonly ServedKind[]): Engines {
  const found = kinds.flatMap(({ example: { shown } }) =>
    shown === null || shown.engine === null ? [] : [{ engine: shown.engine, via: shown.via }],
  );
  const named = found.map((one): [string, (typeof found)[number]] => [engineKey(one), one]);
  return new Map(named.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

const engineKey = ({ engine, via }: { engine: string | null; via: string | null }): string =>
  `engine ${engine} ${via ?? ''}`;

/** Everything that might be counted of a direction, the whole before its parts. */
const cellsOf = (engines: Engines): [string, Has][] => [
  ...countedFigures.map((figure): [string, Has] => [figure, counted[figure]]),
  ...[...engines.keys()].map((key): [string, Has] => [key, ({ shown }) => shown !== null && engineKey(shown) === key]),
  ...whyUntranslated.map((why): [string, Has] => [why, ({ whyNone }) => whyNone === why]),
];

/**
 * What may be told of both directions in both periods beside each other, by the rule of the page on fairness. What holds of
 * all texts of a direction, or of none, is about everybody who wrote there and counts as that many.
 */
function toldOf(periods: Sided<OfPeriods>, engines: Engines, month: string): ReadonlySet<string> {
  const isIn: Readonly<Record<StatisticsPeriod, Has>> = { all: () => true, month: (text) => text.month === month };
  const groups = ofEachSide((own) => periods[own].all.flatMap(decisiveOf));
  const ofA = new Set(groups.a);
  const breakdowns = statisticsPeriods.flatMap((period) =>
    cellsOf(engines).map(([name, has]): Breakdown<ServedText> => {
      const uniform = ofEachSide((own) => isUniform(periods[own][period], has));
      const isAlike: Has = (text) => (ofA.has(text) ? uniform.a : uniform.b);
      return { key: `${period} ${name}`, cells: [(text) => isIn[period](text) && (has(text) || isAlike(text))] };
    }),
  );
  return publishable([groups.a, groups.b], breakdowns);
}

/** Whether something holds of all texts, or of none. */
const isUniform = ([first, ...others]: readonly ServedKind[], has: Has): boolean =>
  first === undefined || others.every(({ example }) => has(example) === has(first.example));

function figuresOf(kinds: readonly ServedKind[], engines: Engines, tells: (name: string) => boolean): DirectionFigures {
  const told = (name: string, has: Has): number | null => (tells(name) ? countOf(kinds, has) : null);
  const parts = new Map(cellsOf(engines));
  const toldPart = (name: string): number => told(name, parts.get(name) ?? (() => false)) ?? 0;
  const waits = kinds.flatMap(({ texts }) => texts.map(({ wait }) => wait));
  const quantile = (share: number) => roundedOrNull(waitQuantile(waits, share) ?? Number.POSITIVE_INFINITY, 2);
  return {
    counts: Object.fromEntries(
      countedFigures.map((figure) => [figure, told(figure, counted[figure])] as const),
    ) as DirectionFigures['counts'],
    time: tells('texts') ? { medianSeconds: quantile(0.5), p90Seconds: quantile(0.9) } : null,
    engines: [...engines].map(([key, engine]) => ({ ...engine, texts: toldPart(key) })).filter((one) => one.texts > 0),
    untranslated: whyUntranslated.map((why) => ({ why, texts: toldPart(why) })).filter((one) => one.texts > 0),
  };
}
