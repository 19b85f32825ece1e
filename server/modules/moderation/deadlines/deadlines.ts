import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import { DeadlineRepository, type DeadlineKind, type DueDeadline, type Subject } from './deadline.repository.js';

/** Sets moments at which something happens by itself, and takes them back. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly deadlines: DeadlineRepository,
    private readonly clock: Clock,
  ) {}

  async set(tx: Tx, dyadId: string, deadline: { kind: DeadlineKind; dueAt: Date } & Subject): Promise<void> {
    await this.deadlines.add(tx, { ...deadline, id: randomId(), dyadId });
  }

  /** Nothing is to happen any more: it was done, or another decision came first. */
  async settle(tx: Tx, about: { kinds: readonly DeadlineKind[] } & Subject): Promise<void> {
    await this.deadlines.settle(tx, about, this.clock.now());
  }

  /** Moments of a kind that have come, to be done outside of the transaction within some minutes; then they come again. */
  lend(
    tx: Tx,
    wanted: { readonly kind: DeadlineKind; readonly most: number },
    lease: { readonly minutes: number },
  ): Promise<DueDeadline[]> {
    return this.deadlines.lend(tx, wanted, { now: this.clock.now(), again: this.clock.in(lease) });
  }

  /** Notes that what was lent is done. @returns false when another did it, or it is not to be done any more */
  finish(tx: Tx, id: string): Promise<boolean> {
    return this.deadlines.finish(tx, id, this.clock.now());
  }
}
