import * as Y from 'yjs';
import type { DocumentConnection } from './document-connection.js';
import { frames } from './collab-frames.js';

/** An update and who sent it: they have it already. */
export interface Told {
  readonly bytes: Uint8Array;
  readonly from: DocumentConnection | undefined;
}

/** Tells everybody who has a document open what is written in it: one frame a commit, made once for all. */
export class Telling {
  constructor(private readonly connections: ReadonlySet<DocumentConnection>) {}

  updates(told: readonly Told[]): void {
    if (told.length === 0) return;
    const senders = new Set(told.map(({ from }) => from));
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
  saved(senders: readonly DocumentConnection[], seq: number): void {
    const counts = new Map<DocumentConnection, number>();
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
