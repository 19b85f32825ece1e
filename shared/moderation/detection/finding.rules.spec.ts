import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concernOf, finding, findingKinds, phaseNames, type FindingCode } from './finding.rules.js';

const codes = Object.keys(findingKinds) as FindingCode[];
const weight = fc.double({ min: 0, max: 0.99, noNaN: true });
const weights = fc.array(
  weight.map((one) => ({ weight: one })),
  { maxLength: 30 },
);

describe('how much findings matter', () => {
  it('more of them never make a text matter less, and never fully', () => {
    fc.assert(
      fc.property(weights, weight, (some, more) => {
        const [before, after] = [concernOf(some), concernOf([...some, { weight: more }])];
        expect(after).toBeGreaterThanOrEqual(before - 1e-12);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('in whatever order they come', () => {
    fc.assert(
      fc.property(weights, (some) => {
        expect(concernOf(some.toReversed())).toBeCloseTo(concernOf(some), 12);
      }),
    );
  });

  it('MOD-35: no finding is certain, and each is of a phase', () => {
    for (const code of codes) {
      expect(finding(code, { weight: 1 }).weight, code).toBeLessThan(1);
      expect(phaseNames, code).toContain(finding(code).phase);
    }
    expect(codes.filter((code) => !/^[a-z_]+$/.test(code))).toEqual([]);
  });
});
