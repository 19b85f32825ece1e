import { tileAdditions, tileWidth } from '../../../../shared/log/tile.js';
import { appended, rootOf, type Frontier } from '../../../../shared/log/tree.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { LogHead, LogRepository, WaitingEntry } from './log.repository.js';

/** The tiles of a tree that are not full, one a level: those that further leaves begin with. */
function partialTiles(size: number): { level: number; index: number }[] {
  const tiles: { level: number; index: number }[] = [];
  for (let [level, hashes] = [0, size]; hashes > 0; [level, hashes] = [level + 1, Math.floor(hashes / tileWidth)]) {
    if (hashes % tileWidth > 0) tiles.push({ level, index: Math.floor(hashes / tileWidth) });
  }
  return tiles;
}

/** Gives entries their numbers, from the head on, and stores the tree with them. @returns the head as it is then */
export async function integrated(
  tx: Tx,
  log: LogRepository,
  head: LogHead,
  entries: readonly WaitingEntry[],
): Promise<LogHead> {
  const partial = await log.tiles(tx, head.dyadId, partialTiles(head.size));
  const leaves = entries.map(({ leaf }) => leaf);
  const tiles = tileAdditions(
    logCrypto.sha256,
    head.size,
    leaves,
    (level, index) => partial.find((tile) => tile.level === level && tile.index === index)?.bytes ?? new Uint8Array(),
  );
  const frontier = leaves.reduce<Frontier>((tree, leaf) => appended(logCrypto.sha256, tree, leaf), head);
  const moved = { ...head, ...frontier, root: rootOf(logCrypto.sha256, frontier) };
  await log.add(tx, head.dyadId, head.size, entries);
  await log.grow(tx, head.dyadId, tiles);
  await log.move(tx, moved);
  return moved;
}
