import type { Sided } from './sided.js';

/** How many items had an outcome and how many had not. */
export interface Counts {
  readonly yes: number;
  readonly no: number;
}

/** The items of both sides that are alike in all that is not the side: a 2 × 2 table of side and outcome. */
export type Stratum = Sided<Counts>;

/** A value with its 95 % confidence interval; a ratio may be infinite. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export const totalOf = ({ yes, no }: Counts): number => yes + no;

export const countsOf = <Item>(items: readonly Item[], isYes: (item: Item) => boolean): Counts => {
  const yes = items.filter(isYes).length;
  return { yes, no: items.length - yes };
};

/** Whether a stratum says anything about the sides: it has items of both, with the outcome and without. */
export const isInformative = ({ a, b }: Stratum): boolean =>
  totalOf(a) > 0 && totalOf(b) > 0 && a.yes + b.yes > 0 && a.no + b.no > 0;

/** The smallest number of items that a cell of a stratum would have if the sides were treated alike. */
export const smallestExpected = ({ a, b }: Stratum): number =>
  (Math.min(totalOf(a), totalOf(b)) * Math.min(a.yes + b.yes, a.no + b.no)) / (totalOf(a) + totalOf(b));

/** The number of items of the side that has fewer. */
export const fewerItems = ({ a, b }: Stratum): number => Math.min(totalOf(a), totalOf(b));
