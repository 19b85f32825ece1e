import type { Checkpoint } from '../../../shared/log/checkpoint.js';
import { sameBytes } from '../../../shared/log/encoding.js';
import { attempt } from '../../../shared/log/error.js';
import type { Hash } from '../../../shared/log/hash.js';
import { consistencyPlan, proofOf, verifyConsistency } from '../../../shared/log/proof.js';
import { held, type CheckState } from '../../../shared/log/signed-checkpoint.js';
import { tileHashReader, tilePath, tilesHolding, type Tile } from '../../../shared/log/tile.js';
import { frontierOf, perfectTrees, rootOf, type Coordinate, type HashReader } from '../../../shared/log/tree.js';
import { logCrypto } from '../../platform/crypto/log-crypto.js';
import { forEach } from './log-address.js';

const { sha256 } = logCrypto;

/** Gives the bytes of a tile, which may be longer than its width; nothing where there are none. */
export type TileSource = (tile: Tile) => Promise<Uint8Array | undefined>;

/** Fetches the tiles that the hashes at these coordinates lie in. @returns nothing where one of them is not there */
export async function hashesAt(
  tileAt: TileSource,
  size: number,
  coordinates: readonly Coordinate[],
): Promise<HashReader | undefined> {
  const tiles = new Map<string, Uint8Array>();
  const wanted = tilesHolding(coordinates, size);
  await forEach(wanted, async (tile) => {
    const bytes = await tileAt(tile);
    if (bytes !== undefined) tiles.set(tilePath(tile), bytes);
  });
  if (tiles.size < wanted.length) return undefined;
  return tileHashReader(sha256, size, (tile) => tiles.get(tilePath(tile)) ?? new Uint8Array());
}

export interface Between {
  /** `not_known` where the tiles are missing, or are not those of the larger tree: then they prove nothing. */
  readonly state: CheckState;
  /** What was tried as the proof. */
  readonly proof: readonly Hash[];
}

/** Whether one tree is the beginning of another, by the tiles of the larger one. */
export async function between(
  tileAt: TileSource,
  older: Pick<Checkpoint, 'size' | 'root'>,
  newer: Pick<Checkpoint, 'size' | 'root'>,
): Promise<Between> {
  const state = (proof: readonly Hash[]): CheckState =>
    held(verifyConsistency(sha256, { from: older, to: newer, proof }));
  if (older.size === newer.size || older.size === 0) return { state: state([]), proof: [] };
  const plan = consistencyPlan({ from: older.size, to: newer.size });
  const read = await hashesAt(tileAt, newer.size, [...perfectTrees(0, newer.size), ...plan.flat()]);
  const proof = read && attempt(() => proofOf(sha256, plan, read));
  const root = read && attempt(() => rootOf(sha256, frontierOf(newer.size, read)));
  if (proof === undefined || root === undefined || !sameBytes(root, newer.root))
    return { state: 'not_known', proof: proof ?? [] };
  return { state: state(proof), proof };
}
