import { Injectable } from '@nestjs/common';
import type { Hash } from '../../../../shared/log/hash.js';
import { tileAdditions, tileWidth, type GrownTile } from '../../../../shared/log/tile.js';
import { appended, rootOf } from '../../../../shared/log/tree.js';
import { logCrypto } from '../../../platform/crypto/log-crypto.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EntryChaining, type Chained } from './entry-chaining.js';
import type { WaitingEntry } from './entry-maker.js';
import { LogRepository, type LogHead, type StoredTile } from './log.repository.js';

/** The tiles of a tree that are not full, one a level: those that further leaves begin with. */
function partialTiles(size: number): { level: number; index: number }[] {
  const tiles: { level: number; index: number }[] = [];
  for (let [level, hashes] = [0, size]; hashes > 0; [level, hashes] = [level + 1, Math.floor(hashes / tileWidth)]) {
    if (hashes % tileWidth > 0) tiles.push({ level, index: Math.floor(hashes / tileWidth) });
  }
  return tiles;
}

/** The tiles that further leaves make longer, or new. */
const grownTiles = (size: number, leaves: readonly Hash[], partial: readonly StoredTile[]): GrownTile[] =>
  tileAdditions(
    logCrypto.sha256,
    size,
    leaves,
    (level, index) => partial.find((tile) => tile.level === level && tile.index === index)?.bytes ?? new Uint8Array(),
  );

/** Gives entries their numbers. */
@Injectable()
export class Integration {
  constructor(
    private readonly log: LogRepository,
    private readonly chaining: EntryChaining,
  ) {}

  /** The dyads with entries that wait, or with entries that are not signed yet. */
  withWork(tx: Tx): Promise<string[]> {
    return this.log.withWork(tx);
  }

  /** Gives so many entries at most that wait their numbers. @returns how many there were */
  async advance(tx: Tx, head: LogHead, most: number): Promise<number> {
    const waiting = await this.log.waiting(tx, head.dyadId, most);
    if (waiting.length > 0)
      await this.integrate(tx, head, waiting, (entries) => this.log.enter(tx, head.dyadId, head.size, entries));
    return waiting.length;
  }

  /** Begins a log with entries that never waited. @returns its head */
  begin(tx: Tx, head: LogHead, first: readonly WaitingEntry[]): Promise<LogHead> {
    return this.integrate(tx, head, first, (entries) => this.log.begin(tx, head.dyadId, entries));
  }

  /** Makes entries whole, numbers them from the head on, and stores the tree with them. @returns the head as it is then */
  private async integrate<Waiting extends WaitingEntry>(
    tx: Tx,
    head: LogHead,
    waiting: readonly Waiting[],
    store: (entries: readonly Chained<Waiting>[]) => Promise<void>,
  ): Promise<LogHead> {
    const { dyadId, size } = head;
    const [entries, partial] = await Promise.all([
      this.chaining.chained(tx, dyadId, waiting),
      this.log.tiles(tx, dyadId, partialTiles(size)),
    ]);
    const leaves = entries.map(({ made }) => made.leaf);
    const frontier = appended(logCrypto.sha256, head, leaves);
    const moved = { ...head, ...frontier, root: rootOf(logCrypto.sha256, frontier) };
    await Promise.all([
      store(entries),
      this.log.grow(tx, dyadId, grownTiles(size, leaves, partial)),
      this.log.move(tx, moved),
    ]);
    return moved;
  }
}
