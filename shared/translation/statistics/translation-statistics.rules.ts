import { whyNone } from '../egress.rules.js';

/** Names the shape of the statistics as data: another shape has another. */
export const translationStatisticsFormat = 'entente-translation-statistics/1';

/** Where the words that readers have come from. */
export const translationOrigins = ['human', 'memory', 'machine'] as const;
export type TranslationOrigin = (typeof translationOrigins)[number];

/** Why readers have a text in its own language alone. */
export const whyUntranslated = [...whyNone, 'pending', 'asked', 'withheld', 'never_asked'] as const;
export type WhyUntranslated = (typeof whyUntranslated)[number];

/** In what one direction can be served worse than the other. */
export const servedRespects = ['translated', 'time', 'reviewed', 'checks'] as const;
export type ServedRespect = (typeof servedRespects)[number];

/** That there is no difference is never among it. */
export const servedFindings = ['worse', 'no_more_than_chance', 'too_few_to_tell'] as const;
export type ServedFinding = (typeof servedFindings)[number];

/** The tests that the directions are compared with. */
export const servedTests = ['mantel_haenszel', 'exact_conditional', 'log_rank'] as const;

/** Of all that is compared, a direction is called worse in anything with this probability when chance alone is at work. */
export const servedSignificance = 0.05;

/** How many times as fast one direction is served as the other, when that should be found. */
export const speedRatioSought = 1.5;

/** Between which languages: those of the sides, and from and to the bridge between them. */
export const directionPairs = ['sides', 'to_bridge', 'from_bridge'] as const;
export type DirectionPair = (typeof directionPairs)[number];

/** What was published in one month, and until the end of it. */
export const statisticsPeriods = ['all', 'month'] as const;
export type StatisticsPeriod = (typeof statisticsPeriods)[number];

/** The figures that are numbers of texts. */
export const countedFigures = [
  'texts',
  'translated',
  'human',
  'memory',
  'machine',
  'otherSide',
  'reviewed',
  'stale',
  'machineMade',
  'failedChecks',
  'disputed',
  'open',
  'corrected',
  'declined',
] as const;
export type CountedFigure = (typeof countedFigures)[number];
