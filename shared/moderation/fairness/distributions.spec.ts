import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chiSquareTail,
  logBeta,
  logChoose,
  logGamma,
  normalQuantile,
  normalTail,
  upperGamma,
} from './distributions.js';

/** How far a value is from the true one, as a share of the true one. */
const error = (value: number, truth: number): number => Math.abs(value - truth) / Math.max(Math.abs(truth), 1e-300);

/** Values worked out to forty digits, as the nearest number says them. */
const tables = {
  logGamma: [
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [2.5, 0.2846828704729192],
    [7.25, 7.0521854507385395],
    [10, 12.801827480081469],
    [33.3, 82.60372358165495],
    [1000.5, 5908.674175848678],
    [123_456.5, 1323898.630662737],
  ],
  normalTail: [
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [1, 0.15865525393145705],
    [1.96, 0.024997895148220435],
    [3, 0.0013498980316300946],
    [5, 2.866515718791939e-7],
    [8, 6.220960574271784e-16],
    [20, 2.7536241186062337e-89],
    [-1, 0.8413447460685429],
    [-2.5, 0.9937903346742238],
  ],
  normalQuantile: [
    [0.8, 0.8416212335729142],
    [0.975, 1.9599639845400543],
    [0.995, 2.575829303548901],
    [0.001, -3.0902323061678136],
    [1e-10, -6.361340902404057],
  ],
  chiSquare: [
    [0.1, 1, 0.7518296340458492],
    [3.841458820694124, 1, 0.05000000000000006],
    [6.634896601021213, 1, 0.010000000000000012],
    [50, 1, 1.537459794428035e-12],
    [2, 2, 0.36787944117144233],
    [0.5, 3, 0.9188914116546758],
    [11.0704976935163, 5, 0.050000000000001044],
    [18.3, 10, 0.050109061411462465],
    [200, 100, 1.1784500720979422e-8],
  ],
} as const;

describe('distributions', () => {
  it('has ln Γ to twelve digits, and none where it is nought', () => {
    for (const [x, truth] of tables.logGamma) expect(error(logGamma(x), truth), String(x)).toBeLessThan(1e-12);
    expect(Math.abs(logGamma(1))).toBeLessThan(1e-14);
    expect(Math.abs(logGamma(2))).toBeLessThan(1e-14);
  });

  it('has the tails of the normal distribution and of χ² to a relative error of 1e-9', () => {
    for (const [z, truth] of tables.normalTail) expect(error(normalTail(z), truth), String(z)).toBeLessThan(1e-9);
    for (const [x, degrees, truth] of tables.chiSquare)
      expect(error(chiSquareTail(x, degrees), truth), `${x}, ${degrees}`).toBeLessThan(1e-9);
  });

  it('has the quantiles of the normal distribution to twelve digits, also far out', () => {
    for (const [p, truth] of tables.normalQuantile)
      expect(error(normalQuantile(p), truth), String(p)).toBeLessThan(1e-12);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 14);
  });

  it('has factorials: Γ and the binomial of whole numbers, counted with whole numbers', () => {
    let factorial = 1n;
    for (let n = 1; n <= 60; n += 1) {
      factorial *= BigInt(n);
      expect(error(Math.exp(logGamma(n + 1) - Math.log(Number(factorial))), 1)).toBeLessThan(1e-12);
    }
    expect(Math.exp(logChoose(52, 5))).toBeCloseTo(2_598_960, 4);
    expect(Math.exp(logBeta(3, 4))).toBeCloseTo(1 / 60, 14);
  });

  it('agrees with what follows from the definitions, at every point', () => {
    const positive = fc.double({ min: 0.01, max: 300, noNaN: true });
    fc.assert(
      fc.property(positive, positive, (a, x) => {
        // Γ(a + 1, x) = aΓ(a, x) + xᵃe⁻ˣ (DLMF 8.8.2), across the border between series and fraction.
        const step = Math.exp(a * Math.log(x) - x - logGamma(a + 1));
        expect(Math.abs(upperGamma(a + 1, x) - upperGamma(a, x) - step)).toBeLessThan(1e-11);
        expect(error(logGamma(a + 1), logGamma(a) + Math.log(a))).toBeLessThan(
          1e-9 / Math.min(1, Math.abs(logGamma(a + 1))),
        );
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) => {
        expect(Math.abs(1 - normalTail(normalQuantile(p)) - p)).toBeLessThan(1e-12);
      }),
    );
  });

  it('has tails that add up with numeric integration of the density', () => {
    const density = (x: number): number => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);
    for (const z of [0.3, 1.2, 2.7]) {
      // Simpson's rule on [0, z].
      const [steps, width] = [2000, z / 2000];
      let sum = density(0) + density(z);
      for (let step = 1; step < steps; step += 1) sum += density(step * width) * (step % 2 === 1 ? 4 : 2);
      expect(Math.abs(0.5 - (sum * width) / 3 - normalTail(z))).toBeLessThan(1e-11);
    }
  });
});
