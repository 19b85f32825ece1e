import { describe, expect, it } from 'vitest';
import { comparisons } from './fairness.rules.js';
import { itemsPerSide, itemsToFind } from './sample-size.js';

describe('the number of items that it takes to tell two shares apart', () => {
  it('comes to the printed figures', () => {
    expect(comparisons.map(([one, other]) => itemsPerSide(one, other))).toEqual([199, 294, 356, 163, 82, 42]);
  });

  it('is the same whichever side has which share, and for yes and for no', () => {
    for (const [one, other] of comparisons) {
      expect(itemsPerSide(other, one)).toBe(itemsPerSide(one, other));
      expect(itemsPerSide(1 - one, 1 - other)).toBe(itemsPerSide(one, other));
    }
  });

  it('is known around every share, also at the ends', () => {
    expect(itemsToFind(0.15, 0.375)).toBe(163);
    expect(itemsToFind(0.15, 0)).toBe(itemsPerSide(0, 0.15));
    expect(itemsToFind(0.15, 1)).toBe(itemsPerSide(0.85, 1));
    expect(itemsToFind(0.15, 0.5)).toBeGreaterThan(itemsToFind(0.15, 0.2));
  });
});
