import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf, grown, leavesOf, perfectTreesOver, sha256, there } from '../support/log.js';
import { LogError } from '../../shared/log/error.js';
import { hashBytes } from '../../shared/log/hash.js';
import { inclusionPlan, proofOf, verifyInclusion } from '../../shared/log/proof.js';
import {
  bundlesOf,
  encodeBundle,
  entriesPath,
  hashFromTile,
  longestEntry,
  parseBundle,
  parseEntriesPath,
  parseTilePath,
  tileAdditions,
  tileHashReader,
  tilePath,
  tilePart,
  tilesHolding,
  tilesOf,
} from '../../shared/log/tile.js';
import { appended, emptyFrontier, frontierOf, rootOf } from '../../shared/log/tree.js';

const levelsAndWidths = (size: number) =>
  [...tilesOf(size)].reduce<Record<number, number[]>>(
    (levels, { level, width }) => ({ ...levels, [level]: [...(levels[level] ?? []), width] }),
    {},
  );

const full = (count: number): number[] => Array.from({ length: count }, () => 256);

describe('paths of tiles (C2SP tlog-tiles)', () => {
  it('are the examples of the specification', () => {
    expect(tilePath({ level: 0, index: 1_234_067 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 1, index: 0, width: 17 })).toBe('tile/1/000.p/17');
    expect(entriesPath({ index: 273, width: 112 })).toBe('tile/entries/273.p/112');
    expect(parseTilePath('tile/0/x001/x234/067')).toEqual({ level: 0, index: 1_234_067, width: 256 });
    expect(parseEntriesPath('tile/entries/x001/000.p/1')).toEqual({ index: 1000, width: 1 });
  });

  it('come back as they were written', () => {
    const tile = fc.record({ level: fc.nat(63), index: fc.maxSafeNat(), width: fc.integer({ min: 1, max: 256 }) });
    fc.assert(
      fc.property(tile, ({ level, index, width }) => {
        expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
        expect(parseEntriesPath(entriesPath({ index, width }))).toEqual({ index, width });
      }),
    );
  });

  it.each([
    '',
    'tile',
    'tile/0/0',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000.p/',
    'tile/0/000/',
    '/tile/0/000',
    'tile/0/../000',
    'tile/0/000\n',
    'tile/entries/000',
    'tile/0/x999/x999/x999/x999/x999/999',
  ])('are not %j', (path) => {
    expect(() => parseTilePath(path)).toThrow('tile.path');
  });

  it('of bundles are not those of tiles', () => {
    expect(() => parseEntriesPath('tile/0/000')).toThrow('tile.path');
    expect(() => parseEntriesPath('tile/entries/000.p/256')).toThrow('tile.path');
  });
});

describe('tiles of a tree', () => {
  it('are as many and as wide as its size says', () => {
    expect(levelsAndWidths(0)).toEqual({});
    expect(levelsAndWidths(1)).toEqual({ 0: [1] });
    expect(levelsAndWidths(255)).toEqual({ 0: [255] });
    expect(levelsAndWidths(256)).toEqual({ 0: [256], 1: [1] });
    expect(levelsAndWidths(257)).toEqual({ 0: [256, 1], 1: [1] });
    expect(levelsAndWidths(65_537)).toEqual({ 0: [...full(256), 1], 1: [256], 2: [1] });
    expect(levelsAndWidths(70_000)).toEqual({ 0: [...full(273), 112], 1: [256, 17], 2: [1] });
    expect([...bundlesOf(257)]).toEqual([
      { index: 0, width: 256 },
      { index: 1, width: 1 },
    ]);
  });

  it('are the same however many leaves came at a time, and hold every hash of the tree', () => {
    const leaves = leavesOf(70_000);
    const rows = grown(leaves, 70_000);
    expect(grown(leaves, 999)).toEqual(rows);
    expect(new Set(rows.keys())).toEqual(new Set([...tilesOf(70_000)].map(({ level, index }) => `${level}/${index}`)));
    for (const { level, index, width } of tilesOf(70_000))
      expect(rows.get(`${level}/${index}`)?.length).toBe(width * hashBytes);

    const trees = perfectTreesOver(leaves);
    let frontier = emptyFrontier;
    for (const [at, leaf] of leaves.entries()) {
      frontier = appended(sha256, frontier, [leaf]);
      if (![1, 255, 256, 257, 65_537, 70_000].includes(at + 1)) continue;
      const read = tileHashReader(sha256, at + 1, ({ level, index, width }) =>
        there(rows.get(`${level}/${index}`)).subarray(0, width * hashBytes),
      );
      expect(frontierOf(at + 1, read)).toEqual(frontier);
      expect(rootOf(sha256, frontierOf(at + 1, trees))).toEqual(rootOf(sha256, frontier));
    }
    for (let level = 0; level <= 16; level += 1) {
      const last = Math.floor(70_000 / 2 ** level) - 1;
      const { tile } = tilePart({ level, index: last }, 70_000);
      const bytes = there(rows.get(`${tile.level}/${tile.index}`));
      expect(hashFromTile(sha256, bytes, { level, index: last })).toEqual(trees(level, last));
    }
  });

  it('can be fetched before a proof is made of them', () => {
    const leaves = leavesOf(600);
    const rows = grown(leaves, 7);
    const plan = inclusionPlan({ index: 300, size: 600 });
    const fetched = new Map(
      tilesHolding(plan.flat(), 600).map((tile) => [tilePath(tile), rows.get(`${tile.level}/${tile.index}`)]),
    );
    expect([...fetched.keys()]).toEqual(['tile/0/001', 'tile/1/000.p/2', 'tile/0/002.p/88']);
    const proof = proofOf(
      sha256,
      plan,
      tileHashReader(sha256, 600, (tile) => there(fetched.get(tilePath(tile)))),
    );
    const root = rootOf(sha256, frontierOf(600, perfectTreesOver(leaves)));
    expect(verifyInclusion(sha256, { index: 300, size: 600, leaf: there(leaves[300]), root, proof })).toBe(true);
  });

  it('do not reach beyond the tree, and are not made longer where they are not what the size says', () => {
    expect(() => tilePart({ level: 0, index: 7 }, 7)).toThrow('tree.outside');
    expect(() => tilePart({ level: 2, index: 1 }, 7)).toThrow('tree.outside');
    expect(() => hashFromTile(sha256, new Uint8Array(63), { level: 1, index: 0 })).toThrow('tile.length');
    for (const length of [0, 31, 64])
      expect(() => tileAdditions(sha256, 1, leavesOf(1), () => new Uint8Array(length))).toThrow('tile.length');
  });
});

describe('bundles of entries (C2SP tlog-tiles)', () => {
  it('give the entries again', () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 256 });
    fc.assert(
      fc.property(entries, (list) => {
        expect(parseBundle(encodeBundle(list))).toEqual(list);
      }),
    );
    const longest = [new Uint8Array(longestEntry).fill(7), new Uint8Array()];
    expect(parseBundle(encodeBundle(longest))).toEqual(longest);
  });

  it('take no entry whose length does not fit into two bytes', () => {
    expect(() => encodeBundle([new Uint8Array(longestEntry + 1)])).toThrow('bundle.entry_too_long');
  });

  it('are refused when they end too soon, are empty, or are too full', () => {
    const bytes = encodeBundle(entriesOf(3));
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = bytes.subarray(0, length);
      // Cut between two entries it is a shorter bundle: how many there have to be, its path says.
      if ([9, 18].includes(length)) expect(parseBundle(cut)).toHaveLength(length / 9);
      else expect(() => parseBundle(cut)).toThrow(LogError);
    }
    expect(() => parseBundle(encodeBundle(entriesOf(257)))).toThrow('bundle.malformed');
  });
});
