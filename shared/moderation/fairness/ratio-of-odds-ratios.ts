import { normalTail } from './distributions.js';
import { mantelHaenszel, ratioEstimate } from './mantel-haenszel.js';
import type { Sided } from './sided.js';
import type { Estimate, Stratum } from './strata.js';

/** How the side of whoever decides changes what the side of the author does. */
export interface Interaction {
  readonly ratio: Estimate;
  readonly pValue: number;
}

/**
 * The ratio of two odds ratios, moderator's side × author's side: how many times higher the odds are that moderators restrict
 * the other side than their own, moderators of both sides taken together. 1 when the moderator's side makes no difference,
 * above 1 when each is milder towards its own. The two odds ratios are of different decisions, so the variances of their
 * logarithms add up (Altman and Bland 2003).
 * @param strata of what moderators of each side decided
 * @returns nothing when the decisions of one side's moderators do not bound their odds ratio
 */
export function ratioOfOddsRatios(strata: Sided<readonly Stratum[]>): Interaction | undefined {
  const [byA, byB] = [mantelHaenszel(strata.a), mantelHaenszel(strata.b)];
  if (!byA || !byB) return undefined;
  const standardError = Math.sqrt(byA.standardError ** 2 + byB.standardError ** 2);
  if (!Number.isFinite(standardError)) return undefined;
  const logRatio = byA.logRatio.b + byB.logRatio.a;
  return {
    ratio: ratioEstimate(logRatio, standardError),
    pValue: 2 * normalTail(Math.abs(logRatio) / standardError),
  };
}
