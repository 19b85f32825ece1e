import { logRank } from '../../moderation/fairness/log-rank.js';
import { mainEffect } from '../../moderation/fairness/main-effect.js';
import { rounded } from '../../moderation/fairness/rounded.js';
import { endsToFind, itemsToFind } from '../../moderation/fairness/sample-size.js';
import { holdsOfBoth, ofEachSide, type OneSide, type Sided } from '../../moderation/fairness/sided.js';
import { differenceSought } from '../../moderation/fairness/fairness.rules.js';
import { isLargeCell } from '../../moderation/fairness/small-cells.js';
import { countsOf, fewerItems, totalOf, type Stratum } from '../../moderation/fairness/strata.js';
import type { ServedText } from './served-text.js';
import {
  servedRespects,
  servedSignificance,
  speedRatioSought,
  type ServedRespect,
} from './translation-statistics.rules.js';
import type { TranslationStatistics } from './translation-statistics.schema.js';

type Comparison = TranslationStatistics['comparisons'][number];

/** What a test says before it is known in how many respects there was one. */
interface Tested {
  readonly test: NonNullable<Comparison['test']>;
  readonly pValue: number;
  /** The side from whose language is translated worse, by whatever little; null where they are alike. */
  readonly behind: OneSide | null;
  /** There is enough to find the difference that is sought. */
  readonly isEnough: boolean;
}

/**
 * Whether one direction is served worse than the other, in each respect by a test of its own: shares by Cochran, Mantel and
 * Haenszel, or exactly where few are expected (`mainEffect`); times by the log-rank test within the month of publication.
 * The p-values are corrected for the number of tests (Holm 1979), so that chance alone calls a direction worse in anything
 * one time in twenty at most. Mirrored texts give the mirrored comparison. Small numbers are compared with nothing.
 * @param texts of both directions, by the side from whose language they are
 */
export function servedAlike(texts: Sided<readonly ServedText[]>): Comparison[] {
  const isTold = holdsOfBoth(texts, isLargeCell);
  const tested = servedRespects.map((respect) => ({ respect, found: isTold ? tests[respect](texts) : undefined }));
  const corrected = holm(tested.flatMap(({ found }) => (found ? [found.pValue] : [])));
  let at = 0;
  return tested.map(({ respect, found }): Comparison => {
    if (!found) return { respect, finding: 'too_few_to_tell', worse: null, test: null, pValue: null };
    const pValue = corrected[at] ?? 1;
    at += 1;
    const isWorse = found.behind !== null && pValue < servedSignificance;
    const finding = isWorse ? 'worse' : found.isEnough ? 'no_more_than_chance' : 'too_few_to_tell';
    return { respect, finding, worse: isWorse ? found.behind : null, test: found.test, pValue: rounded(pValue, 2) };
  });
}

/**
 * P-values that may be read together (Holm 1979): the smallest times their number, the next times one less, and so on, none
 * smaller than the one before it.
 * @returns in the order given
 */
export function holm(pValues: readonly number[]): number[] {
  const corrected = pValues.map(() => 1);
  let before = 0;
  for (const [rank, at] of [...pValues.keys()]
    .toSorted((one, other) => p(pValues, one) - p(pValues, other))
    .entries()) {
    before = Math.max(before, Math.min(1, p(pValues, at) * (pValues.length - rank)));
    corrected[at] = before;
  }
  return corrected;
}

const p = (pValues: readonly number[], at: number): number => pValues[at] ?? 1;

const tests: Readonly<Record<ServedRespect, (texts: Sided<readonly ServedText[]>) => Tested | undefined>> = {
  translated: (texts) => byShare(texts, (text) => text.shown !== null),
  time: byTime,
  reviewed: (texts) =>
    byShare(
      ofEachSide((own) => texts[own].filter(({ shown }) => shown !== null)),
      (text) => text.shown?.isReviewed === true,
    ),
  checks: (texts) =>
    byShare(
      ofEachSide((own) => texts[own].filter(({ checks }) => checks !== null)),
      (text) => text.checks === 'passed',
    ),
};

/** @param isWell the outcome of which more is better */
function byShare(texts: Sided<readonly ServedText[]>, isWell: (text: ServedText) => boolean): Tested | undefined {
  if (!holdsOfBoth(texts, isLargeCell)) return undefined;
  const stratum: Stratum = ofEachSide((own) => countsOf(texts[own], isWell));
  const share = ofEachSide((own) => stratum[own].yes / totalOf(stratum[own]));
  const pooled = (stratum.a.yes + stratum.b.yes) / (totalOf(stratum.a) + totalOf(stratum.b));
  const isEnough = fewerItems(stratum) >= itemsToFind(differenceSought, pooled);
  const found = mainEffect([stratum]);
  // Where all of it is well, or nothing, both are alike and there is nothing to test.
  if (!found) return { test: 'exact_conditional', pValue: 1, behind: null, isEnough };
  return { test: found.method, pValue: found.pValue, behind: lower(share), isEnough };
}

function byTime(texts: Sided<readonly ServedText[]>): Tested | undefined {
  const waits = (['a', 'b'] as const).flatMap((side) =>
    texts[side].map(({ month, wait }) => ({ side, stratum: month, ...wait })),
  );
  const found = logRank(waits);
  if (!found) return undefined;
  const { observed, expected, pValue } = found;
  const pace = ofEachSide((own) => (expected[own] === 0 ? 0 : observed[own] / expected[own]));
  const isEnough = observed.a + observed.b >= endsToFind(speedRatioSought);
  return { test: 'log_rank', pValue, behind: lower(pace), isEnough };
}

const lower = ({ a, b }: Sided<number>): OneSide | null => (a < b ? 'a' : b < a ? 'b' : null);
