import { conditionalTest } from './conditional-test.js';
import { mantelHaenszel } from './mantel-haenszel.js';
import type { Sided } from './sided.js';
import { isInformative, smallestExpected, type Estimate, type Stratum } from './strata.js';

export interface MainEffect {
  /** The odds of each side over the odds of the other, in strata that are alike in all else. */
  readonly oddsRatio: Sided<Estimate>;
  readonly pValue: number;
  readonly method: 'mantel_haenszel' | 'exact_conditional';
}

/** Below so many expected items in a cell χ² is no good approximation any more (Cochran 1954). */
const fewestExpected = 5;

/**
 * Whether one outcome is as frequent on both sides, all else being equal: by Cochran, Mantel and Haenszel with the correction
 * for continuity, or exactly where a cell is expected to be small.
 * @returns nothing when no stratum has items of both sides, with the outcome and without
 */
export function mainEffect(strata: readonly Stratum[]): MainEffect | undefined {
  const told = strata.filter(isInformative);
  if (told.some((stratum) => smallestExpected(stratum) < fewestExpected)) {
    const exact = conditionalTest(told);
    return exact && { ...exact, method: 'exact_conditional' };
  }
  const found = mantelHaenszel(told);
  return found && { oddsRatio: found.oddsRatio, pValue: found.corrected.pValue, method: 'mantel_haenszel' };
}
