import * as Y from 'yjs';
import { frames } from './collab-frames.js';
import type { Guest } from './document-guest.js';

/** An update and who sent it: they have it already. */
export interface Told {
  readonly bytes: Uint8Array;
  readonly from: Guest | undefined;
}

/** Up to so many updates of a commit are put together once more for each sender, without what they sent themselves. */
const fewUpdates = 16;

/** Tells everybody who has a document open what is written in it: one frame a commit, made once for all. */
export class Telling {
  constructor(private readonly connections: ReadonlySet<Guest>) {}

  /** Of a large commit senders get what they sent too, which changes nothing: leaving it out for each costs far more. */
  updates(told: readonly Told[]): void {
    if (told.length === 0) return;
    const senders = new Set(told.length <= fewUpdates ? told.map(({ from }) => from) : []);
    const forAll = frames.update(together(told));
    for (const connection of this.connections) {
      if (!senders.has(connection)) connection.tell(forAll);
      else {
        const others = told.filter(({ from }) => from !== connection);
        if (others.length > 0) connection.tell(frames.update(together(others)));
      }
    }
  }

  /** Says to each sender that its frames are written. */
  saved(senders: readonly Guest[], seq: number): void {
    const counts = new Map<Guest, number>();
    for (const sender of senders) counts.set(sender, (counts.get(sender) ?? 0) + 1);
    for (const [sender, count] of counts) sender.saved(count, seq);
  }

  awareness(update: Uint8Array): void {
    const frame = frames.awareness(update);
    for (const connection of this.connections) connection.tell(frame);
  }
}

const together = (told: readonly Told[]): Uint8Array =>
  told.length === 1 && told[0] ? told[0].bytes : Y.mergeUpdates(told.map(({ bytes }) => bytes));
