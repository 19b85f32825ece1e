import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { LogRepository, type LogHead } from './log.repository.js';
import { RollbackGuard } from './rollback-guard.js';
import { StoredTiles } from './stored-tiles.js';
import { WitnessMemory } from './witness-memory.js';

/** All that remembers what was signed of a log, beside its head: the file outside the database, and the witnesses. */
@Injectable()
export class SignedBefore {
  private readonly tiles: StoredTiles;

  constructor(
    log: LogRepository,
    private readonly file: RollbackGuard,
    private readonly witnesses: WitnessMemory,
  ) {
    this.tiles = new StoredTiles(log);
  }

  /** Asks the witnesses of a log; it takes as long as the slowest of them may, so no transaction waits for it. */
  ask(dyadId: string): Promise<void> {
    return this.witnesses.ask(dyadId);
  }

  /** @throws RolledBack when the log is not what was signed */
  async compare(tx: Tx, { dyadId, size }: LogHead): Promise<void> {
    const rootAt = (earlier: number): Promise<Uint8Array> => this.tiles.rootAt(tx, dyadId, earlier);
    await this.file.compare(dyadId, size, rootAt);
    await this.witnesses.compare(dyadId, size, rootAt);
  }

  /** Remembers what is about to be signed: durable when it returns. */
  remember(head: LogHead): Promise<void> {
    return this.file.remember(head.dyadId, head);
  }
}
