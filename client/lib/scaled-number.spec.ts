import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainScaled, scaledNumber } from './scaled-number';

describe('a number as people write it', () => {
  it.each([
    ['12', 0, 12],
    ['12.5', 1, 125],
    ['12,5', 2, 1250],
    ['-3', 0, -3],
    ['\u22120,25', 2, -25],
    ['१२.५', 1, 125],
    ['۱۲٫۵', 1, 125],
    ['-0', 0, 0],
  ])('%s with %i decimals is %i', (text, decimals, value) => expect(scaledNumber(text, decimals)).toBe(value));

  it.each([
    ['', 0],
    ['twelve', 0],
    ['1.25', 1],
    ['1 000', 0],
    ['99999999999999999999', 0],
  ])('%j with %i decimals is none', (text, decimals) => expect(scaledNumber(text, decimals)).toBeUndefined());

  it('is read back from what a field shows of it', () =>
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.nat(6), (value, decimals) => {
        expect(scaledNumber(plainScaled(value, decimals), decimals)).toBe(value);
      }),
    ));
});
