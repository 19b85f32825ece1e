/**
 * The distributions that the comparison of the sides needs, to a relative error below 1e-9 (the specification compares them
 * with values of forty digits). DLMF is the Digital Library of Mathematical Functions of NIST.
 */

/** B₂ₖ / 2k(2k − 1) for k = 1 to 8, of Stirling's series. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156, -3617 / 122_400] as const;

/** From here on the eight terms of Stirling's series err by less than 1e-16. */
const stirlingFrom = 10;

/** ln Γ(x) for x > 0: Stirling's series (DLMF 5.11.1), below ten after Γ(x + 1) = xΓ(x). */
export function logGamma(x: number): number {
  let [at, product] = [x, 1];
  for (; at < stirlingFrom; at += 1) product *= at;
  const series = stirling.reduceRight((sum, term) => term + sum / (at * at), 0) / at;
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
}

/** ln B(x, y) = ln Γ(x)Γ(y)/Γ(x + y). */
export const logBeta = (x: number, y: number): number => logGamma(x) + logGamma(y) - logGamma(x + y);

/** ln of the number of ways to choose `some` of `all`. */
export const logChoose = (all: number, some: number): number =>
  logGamma(all + 1) - (logGamma(some + 1) + logGamma(all - some + 1));

const enough = 1e-16;
const mostSteps = 10_000;

/**
 * Γ(a, x)/Γ(a), the upper part of the gamma distribution: below a + 1 by the series of the lower part (DLMF 8.11.4), from
 * there by the continued fraction (DLMF 8.9.2) after Lentz, as Thompson and Barnett (1986) compute it.
 */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const weight = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - weight * lowerSeries(a, x) : weight * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let [term, sum] = [1 / a, 1 / a];
  for (let step = 1; step < mostSteps && term > sum * enough; step += 1) {
    term *= x / (a + step);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let denominator = x + 1 - a;
  let numerator = Number.MAX_VALUE;
  let inverse = 1 / denominator;
  let value = inverse;
  for (let step = 1; step < mostSteps; step += 1) {
    const part = -step * (step - a);
    denominator += 2;
    inverse = 1 / (part * inverse + denominator);
    numerator = denominator + part / numerator;
    const change = inverse * numerator;
    value *= change;
    if (Math.abs(change - 1) < enough * 4) break;
  }
  return value;
}

/** How probable a χ² of so many degrees of freedom is to be at least `x`. */
export const chiSquareTail = (x: number, degrees: number): number => upperGamma(degrees / 2, x / 2);

/** How probable a standard normal variable is to be at least `z`: half of χ²₁ beyond z² (DLMF 7.11.2). */
export const normalTail = (z: number): number =>
  z >= 0 ? chiSquareTail(z * z, 1) / 2 : 1 - chiSquareTail(z * z, 1) / 2;

/** The value below which a standard normal variable lies with a probability strictly between 0 and 1. */
export const normalQuantile = (probability: number): number =>
  probability < 0.5 ? -upperQuantile(probability) : upperQuantile(1 - probability);

/**
 * The value beyond which lies a tail of at most a half, by Newton's method on the logarithm of the tail: that is concave, so
 * from the second step on every step comes nearer from above.
 */
function upperQuantile(wanted: number): number {
  let z = 0;
  for (let step = 0; step < 100; step += 1) {
    const tail = normalTail(z);
    const density = Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);
    const change = (Math.log(tail / wanted) * tail) / density;
    z += change;
    if (Math.abs(change) < 1e-14) break;
  }
  return z;
}
