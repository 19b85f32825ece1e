import * as Y from 'yjs';
import { frames } from './collab-frames.js';
import type { Guest } from './document-guest.js';

/** An update and who sent it: they have it already. */
export interface Told {
  readonly bytes: Uint8Array;
  readonly from: Guest | undefined;
}

/** Up to so many updates are put together once more for each sender, without what they sent themselves. */
const fewUpdates = 16;

/** As long as a screen shows one picture, sixty times a second: nobody sees more than what comes once in it. */
const pictureMilliseconds = 16;

/**
 * Tells everybody who has a document open what is written in it: at once, unless they were just told something, and then
 * all that was written meanwhile in one frame, made once for all. What it costs to tell two hundred people something is
 * mostly the two hundred frames.
 */
export class Telling {
  private waiting: Told[] = [];
  private pause: NodeJS.Timeout | undefined;

  constructor(private readonly connections: ReadonlySet<Guest>) {}

  updates(told: readonly Told[]): void {
    this.waiting = this.waiting.concat(told);
    if (!this.pause) this.tellWaiting();
  }

  /** What is written and nobody was told yet. */
  get untold(): Uint8Array[] {
    return this.waiting.map(({ bytes }) => bytes);
  }

  private tellWaiting(): void {
    this.pause = undefined;
    const told = this.waiting;
    if (told.length === 0) return;
    this.waiting = [];
    this.pause = setTimeout(() => this.tellWaiting(), pictureMilliseconds);
    this.tell(told);
  }

  /** Of a large part senders get what they sent too, which changes nothing: leaving it out for each costs far more. */
  private tell(told: readonly Told[]): void {
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

  destroy(): void {
    clearTimeout(this.pause);
  }
}

const together = (told: readonly Told[]): Uint8Array =>
  told.length === 1 && told[0] ? told[0].bytes : Y.mergeUpdates(told.map(({ bytes }) => bytes));
