/** Never less than nought: clocks of two servers may differ by a moment. */
export const secondsBetween = (from: Date, to: Date): number => Math.max(0, (to.getTime() - from.getTime()) / 1000);
