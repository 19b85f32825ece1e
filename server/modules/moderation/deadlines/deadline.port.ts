import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { DeadlineKind, DueDeadline } from './deadline.repository.js';

/**
 * Does what a moment brings. It runs in the transaction that notes the moment as done, with the item it is about locked;
 * what the moment was set for may have been decided meanwhile, so it looks first.
 */
export type Duty = (tx: Tx, due: DueDeadline) => Promise<void>;

/** What is done when a moment has come, by kind; whoever sets such moments registers it. */
@Injectable()
export class DeadlineDuties {
  private readonly duties = new Map<DeadlineKind, Duty>();

  register(kind: DeadlineKind, duty: Duty): void {
    if (this.duties.has(kind)) throw new Error(`Two duties for deadlines of ${kind}`);
    this.duties.set(kind, duty);
  }

  /** The kinds that are done in the transaction that notes them as done. */
  get kinds(): readonly DeadlineKind[] {
    return [...this.duties.keys()];
  }

  async do(tx: Tx, due: DueDeadline): Promise<void> {
    const duty = this.duties.get(due.kind);
    if (!duty) throw new Error(`Nobody does what a deadline of ${due.kind} brings`);
    await duty(tx, due);
  }
}
