import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { genesis, linkHash } from './items/event-chain.js';
import type { Item } from './items/item.js';
import { ItemEventRepository, type ChainedEvent, type ChainHead } from './items/item-event.repository.js';
import { differences, project, waitedSeconds } from './items/item-projection.js';
import { ItemProjectionRepository } from './items/item-projection.repository.js';
import { ItemRepository } from './items/item.repository.js';

/** What was found when the events of a dyad were read again. */
export interface Examined {
  readonly events: number;
  readonly items: number;
  /** What does not hold, in a sentence, at the first place where it does not. */
  readonly fault: string | null;
}

/** Few enough that a part waits in full while the one before it is looked at. */
const atOnce = 1_000;

/** The state of a reading: the newest link, and every item as the events so far leave it. */
interface Reading {
  head: ChainHead;
  readonly items: Map<string, Item>;
}

/** Reads all events of a dyad again: to check them and what was made of them, or to make that anew. For the command line. */
@Injectable()
export class EventLedger {
  constructor(
    private readonly events: ItemEventRepository,
    private readonly items: ItemRepository,
    private readonly projection: ItemProjectionRepository,
  ) {}

  /** Whether the chain is whole, every step is one of the table's, and every item stands where its events lead. */
  async verify(tx: Tx, dyadId: string): Promise<Examined> {
    await this.projection.lockToRead(tx);
    const { reading, fault } = await this.read(tx, dyadId);
    const found = fault ?? (await this.headFault(tx, dyadId, reading)) ?? (await this.itemFault(tx, dyadId, reading));
    return { events: reading.head.seq, items: reading.items.size, fault: found ?? null };
  }

  /** Makes every item anew from the events alone. Where these are broken, nothing is changed. */
  async rebuild(tx: Tx, dyadId: string): Promise<Examined> {
    await this.projection.lockToWrite(tx);
    const { reading, fault } = await this.read(tx, dyadId);
    if (fault === undefined) await this.projection.replace(tx, dyadId, [...reading.items.values()]);
    return { events: reading.head.seq, items: reading.items.size, fault: fault ?? null };
  }

  private async read(tx: Tx, dyadId: string): Promise<{ reading: Reading; fault?: string }> {
    const reading: Reading = { head: { seq: 0, hash: genesis }, items: new Map() };
    let coming = this.events.after(tx, dyadId, 0, atOnce);
    for (let from = atOnce; ; from += atOnce) {
      const batch = await coming;
      // Where no event is missing, the next part begins there: the database reads it while this one is looked at.
      const isLast = batch.length < atOnce;
      if (!isLast) {
        coming = this.events.after(tx, dyadId, from, atOnce);
        await isUnderWay();
      }
      const fault = takeAll(reading, batch);
      if (fault === undefined && !isLast) continue;
      await coming;
      return fault === undefined ? { reading } : { reading, fault: `Of dyad ${dyadId}: ${fault}.` };
    }
  }

  private async headFault(tx: Tx, dyadId: string, { head }: Reading): Promise<string | undefined> {
    const kept = (await this.events.head(tx, dyadId)) ?? { seq: 0, hash: genesis };
    if (kept.seq === head.seq && kept.hash.equals(head.hash)) return undefined;
    return `The chain of dyad ${dyadId} ends at event ${head.seq}, and its head says ${kept.seq}.`;
  }

  private async itemFault(tx: Tx, dyadId: string, { items }: Reading): Promise<string | undefined> {
    const stored = await this.items.all(tx, dyadId);
    const lost = [...items.keys()].find((id) => !stored.has(id));
    if (lost !== undefined) return `Item ${lost} has events and is not there.`;
    for (const [id, item] of stored) {
      const told = items.get(id);
      if (!told) return `Item ${id} is there without an event.`;
      const [first] = differences(item, told);
      if (first !== undefined) return `Item ${id} does not stand where its events lead: ${first}.`;
    }
    return undefined;
  }
}

/** Resolves when what was asked in this turn of the event loop is on its way. */
const isUnderWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** So many events further. @returns what is wrong with the first that is wrong */
function takeAll(reading: Reading, events: readonly ChainedEvent[]): string | undefined {
  for (const event of events) {
    const fault = take(reading, event);
    if (fault !== undefined) return `event ${event.seq}: ${fault}`;
  }
  return undefined;
}

/** One event further. @returns what is wrong with it */
function take(reading: Reading, event: ChainedEvent): string | undefined {
  const { head, items } = reading;
  const { previous, hash } = event;
  if (event.seq !== head.seq + 1) return `it follows event ${head.seq}`;
  if (!previous.equals(head.hash)) return 'it is chained to another one than the one before it';
  if (!linkHash(previous, event).equals(hash)) return 'it is not what was hashed';
  const before = items.get(event.itemId);
  const after = project(before, event);
  if (after?.state !== event.state)
    return `${event.type} does not lead from ${before?.state ?? 'new'} to ${event.state}`;
  if (waitedSeconds(before, event) !== event.waitedSeconds) return 'it says another time of waiting than there was';
  items.set(event.itemId, after);
  reading.head = { seq: event.seq, hash };
  return undefined;
}
