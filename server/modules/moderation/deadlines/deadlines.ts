import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import { DeadlineRepository, type DeadlineKind, type Subject } from './deadline.repository.js';

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
}
