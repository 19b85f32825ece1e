// Rows of a bench, and the arithmetic under them.

export const round = (value) => Math.round(value * 10) / 10;

/** With so many digits, never less than it was: what is measured against a goal is not rounded towards it. */
export const noLess = (value, digits = 1) => Math.ceil(value * 10 ** digits) / 10 ** digits;

/** The nearest-rank percentiles that the goals speak of. */
export function percentiles(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export const figure = (what, value, unit) => ({ what, value, unit });

export const atMost = (what, value, unit, target) => ({
  what,
  value,
  unit,
  target: `at most ${target}`,
  holds: value <= target,
});

export const atLeast = (what, value, unit, target) => ({
  what,
  value,
  unit,
  target: `at least ${target}`,
  holds: value >= target,
});
