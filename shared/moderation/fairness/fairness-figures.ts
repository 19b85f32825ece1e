import { isContradicted, isHeld, isRerated, isRestricted } from './fairness-breakdowns.js';
import type { AppealFact, DecidedFact, FairnessFacts, WaitingFact } from './fairness-facts.js';
import { alphaToInterpret, smallestCell } from './fairness.rules.js';
import type { FairnessReport } from './fairness.schema.js';
import { krippendorffAlpha } from './krippendorff.js';
import { logRank, waitQuantile, type Wait } from './log-rank.js';
import { mainEffect } from './main-effect.js';
import { ratioOfOddsRatios } from './ratio-of-odds-ratios.js';
import { rounded, roundedOrNull } from './rounded.js';
import { bySide, holdsOfBoth, ofEachSide } from './sided.js';
import { countsOf, type Estimate, type Stratum } from './strata.js';

/** A part of the report, as it is when it may be told. */
type Figure<Part extends keyof FairnessReport> = NonNullable<FairnessReport[Part]>;

type Facts = readonly DecidedFact[];

const byAuthor = (facts: Facts) => bySide(facts, ({ authorSide }) => authorSide);

/** Both sides' items with an outcome and without. */
export const stratumOf = (facts: Facts, isYes: (fact: DecidedFact) => boolean): Stratum => {
  const { a, b } = byAuthor(facts);
  return { a: countsOf(a, isYes), b: countsOf(b, isYes) };
};

/** A table for each kind of items that are alike in reason, source and mode; in an order that comes from the kinds alone. */
function strataOf(facts: Facts, isYes: (fact: DecidedFact) => boolean): Stratum[] {
  const kinds = new Map<string, DecidedFact[]>();
  for (const fact of facts) {
    const kind = `${fact.reason} ${fact.source} ${fact.mode}`;
    const alike = kinds.get(kind);
    if (alike) alike.push(fact);
    else kinds.set(kind, [fact]);
  }
  return [...kinds].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, alike]) => stratumOf(alike, isYes));
}

const estimateOf = ({ value, low, high }: Estimate): Figure<'interaction'>['ratio'] => ({
  value: roundedOrNull(value, 3),
  low: rounded(low, 3),
  high: roundedOrNull(high, 3),
});

/** Restricted × side of the author, in strata of reason, source and mode. */
export function mainEffectOf(decided: Facts): Figure<'mainEffect'> | null {
  const found = mainEffect(strataOf(decided, isRestricted));
  if (!found) return null;
  const { oddsRatio, pValue, method } = found;
  return { oddsRatio: ofEachSide((own) => estimateOf(oddsRatio[own])), pValue: rounded(pValue, 2), method };
}

/** First keys of moderators of each side, in the same strata; a neutral one's say nothing here. */
export function interactionOf(decided: Facts): Figure<'interaction'> | null {
  const restricts = ({ firstKey }: DecidedFact): boolean => firstKey?.verdict === 'restrict';
  const found = ratioOfOddsRatios(
    ofEachSide((own) =>
      strataOf(
        decided.filter(({ firstKey }) => firstKey?.side === own),
        restricts,
      ),
    ),
  );
  return found ? { ratio: estimateOf(found.ratio), pValue: rounded(found.pValue, 2) } : null;
}

/**
 * How long items wait. They are compared within source and mode: the reason of one that still waits is not known yet, and to
 * leave those out would hide that one side waits longest.
 */
export function timeOf(decided: Facts, waiting: readonly WaitingFact[]): Figure<'time'> {
  const waits: Wait[] = [
    ...decided.map(({ authorSide: side, source, mode, secondsToDecision }) => {
      return { side, stratum: `${source} ${mode}`, seconds: secondsToDecision, ended: true };
    }),
    ...waiting.map(({ authorSide: side, source, mode, secondsWaiting }) => {
      return { side, stratum: `${source} ${mode}`, seconds: secondsWaiting, ended: false };
    }),
  ];
  const ofSides = bySide(waits, ({ side }) => side);
  const test = logRank(waits);
  return {
    wait: ofEachSide((own) => ({
      medianSeconds: roundedOrNull(waitQuantile(ofSides[own], 0.5) ?? Number.POSITIVE_INFINITY, 2),
      p90Seconds: roundedOrNull(waitQuantile(ofSides[own], 0.9) ?? Number.POSITIVE_INFINITY, 2),
    })),
    logRank: test ? { chiSquare: rounded(test.chiSquare, 3), pValue: rounded(test.pValue, 2) } : null,
  };
}

export function heldOf(decided: Facts): Figure<'held'> {
  const held = byAuthor(decided.filter(isHeld));
  return ofEachSide((own) => {
    const waits = held[own].map(({ secondsHeld }) => ({ seconds: secondsHeld, ended: true }));
    return { items: waits.length, medianSeconds: rounded(waitQuantile(waits, 0.5) ?? 0, 2) };
  });
}

export function appealsOf(appeals: readonly AppealFact[], tellsOutcome: boolean): Figure<'appeals'> {
  const decided = bySide(appeals, ({ authorSide }) => authorSide);
  return ofEachSide((own) => ({
    decided: decided[own].length,
    overturned: tellsOutcome ? decided[own].filter(({ overturned }) => overturned).length : null,
  }));
}

export function reratingOf(decided: Facts, tellsOutcome: boolean): Figure<'rerating'> {
  const alpha = krippendorffAlpha(decided.flatMap(({ rerating }) => (rerating ? [rerating] : [])));
  const drawn = byAuthor(decided.filter(isRerated));
  return {
    alpha: alpha === undefined ? null : rounded(alpha, 2),
    isInterpretable: alpha !== undefined && alpha >= alphaToInterpret,
    sample: ofEachSide((own) => ({
      items: drawn[own].length,
      contradicted: tellsOutcome ? drawn[own].filter(isContradicted).length : null,
    })),
  };
}

/** Reports on what each side published; too few, or about too few people, are not told. */
export function reportsOf({ activity }: FairnessFacts): Figure<'reports'> | null {
  const isLarge = holdsOfBoth(
    activity,
    ({ posts, reports, reportedAuthors }) =>
      Math.min(posts, reports) >= smallestCell.items && reportedAuthors >= smallestCell.authors,
  );
  if (!isLarge) return null;
  return ofEachSide((own) => {
    const { posts, reports } = activity[own];
    return { posts, reports, perThousandPosts: rounded((1000 * reports) / posts, 3) };
  });
}
