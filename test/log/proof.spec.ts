import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definedRoot, flipped, leavesOf, perfectTreesOver, sha256, there } from '../support/log.js';
import { emptyRoot } from '../../shared/log/hash.js';
import {
  consistencyPlan,
  consistencyProof,
  inclusionPlan,
  inclusionProof,
  verifyConsistency,
  verifyInclusion,
  type ConsistencyClaim,
  type InclusionClaim,
} from '../../shared/log/proof.js';

const most = 300;
const leaves = leavesOf(most);
const read = perfectTreesOver(leaves);
const roots = Array.from({ length: most + 1 }, (_, size) => definedRoot(leaves.slice(0, size)));

const included = (index: number, size: number): InclusionClaim => ({
  index,
  size,
  leaf: there(leaves[index]),
  root: there(roots[size]),
  proof: inclusionProof(sha256, { index, size }, read),
});

const consistent = (from: number, to: number): ConsistencyClaim => ({
  from: { size: from, root: there(roots[from]) },
  to: { size: to, root: there(roots[to]) },
  proof: consistencyProof(sha256, { from, to }, read),
});

/** A leaf of a tree. */
const leafOfTree = fc
  .integer({ min: 1, max: most })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.nat(size - 1) }));

const twoTrees = fc
  .integer({ min: 2, max: most })
  .chain((to) => fc.record({ to: fc.constant(to), from: fc.integer({ min: 1, max: to - 1 }) }));

describe('inclusion proofs (RFC 9162, 2.1.3)', () => {
  it('hold for every leaf of every tree up to 300 leaves, and are as short as they can be', () => {
    for (let size = 1; size <= most; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const claim = included(index, size);
        if (!verifyInclusion(sha256, claim) || claim.proof.length > Math.ceil(Math.log2(size)))
          expect.fail(`leaf ${index} of ${size}`);
      }
    }
  });

  it('do not hold for another leaf, place, size or root, or with a changed, missing or further hash', () => {
    fc.assert(
      fc.property(leafOfTree, fc.nat(31), fc.nat(7), fc.nat(), ({ index, size }, byte, bit, which) => {
        const claim = included(index, size);
        const at = which % Math.max(1, claim.proof.length);
        const wrong: Partial<InclusionClaim>[] = [
          { leaf: flipped(claim.leaf, byte, bit) },
          { root: flipped(claim.root, byte, bit) },
          { proof: [...claim.proof, claim.leaf] },
          { proof: [claim.leaf, ...claim.proof] },
          { index: index + 1 },
          { index: index - 1 },
          { index: size },
          { size: index },
          ...(claim.proof.length === 0
            ? []
            : [
                { proof: claim.proof.map((hash, place) => (place === at ? flipped(hash, byte, bit) : hash)) },
                { proof: claim.proof.toSpliced(at, 1) },
                { proof: claim.proof.with(at, there(claim.proof[at]).subarray(1)) },
              ]),
        ];
        for (const change of wrong) expect(verifyInclusion(sha256, { ...claim, ...change })).toBe(false);
      }),
    );
  });

  it('are refused for sizes that are none, without throwing', () => {
    const claim = included(1, 3);
    for (const number of [Number.NaN, 1.5, -1, 2 ** 53, Number.POSITIVE_INFINITY]) {
      expect(verifyInclusion(sha256, { ...claim, index: number })).toBe(false);
      expect(verifyInclusion(sha256, { ...claim, size: number })).toBe(false);
      expect(() => inclusionPlan({ index: number, size: 3 })).toThrow('tree.outside');
    }
    expect(() => inclusionPlan({ index: 3, size: 3 })).toThrow('tree.outside');
  });

  it('are planned for the largest trees that have a number', () => {
    expect(inclusionPlan({ index: 2 ** 52, size: Number.MAX_SAFE_INTEGER }).length).toBeLessThanOrEqual(53);
  });
});

describe('consistency proofs (RFC 9162, 2.1.4)', () => {
  it('hold between all trees up to 70 leaves, the empty one too', () => {
    for (let to = 0; to <= 70; to += 1)
      for (let from = 0; from <= to; from += 1)
        if (!verifyConsistency(sha256, consistent(from, to))) expect.fail(`${from} to ${to}`);
  });

  it('do not hold for another root or size, or with a changed, missing or further hash', () => {
    fc.assert(
      fc.property(twoTrees, fc.nat(31), fc.nat(7), fc.nat(), ({ from, to }, byte, bit, which) => {
        const claim = consistent(from, to);
        const at = which % claim.proof.length;
        const wrong: Partial<ConsistencyClaim>[] = [
          { from: { size: from, root: flipped(claim.from.root, byte, bit) } },
          { to: { size: to, root: flipped(claim.to.root, byte, bit) } },
          { from: claim.to, to: claim.from },
          { from: { ...claim.to, size: from } },
          { from: { ...claim.from, size: from - 1 } },
          { proof: [...claim.proof, claim.to.root] },
          { proof: [claim.to.root, ...claim.proof] },
          { proof: claim.proof.map((hash, place) => (place === at ? flipped(hash, byte, bit) : hash)) },
          { proof: claim.proof.toSpliced(at, 1) },
          { proof: claim.proof.with(at, there(claim.proof[at]).subarray(1)) },
          { proof: [] },
        ];
        for (const change of wrong) expect(verifyConsistency(sha256, { ...claim, ...change })).toBe(false);
      }),
    );
  });

  it('are empty between equal trees and from the empty one, whose root is the hash of nothing', () => {
    expect(consistencyPlan({ from: 7, to: 7 })).toEqual([]);
    expect(consistencyPlan({ from: 0, to: 7 })).toEqual([]);
    const claim = consistent(0, 7);
    expect(verifyConsistency(sha256, claim)).toBe(true);
    expect(verifyConsistency(sha256, { ...claim, from: { size: 0, root: there(roots[1]) } })).toBe(false);
    expect(verifyConsistency(sha256, { ...claim, proof: [emptyRoot(sha256)] })).toBe(false);
    expect(verifyConsistency(sha256, { ...consistent(7, 7), proof: [emptyRoot(sha256)] })).toBe(false);
  });

  it('are not planned backwards', () => {
    expect(() => consistencyPlan({ from: 8, to: 7 })).toThrow('tree.outside');
    expect(() => consistencyPlan({ from: -1, to: 7 })).toThrow('tree.outside');
  });
});
