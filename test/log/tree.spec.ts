import { describe, expect, it } from 'vitest';
import { fromHex, hex } from '../../shared/log/encoding.js';
import { emptyRoot, leafHash } from '../../shared/log/hash.js';
import { sha256 } from '../support/log.js';
import { appended, emptyFrontier, frontierOf, perfectTrees, rootOf, type Frontier } from '../../shared/log/tree.js';

/** The eight leaves with which implementations of RFC 6962 have been compared since its first one, and the roots. */
const classic = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
] as const;

describe('a Merkle tree (RFC 6962, 2.1)', () => {
  it('has the root of nothing while it is empty', () => {
    expect(rootOf(sha256, emptyFrontier)).toEqual(emptyRoot(sha256));
    expect(hex(emptyRoot(sha256))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('has the roots that everybody has for the eight classic leaves', () => {
    let frontier: Frontier = emptyFrontier;
    for (const [leaf, root] of classic) {
      frontier = appended(sha256, frontier, [leafHash(sha256, fromHex(leaf))]);
      expect(hex(rootOf(sha256, frontier))).toBe(root);
    }
    expect(frontier).toMatchObject({ size: 8, roots: { length: 1 } });
  });

  it('consists of perfect trees, the biggest first', () => {
    expect(perfectTrees(0, 7)).toEqual([
      { level: 2, index: 0 },
      { level: 1, index: 2 },
      { level: 0, index: 6 },
    ]);
    expect(perfectTrees(4, 7)).toEqual([
      { level: 1, index: 2 },
      { level: 0, index: 6 },
    ]);
    expect(perfectTrees(0, 2 ** 40)).toEqual([{ level: 40, index: 0 }]);
    expect(perfectTrees(3, 3)).toEqual([]);
  });

  it('is refused where the frontier is not that of its size', () => {
    expect(() => appended(sha256, { size: 3, roots: [] }, [new Uint8Array(32)])).toThrow('tree.outside');
  });

  it('is read again from its perfect trees', () => {
    const roots = [Uint8Array.of(2), Uint8Array.of(1), Uint8Array.of(0)];
    expect(frontierOf(7, (level) => Uint8Array.of(level))).toEqual({ size: 7, roots });
  });
});
