import { describe, expect, it } from 'vitest';
import { SystemClock } from '../../platform/clock/clock.js';
import { Log } from '../../platform/logging/log.js';
import { AppendLog, type Appender } from './append-log.js';
import type { DocumentLogRepository } from './document-log.repository.js';

const nowhere: Pick<DocumentLogRepository, 'append'> = {
  append: async (batches) => new Set(batches.map(({ document }) => document)),
};

/** A document in which something always waits when it is woken. */
class Waiting implements Appender {
  readonly id = 'd';
  readonly isBehind = false;
  hasMore = true;
  whenWritten: () => void = () => undefined;

  begin() {
    const after = { seq: 0, chain: Buffer.alloc(32) };
    return { document: this.id, dyadId: 'd', after, updates: [], bindings: [] };
  }

  written(): void {
    this.hasMore = false;
    this.whenWritten();
  }

  turnBack(): void {
    throw new Error('nothing fails here');
  }

  stalled(): void {
    throw new Error('nothing stalls here');
  }

  async catchUp(): Promise<void> {
    throw new Error('nobody else writes here');
  }
}

describe('the log of all documents', () => {
  it.each(Array.from({ length: 25 }, (_, turns) => turns))(
    'hears who wakes it %i turns after it wrote, whatever it is doing then',
    async (turns) => {
      const log = new AppendLog(new Log('silent'), nowhere as DocumentLogRepository, new SystemClock());
      const document = new Waiting();
      let written = 0;
      await new Promise<void>((resolve) => {
        document.whenWritten = () => {
          written += 1;
          if (written === 2) return resolve();
          void wakeAfter(turns);
        };
        log.wake(document);
      });
      expect(written).toBe(2);

      async function wakeAfter(left: number): Promise<void> {
        for (let turn = 0; turn < left; turn += 1) await Promise.resolve();
        document.hasMore = true;
        log.wake(document);
      }
    },
    2_000,
  );
});
