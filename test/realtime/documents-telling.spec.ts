import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { CollabConnection } from '../../server/modules/documents/collab-connection.js';
import { readFrame } from '../../server/modules/documents/collab-frames.js';
import { Telling, type Told } from '../../server/modules/documents/telling.js';
import { until } from '../support/live.js';

/** Somebody who keeps the frames they are told. */
class Listener {
  readonly frames: Uint8Array[] = [];

  tell(frame: Uint8Array): void {
    this.frames.push(frame);
  }

  get text(): string {
    const doc = new Y.Doc();
    for (const bytes of this.frames) {
      // The message stands after two bytes that say its length, or four where it is longer.
      const frame = readFrame(bytes.subarray(bytes[1] === 126 ? 4 : 2));
      if (frame.kind === 'update') Y.applyUpdate(doc, frame.update);
    }
    return doc.getText().toJSON();
  }
}

/** Each listener types a letter in a document of their own, `times` times. */
function typed(listeners: readonly Listener[], times: number): Told[] {
  return listeners.flatMap((listener, index) => {
    const doc = new Y.Doc();
    const told: Told[] = [];
    doc.on('update', (bytes: Uint8Array) => told.push({ bytes, from: listener as unknown as CollabConnection }));
    for (let time = 0; time < times; time += 1) doc.getText().insert(time, String(index));
    return told;
  });
}

const tellingTo = (listeners: readonly Listener[]): Telling =>
  new Telling(new Set(listeners as unknown as readonly CollabConnection[]));

const lettersOf = (text: string): string => [...text].toSorted().join('');

describe('Telling', () => {
  it('leaves out what a sender sent while a commit is small', () => {
    const listeners = [new Listener(), new Listener(), new Listener()] as const;
    tellingTo(listeners).updates(typed(listeners.slice(0, 2), 4));
    expect(listeners.map(({ text }) => lettersOf(text))).toEqual(['1111', '0000', '00001111']);
  });

  it('makes one frame for everybody of a large commit', () => {
    const listeners = [new Listener(), new Listener(), new Listener()] as const;
    tellingTo(listeners).updates(typed(listeners.slice(0, 2), 100));
    const [frame] = listeners[0].frames;
    for (const listener of listeners) {
      expect(listener.frames).toHaveLength(1);
      expect(listener.frames[0]).toBe(frame);
      expect(lettersOf(listener.text)).toBe('0'.repeat(100) + '1'.repeat(100));
    }
  });

  it('tells at once, then what comes within a picture together, and counts it as untold until then', async () => {
    const [writer, reader] = [new Listener(), new Listener()];
    const telling = tellingTo([writer, reader]);
    const [first, second, third] = typed([writer], 3).map((one) => [one]);
    for (const told of [first, second, third]) telling.updates(told ?? []);
    expect(reader.frames).toHaveLength(1);
    expect(telling.untold).toHaveLength(2);
    await until(() => reader.frames.length > 1);
    expect(reader.text).toBe('000');
    expect(reader.frames).toHaveLength(2);
    expect(telling.untold).toEqual([]);
    telling.destroy();
  });
});
