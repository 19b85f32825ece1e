// A log in memory, as the tests of the library need it.
import { logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { utf8 } from '../../shared/log/encoding.js';
import { leafHash, nodeHash, type Hash } from '../../shared/log/hash.js';
import { bundlesOf, encodeBundle, entriesPath, tileAdditions, tilePath, tilesOf } from '../../shared/log/tile.js';
import type { HashReader } from '../../shared/log/tree.js';

export const { sha256 } = logCrypto;

/** Entries that differ. */
export const entriesOf = (size: number): Uint8Array[] => Array.from({ length: size }, (_, at) => utf8(`entry ${at}`));

export const leavesOf = (size: number): Hash[] => entriesOf(size).map((entry) => leafHash(sha256, entry));

/** The root of a tree as RFC 6962, 2.1 defines it, word by word: slow, and not the way the library goes. */
export function definedRoot(leaves: readonly Hash[]): Hash {
  const [only] = leaves;
  if (only === undefined) return sha256(new Uint8Array());
  if (leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(sha256, definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split)));
}

/** Every complete perfect tree over these leaves. */
export function perfectTreesOver(leaves: readonly Hash[]): HashReader {
  const levels = [leaves];
  for (let below = leaves; below.length > 1; levels.push(below)) {
    const children = below;
    below = Array.from({ length: Math.floor(children.length / 2) }, (_, at) =>
      nodeHash(sha256, there(children[at * 2]), there(children[at * 2 + 1])),
    );
  }
  return (level, index) => there(levels[level]?.[index]);
}

/** The tiles of a log, by their places, after it grew by so many leaves at a time. */
export function grown(leaves: readonly Hash[], step = leaves.length): Map<string, Uint8Array> {
  const rows = new Map<string, Uint8Array>();
  for (let size = 0; size < leaves.length; size += step) {
    const fresh = leaves.slice(size, size + step);
    const additions = tileAdditions(sha256, size, fresh, (level, index) => there(rows.get(`${level}/${index}`)));
    for (const { level, index, bytes } of additions) rows.set(`${level}/${index}`, bytes);
  }
  return rows;
}

/** Every file of a static log but its checkpoint, by its path. */
export function staticFiles(entries: readonly Uint8Array[]): Map<string, Uint8Array> {
  const rows = grown(entries.map((entry) => leafHash(sha256, entry)));
  const files = new Map<string, Uint8Array>();
  for (const tile of tilesOf(entries.length)) files.set(tilePath(tile), there(rows.get(`${tile.level}/${tile.index}`)));
  for (const bundle of bundlesOf(entries.length)) {
    const begin = bundle.index * 256;
    files.set(entriesPath(bundle), encodeBundle(entries.slice(begin, begin + bundle.width)));
  }
  return files;
}

/** What has to be there. */
export function there<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('Nothing is there');
  return thing;
}

/** The same bytes with one bit turned. */
export const flipped = (bytes: Uint8Array, at: number, bit = 0): Uint8Array =>
  bytes.map((byte, place) => (place === at ? byte ^ (1 << bit) : byte));
