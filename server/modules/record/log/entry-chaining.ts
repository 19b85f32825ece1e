import { Injectable } from '@nestjs/common';
import { setImmediate as turnOfOthers } from 'node:timers/promises';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import { ChainRepository, type Chain } from './chain.repository.js';
import { DisclosureRepository } from './disclosure.repository.js';
import { madeEntry, type MadeEntry, type WaitingEntry } from './entry-maker.js';

/** An entry as it is hashed, and its place in the history of its subject. */
export interface Chained<Waiting extends WaitingEntry> {
  readonly entry: Waiting;
  readonly rev: number;
  readonly made: MadeEntry;
}

/** So many entries are made in one go, a millisecond or so: a request that comes meanwhile does not wait for the others. */
const inOneGo = 32;

/**
 * Makes entries of what waits: continues the history of each subject, salts and hashes, and keeps what opens the commitments.
 * Done by whoever holds the head of the log, many at a time, so that a log costs whoever writes one row and no hash.
 */
@Injectable()
export class EntryChaining {
  constructor(
    private readonly chains: ChainRepository,
    private readonly disclosures: DisclosureRepository,
  ) {}

  /** Continues the chains by these entries, in their order. To be called with the head of the log locked. */
  async chained<Waiting extends WaitingEntry>(
    tx: Tx,
    dyadId: string,
    waiting: readonly Waiting[],
  ): Promise<Chained<Waiting>[]> {
    const known = await this.chains.of(tx, dyadId, [...new Set(waiting.map(({ subject }) => subject))]);
    const continued = new Map(known.map((chain) => [chain.subject, chain]));
    const begun = new Map<string, Chain>();
    const entries: Chained<Waiting>[] = [];
    for (const [at, entry] of waiting.entries()) {
      if (at > 0 && at % inOneGo === 0) await turnOfOthers();
      const chains = continued.has(entry.subject) ? continued : begun;
      const before = chains.get(entry.subject) ?? noHistory(entry.subject);
      const rev = before.rev + 1;
      const made = madeEntry(entry, { sub: before.sub, rev, prev: before.leaf, day: entry.day });
      chains.set(entry.subject, { ...before, rev, leaf: made.leaf });
      entries.push({ entry, rev, made });
    }
    const told = entries.map(({ made }) => made).filter((made) => made.told.length > 0);
    await Promise.all([
      this.chains.move(tx, dyadId, [...continued.values()], [...begun.values()]),
      this.disclosures.add(tx, dyadId, told),
    ]);
    return entries;
  }
}

/** The history of a subject that has none. */
const noHistory = (subject: string): Chain => ({ subject, sub: randomId(), rev: 0, leaf: null });
