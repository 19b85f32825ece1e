import { normalQuantile } from './distributions.js';

/** One look, both ways, at 5 %, that finds four differences of five. */
const [significance, power] = [0.05, 0.8] as const;

/**
 * How many items of each side it takes to tell two shares apart at one look: the normal approximation with pooled variance
 * under equality (Fleiss, Levin and Paik 2003, 4.2, without correction for continuity; R's `power.prop.test`). The order of the
 * shares makes no difference.
 */
export function itemsPerSide(one: number, other: number): number {
  const pooled = (one + other) / 2;
  const underEquality = normalQuantile(1 - significance / 2) * Math.sqrt(2 * pooled * (1 - pooled));
  const underDifference = normalQuantile(power) * Math.sqrt(one * (1 - one) + other * (1 - other));
  return Math.ceil(((underEquality + underDifference) / (one - other)) ** 2);
}

/** How many items of each side it takes to find a difference around a share that both have together. */
export function itemsToFind(difference: number, share: number): number {
  const low = Math.min(Math.max(share - difference / 2, 0), 1 - difference);
  return itemsPerSide(low, low + difference);
}

/**
 * How many waits of both sides together have to end to tell that one side's end so many times as fast, with as many items on
 * each side (Schoenfeld 1981).
 */
export function endsToFind(ratio: number): number {
  const quantiles = normalQuantile(1 - significance / 2) + normalQuantile(power);
  return Math.ceil(((2 * quantiles) / Math.log(ratio)) ** 2);
}
