import { describe, expect, it } from 'vitest';
import { comparisons } from './fairness.rules.js';
import { endsToFind, itemsPerSide, itemsToFind } from './sample-size.js';

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

describe('the number of waits that have to end to tell that one side waits longer', () => {
  it('is the printed one of Schoenfeld, whichever side waits longer', () => {
    expect(endsToFind(1.5)).toBe(191);
    expect(endsToFind(2)).toBe(66);
    expect(endsToFind(1 / 1.5)).toBe(endsToFind(1.5));
  });
});
