import { tilePath, tilesHolding, tileHashReader, type Tile } from '../../../../shared/log/tile.js';
import { perfectTrees, frontierOf, rootOf, type Coordinate, type HashReader } from '../../../../shared/log/tree.js';
import { hashBytes } from '../../../../shared/log/hash.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LogRepository } from './log.repository.js';

/** Reads hashes of a tree of some size out of the stored tiles: one query for all that a proof or a root needs. */
export class StoredTiles {
  constructor(private readonly log: Pick<LogRepository, 'tiles'>) {}

  /** @throws Error where a tile is missing or shorter than the tree is: what is stored is not this tree */
  async reader(tx: Tx, dyadId: string, size: number, coordinates: readonly Coordinate[]): Promise<HashReader> {
    const wanted = tilesHolding(coordinates, size);
    const stored = await this.log.tiles(tx, dyadId, wanted);
    const bytesOf = new Map(stored.map((tile) => [`${tile.level}/${tile.index}`, tile.bytes]));
    return tileHashReader(logCrypto.sha256, size, (tile) => begun(tile, bytesOf.get(`${tile.level}/${tile.index}`)));
  }

  /** The root that the tree had when it had this size. */
  async rootAt(tx: Tx, dyadId: string, size: number): Promise<Uint8Array> {
    const trees = perfectTrees(0, size);
    return rootOf(logCrypto.sha256, frontierOf(size, await this.reader(tx, dyadId, size, trees)));
  }
}

/** A partial tile is the beginning of what is stored: every size that there ever was is served from one row. */
export function begun(tile: Tile, stored: Uint8Array | undefined): Uint8Array {
  const length = tile.width * hashBytes;
  if (!stored || stored.length < length) throw new Error(`The log has no ${tilePath(tile)}`);
  return stored.subarray(0, length);
}
