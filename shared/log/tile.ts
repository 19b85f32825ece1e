// C2SP tlog-tiles: a tree cut into files that never change.
//
// A tile is eight levels high. The tile (l, n) holds the hashes of 256 neighbouring perfect trees of 256^l leaves, one after
// the other; the seven levels above them follow by hashing, and the root of a full tile is one hash in a tile of level
// l + 1. So any hash of the tree is in one tile, and a proof needs few of them. The last tile of a level is partial until
// 256 hashes are there: it only gets longer, and a shorter state of it is its beginning.
import { concatenated } from './encoding.js';
import { LogError } from './error.js';
import { hashBytes, nodeHash, type Hash, type Sha256 } from './hash.js';
import type { Coordinate, HashReader } from './tree.js';

/** Hashes of a full tile, and entries of a full bundle. */
export const tileWidth = 256;
const tileHeight = 8;
const highestLevel = 63;

/** An entry's length stands in 16 bits (tlog-tiles, "Log entries"). */
export const longestEntry = 0xffff;

/** A tile, or a state of it: `width` hashes, 256 where it is full. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** A bundle of entries, or a state of it: `width` entries, 256 where it is full. */
export type Bundle = Omit<Tile, 'level'>;

// --- Paths (tlog-tiles, "Merkle Tree" and "Log entries")

/** Where a tile lies below a log's address: `tile/0/x001/067`, `tile/1/000.p/17`. */
export const tilePath = ({ level, index, width = tileWidth }: Omit<Tile, 'width'> & { width?: number }): string =>
  `tile/${level}/${place(index, width)}`;

/** Where a bundle lies below a log's address: `tile/entries/x001/067`. */
export const entriesPath = ({ index, width = tileWidth }: { index: number; width?: number }): string =>
  `tile/entries/${place(index, width)}`;

/** Groups of three digits keep folders small: all but the last begin with an `x`, so that none is a file and a folder. */
function place(index: number, width: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const last = groups.pop() ?? '000';
  return `${groups.map((group) => `x${group}/`).join('')}${last}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** @throws LogError tile.path for every path that `tilePath` would not write */
export function parseTilePath(path: string): Tile {
  const [, level, rest] = /^tile\/(\d{1,2})\/(.+)$/.exec(path) ?? [];
  const tile = { level: Number(level), ...parsePlace(rest ?? '') };
  if (tile.level > highestLevel || tilePath(tile) !== path) throw new LogError('tile.path');
  return tile;
}

/** @throws LogError tile.path for every path that `entriesPath` would not write */
export function parseEntriesPath(path: string): Bundle {
  const [, rest] = /^tile\/entries\/(.+)$/.exec(path) ?? [];
  const bundle = parsePlace(rest ?? '');
  if (entriesPath(bundle) !== path) throw new LogError('tile.path');
  return bundle;
}

function parsePlace(text: string): Bundle {
  const [, groups, partial] = /^((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(text) ?? [];
  const index = Number((groups ?? '').replaceAll(/[x/]/g, ''));
  const width = partial === undefined ? tileWidth : Number(partial);
  // A full tile is never written as a partial one; leading zeros are found by whoever writes the path again.
  const fine = groups !== undefined && Number.isSafeInteger(index) && width > 0 && width <= tileWidth;
  if (!fine) throw new LogError('tile.path');
  return { index, width };
}

// --- Which tiles there are

/** Every tile of a tree of this size, by level, from the left. Empty tiles are none. */
export function* tilesOf(size: number): Generator<Tile> {
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / tileWidth)) {
    for (const bundle of bundlesOf(hashes)) yield { level, ...bundle };
  }
}

/** Every bundle of a log of this size, from the first. */
export function* bundlesOf(size: number): Generator<Bundle> {
  for (let index = 0; index * tileWidth < size; index += 1)
    yield { index, width: Math.min(tileWidth, size - index * tileWidth) };
}

/** The hash of a perfect tree within a tile: it follows from `count` hashes of the tile, the first of them at `offset`. */
export interface TilePart {
  readonly tile: Tile;
  readonly offset: number;
  readonly count: number;
}

/** Where the hash of a perfect tree is found in a log of this size. @throws LogError tree.outside */
export function tilePart({ level, index }: Coordinate, size: number): TilePart {
  const { tileLevel, first, count } = span({ level, index });
  const tileIndex = Math.floor(first / tileWidth);
  const width = Math.min(tileWidth, Math.floor(size / tileWidth ** tileLevel) - tileIndex * tileWidth);
  const offset = first % tileWidth;
  if (offset + count > width) throw new LogError('tree.outside', 'no complete tree at this coordinate');
  return { tile: { level: tileLevel, index: tileIndex, width }, offset, count };
}

/** Which hashes of which level of tiles a perfect tree stands on. */
function span({ level, index }: Coordinate) {
  const count = 2 ** (level % tileHeight);
  return { tileLevel: Math.floor(level / tileHeight), first: index * count, count };
}

/** The tiles that hold the hashes at these coordinates, each once, so that they can be fetched before they are used. */
export function tilesHolding(coordinates: readonly Coordinate[], size: number): Tile[] {
  const tiles = coordinates.map((coordinate) => tilePart(coordinate, size).tile);
  return [...new Map(tiles.map((tile) => [tilePath(tile), tile])).values()];
}

// --- Hashes from tiles

/**
 * The hash of a perfect tree, from the bytes of its tile, which may be longer or shorter than the tile of any size.
 * @throws LogError tile.length where they do not reach so far
 */
export function hashFromTile(sha256: Sha256, bytes: Uint8Array, coordinate: Coordinate): Hash {
  const { first, count } = span(coordinate);
  const begin = (first % tileWidth) * hashBytes;
  if (bytes.length < begin + count * hashBytes) throw new LogError('tile.length', 'too short for this hash');
  return perfectRoot(sha256, bytes.subarray(begin, begin + count * hashBytes));
}

/** The root above hashes that stand one after the other; their number is a power of two. */
function perfectRoot(sha256: Sha256, hashes: Uint8Array): Hash {
  if (hashes.length === hashBytes) return hashes.slice();
  const half = hashes.length / 2;
  return nodeHash(sha256, perfectRoot(sha256, hashes.subarray(0, half)), perfectRoot(sha256, hashes.subarray(half)));
}

/**
 * Reads hashes of a log of this size from its tiles.
 * @param tileBytes gives at least the first `width` hashes of a tile
 */
export const tileHashReader =
  (sha256: Sha256, size: number, tileBytes: (tile: Tile) => Uint8Array): HashReader =>
  (level, index) =>
    hashFromTile(sha256, tileBytes(tilePart({ level, index }, size).tile), { level, index });

// --- Growing

/** A tile as it is from now on; its bytes begin with those it had. */
export interface GrownTile {
  readonly level: number;
  readonly index: number;
  readonly bytes: Uint8Array;
}

/**
 * The tiles that new leaves make longer or begin, by level, from the left.
 * @param existing gives the bytes of the last tile of a level; asked only where that tile is partial
 * @throws LogError tile.length where such a tile has not as many hashes as the size says: what is stored is not this tree
 */
export function tileAdditions(
  sha256: Sha256,
  fromSize: number,
  leaves: readonly Hash[],
  existing: (level: number, index: number) => Uint8Array,
): GrownTile[] {
  const grown: GrownTile[] = [];
  let [first, fresh] = [fromSize, leaves];
  for (let level = 0; fresh.length > 0; level += 1) {
    const tiles = grownLevel({ level, first, fresh }, existing);
    grown.push(...tiles);
    // Only a full tile is hashed upward: the root of a partial one would change.
    fresh = tiles
      .filter(({ bytes }) => bytes.length === tileWidth * hashBytes)
      .map(({ bytes }) => perfectRoot(sha256, bytes));
    first = Math.floor(first / tileWidth);
  }
  return grown;
}

function grownLevel(
  { level, first, fresh }: { level: number; first: number; fresh: readonly Hash[] },
  existing: (level: number, index: number) => Uint8Array,
): GrownTile[] {
  const tiles: GrownTile[] = [];
  for (let at = 0; at < fresh.length;) {
    const index = Math.floor((first + at) / tileWidth);
    const there = (first + at) % tileWidth;
    const before = there === 0 ? new Uint8Array() : existing(level, index);
    if (before.length !== there * hashBytes)
      throw new LogError('tile.length', `tile ${level}/${index} as it is stored`);
    const added = fresh.slice(at, at + tileWidth - there);
    tiles.push({ level, index, bytes: concatenated(before, ...added) });
    at += added.length;
  }
  return tiles;
}

// --- Bundles (tlog-tiles, "Log entries"): each entry after its length in two bytes, the higher first

/** @throws LogError bundle.entry_too_long beyond 65,535 bytes */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatenated(...entries.flatMap((entry) => [lengthOf(entry), entry]));
}

function lengthOf({ length }: Uint8Array): Uint8Array {
  if (length > longestEntry) throw new LogError('bundle.entry_too_long', `${length} bytes`);
  return Uint8Array.of(length >>> 8, length & 0xff);
}

/**
 * The entries of a bundle, as views of its bytes.
 * @throws LogError bundle.malformed for bytes that end within an entry, none, or more than 256 entries
 */
export function parseBundle(bytes: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const [high, low] = [bytes[at], bytes[at + 1]];
    if (high === undefined || low === undefined) throw new LogError('bundle.malformed', 'ends within a length');
    const end = at + 2 + high * 256 + low;
    if (end > bytes.length) throw new LogError('bundle.malformed', 'ends within an entry');
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  if (entries.length === 0 || entries.length > tileWidth)
    throw new LogError('bundle.malformed', `${entries.length} entries`);
  return entries;
}
