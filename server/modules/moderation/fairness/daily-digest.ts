import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Tx } from '../../../platform/database/tx.js';
import { FactRelay } from '../../../platform/events/fact-relay.js';
import { dyadFounded } from '../../dyads/dyads.events.js';
import { DeadlineDuties } from '../deadlines/deadline.port.js';
import { Deadlines } from '../deadlines/deadlines.js';
import { DigestPublication } from './digest-publication.js';

const dayMilliseconds = 86_400_000;

/**
 * At the end of every day, UTC, of every dyad: what moderators did goes into the public record. Each day's moment sets the
 * next, so days on which the server was down are told one after the other when it is back, each once.
 */
@Injectable()
export class DailyDigest implements OnModuleInit {
  constructor(
    private readonly duties: DeadlineDuties,
    private readonly deadlines: Deadlines,
    private readonly publication: DigestPublication,
    private readonly facts: FactRelay,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.facts.on(dyadFounded, 'digest', (tx, _founded, dyadId) => this.begin(tx, dyadId));
    this.duties.register('digest', async (tx, { dyadId, dueAt }) => {
      await this.publication.publish(tx, dyadId, dayOf(new Date(dueAt.getTime() - dayMilliseconds)));
      await this.setNext(tx, dyadId, dueAt);
    });
  }

  /** From today on. */
  private async begin(tx: Tx, dyadId: string): Promise<void> {
    await this.setNext(tx, dyadId, new Date(Date.parse(`${dayOf(this.clock.now())}T00:00:00Z`)));
  }

  private setNext(tx: Tx, dyadId: string, after: Date): Promise<void> {
    return this.deadlines.set(tx, dyadId, { kind: 'digest', dueAt: new Date(after.getTime() + dayMilliseconds) });
  }
}
