/** Bulgarian writes numbers as Macedonian does, which not every browser knows. */
const localesOf = (language: string): readonly string[] => [language, 'bg'];

export const formatNumber = (language: string, value: number): string =>
  new Intl.NumberFormat(localesOf(language), { maximumSignificantDigits: 3, useGrouping: true }).format(value);

/** A ratio; more digits than two say nothing that is known. */
export const formatRatio = (language: string, value: number): string =>
  new Intl.NumberFormat(localesOf(language), { maximumSignificantDigits: 2 }).format(value);

/** A whole number, in full. */
export const formatCount = (language: string, value: number): string =>
  new Intl.NumberFormat(localesOf(language), { maximumFractionDigits: 0 }).format(value);

/** A share of one, in per cent; what is less than a thousandth is said to be less. */
export function formatShare(language: string, value: number): string {
  const percent = new Intl.NumberFormat(localesOf(language), { style: 'percent', maximumFractionDigits: 1 });
  return value > 0 && value < 0.001 ? `< ${percent.format(0.001)}` : percent.format(value);
}

/** A value of an indicator, whose last decimal is counted: 125 with one decimal is 12.5. */
export const formatScaled = (language: string, value: number, decimals: number): string =>
  new Intl.NumberFormat(localesOf(language), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value / 10 ** decimals);
