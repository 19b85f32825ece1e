/** To so many digits that count: enough to read, too few to work out counts from; the same for a number and its negative. */
export const rounded = (value: number, digits: number): number => Number(value.toPrecision(digits));

/** As JSON can say it: null for what has no bound. */
export const roundedOrNull = (value: number, digits: number): number | null =>
  Number.isFinite(value) ? rounded(value, digits) : null;
