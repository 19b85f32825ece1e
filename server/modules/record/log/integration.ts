import { Injectable } from '@nestjs/common';
import { tileAdditions, tileWidth } from '../../../../shared/log/tile.js';
import { appended, rootOf, type Frontier } from '../../../../shared/log/tree.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EntryChaining, type ChainedEntry } from './entry-chaining.js';
import type { WaitingEntry } from './entry-maker.js';
import { LogRepository, type LogHead } from './log.repository.js';

/** The tiles of a tree that are not full, one a level: those that further leaves begin with. */
function partialTiles(size: number): { level: number; index: number }[] {
  const tiles: { level: number; index: number }[] = [];
  for (let [level, hashes] = [0, size]; hashes > 0; [level, hashes] = [level + 1, Math.floor(hashes / tileWidth)]) {
    if (hashes % tileWidth > 0) tiles.push({ level, index: Math.floor(hashes / tileWidth) });
  }
  return tiles;
}

/** Gives entries their numbers. */
@Injectable()
export class Integration {
  constructor(
    private readonly log: LogRepository,
    private readonly chaining: EntryChaining,
  ) {}

  /** The dyads with entries that wait, or with entries that are not signed yet. */
  waiting(tx: Tx): Promise<string[]> {
    return this.log.withWork(tx);
  }

  /** Takes so many entries at most out of the queue into the log. @returns how many there were */
  async advance(tx: Tx, head: LogHead, most: number): Promise<number> {
    const waiting = await this.log.take(tx, head.dyadId, most);
    if (waiting.length > 0) await this.integrate(tx, head, waiting);
    return waiting.length;
  }

  /** Makes entries whole, numbers them from the head on, and stores the tree with them. @returns the head as it is then */
  async integrate(tx: Tx, head: LogHead, waiting: readonly WaitingEntry[]): Promise<LogHead> {
    const entries = await this.chaining.chained(tx, head.dyadId, waiting);
    const leaves = entries.map(({ leaf }) => leaf);
    const frontier = leaves.reduce<Frontier>((tree, leaf) => appended(logCrypto.sha256, tree, leaf), head);
    const moved = { ...head, ...frontier, root: rootOf(logCrypto.sha256, frontier) };
    await this.log.add(tx, head.dyadId, head.size, entries);
    await this.grow(tx, head, entries);
    await this.log.move(tx, moved);
    return moved;
  }

  private async grow(tx: Tx, { dyadId, size }: LogHead, entries: readonly ChainedEntry[]): Promise<void> {
    const partial = await this.log.tiles(tx, dyadId, partialTiles(size));
    const tiles = tileAdditions(
      logCrypto.sha256,
      size,
      entries.map(({ leaf }) => leaf),
      (level, index) => partial.find((tile) => tile.level === level && tile.index === index)?.bytes ?? new Uint8Array(),
    );
    await this.log.grow(tx, dyadId, tiles);
  }
}
