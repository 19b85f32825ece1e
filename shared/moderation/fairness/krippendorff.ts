/** What raters said of one unit; one who said nothing is left out. */
export type Ratings = readonly string[];

/**
 * Krippendorff's α for nominal data (Krippendorff 2011, "Computing Krippendorff's alpha-reliability"): 1 less the disagreement
 * seen over the disagreement that chance alone would make. It takes any number of raters, and units that some did not rate.
 * @returns nothing when there is nothing to compare, or all ratings are the same
 */
export function krippendorffAlpha(units: readonly Ratings[]): number | undefined {
  const paired = units.filter((ratings) => ratings.length > 1);
  const ratings = paired.flat();
  const seen = paired.reduce((sum, unit) => sum + disagreeingPairs(unit) / (unit.length - 1), 0);
  const byChance = disagreeingPairs(ratings) / (ratings.length - 1);
  return byChance > 0 ? 1 - seen / byChance : undefined;
}

/** Ordered pairs of ratings that differ. */
function disagreeingPairs(ratings: Ratings): number {
  const times = new Map<string, number>();
  for (const rating of ratings) times.set(rating, (times.get(rating) ?? 0) + 1);
  return ratings.length ** 2 - [...times.values()].reduce((sum, many) => sum + many ** 2, 0);
}
