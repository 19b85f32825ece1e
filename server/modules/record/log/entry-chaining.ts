import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import { ChainRepository, type Chain } from './chain.repository.js';
import { DisclosureRepository } from './disclosure.repository.js';
import { madeEntry, type MadeEntry, type WaitingEntry } from './entry-maker.js';

/** An entry as it is hashed, with its place in the history of its subject. */
export type ChainedEntry = WaitingEntry & Pick<MadeEntry, 'record' | 'leaf'> & { readonly rev: number };

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
  async chained(tx: Tx, dyadId: string, waiting: readonly WaitingEntry[]): Promise<ChainedEntry[]> {
    const known = await this.chains.of(tx, dyadId, [...new Set(waiting.map(({ subject }) => subject))]);
    const continued = new Map(known.map((chain) => [chain.subject, chain]));
    const begun = new Map<string, Chain>();
    const entries: ChainedEntry[] = [];
    const told: Pick<MadeEntry, 'leaf' | 'told'>[] = [];
    for (const entry of waiting) {
      const chains = continued.has(entry.subject) ? continued : begun;
      const before = chains.get(entry.subject) ?? noHistory(entry.subject);
      const rev = before.rev + 1;
      const made = madeEntry(entry, { sub: before.sub, rev, prev: before.leaf, day: entry.day });
      chains.set(entry.subject, { ...before, rev, leaf: made.leaf });
      entries.push({ ...entry, rev, record: made.record, leaf: made.leaf });
      if (made.told.length > 0) told.push(made);
    }
    await this.chains.move(tx, dyadId, [...continued.values()], [...begun.values()]);
    await this.disclosures.add(tx, dyadId, told);
    return entries;
  }
}

/** The history of a subject that has none. */
const noHistory = (subject: string): Chain => ({ subject, sub: randomId(), rev: 0, leaf: null });
