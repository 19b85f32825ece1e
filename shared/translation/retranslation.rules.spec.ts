import { describe, expect, it } from 'vitest';
import { restOf, retranslation } from './retranslation.rules.js';

describe('an edited text', () => {
  it('rests for a moment after one edit, and longer when one edit follows another', () => {
    expect(restOf([])).toBe(5);
    expect(restOf([60])).toBe(30);
    expect(restOf([86_400, 60])).toBe(30);
  });

  it('rests as after one edit when the others are long ago', () => {
    expect(restOf([retranslation.repeatedWithin + 1])).toBe(5);
    expect(restOf([retranslation.repeatedWithin])).toBe(30);
  });
});
