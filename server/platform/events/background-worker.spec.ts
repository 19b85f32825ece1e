import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { Log } from '../logging/log.js';
import { BackgroundWorker } from './background-worker.js';
import { Drains } from './drains.js';

/** Takes what lies in a pile, one a turn; a turn lasts until it is let on. */
class Counter extends BackgroundWorker {
  readonly taken: string[] = [];
  underWay = 0;
  most = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    readonly pile: string[],
    goesByItself = true,
    atOnce?: number,
    private readonly isSlow = false,
  ) {
    super(new Drains(new Log('silent'), goesByItself), {
      everyMilliseconds: 60_000,
      failure: 'counter.failed',
      atOnce,
    });
  }

  letOn(): void {
    for (const go of this.waiting.splice(0)) go();
  }

  protected override async turn(): Promise<boolean> {
    const next = this.pile.shift();
    if (next === undefined) return false;
    if (next === 'broken') throw new Error('This one cannot be taken');
    this.underWay += 1;
    this.most = Math.max(this.most, this.underWay);
    if (this.isSlow) await new Promise<void>((resolve) => void this.waiting.push(resolve));
    this.underWay -= 1;
    this.taken.push(next);
    return true;
  }
}

const workers: Counter[] = [];
const counter = (...of: ConstructorParameters<typeof Counter>): Counter => {
  const worker = new Counter(...of);
  workers.push(worker);
  return worker;
};

afterEach(async () => {
  for (const worker of workers.splice(0)) {
    const stopped = worker.onModuleDestroy();
    worker.letOn();
    await stopped;
  }
});

describe('a background worker', () => {
  it('begins with the application, and goes on until there is no more', async () => {
    const worker = counter(['one', 'two', 'three']);
    await pause(5);
    expect(worker.taken).toEqual([]);
    worker.onApplicationBootstrap();
    await worker.idle();
    expect(worker.taken).toEqual(['one', 'two', 'three']);
    worker.pile.push('four');
    worker.wake();
    await pause(5);
    expect(worker.taken).toEqual(['one', 'two', 'three', 'four']);
  });

  it('finishes the turn under way when the application ends, and takes no other', async () => {
    const worker = counter(['one', 'two'], true, 1, true);
    worker.onApplicationBootstrap();
    await pause(5);
    let isOver = false;
    const over = worker.onModuleDestroy().then(() => (isOver = true));
    await pause(5);
    expect(isOver).toBe(false);
    worker.letOn();
    await over;
    worker.wake();
    await worker.idle();
    expect([worker.taken, worker.pile]).toEqual([['one'], ['two']]);
  });

  it('goes on after a turn that failed when it is woken', async () => {
    const worker = counter(['one', 'broken', 'two']);
    worker.onApplicationBootstrap();
    await worker.idle();
    expect(worker.taken).toEqual(['one']);
    worker.wake();
    await worker.idle();
    expect(worker.taken).toEqual(['one', 'two']);
  });

  it('has as many turns under way as it is told, and one otherwise', async () => {
    const most = async (atOnce?: number): Promise<number> => {
      const worker = counter(['one', 'two', 'three'], true, atOnce, true);
      worker.onApplicationBootstrap();
      await pause(5);
      return worker.most;
    };
    expect([await most(), await most(2)]).toEqual([1, 2]);
  });

  it('does nothing that nobody waits for where workers do not go by themselves', async () => {
    const worker = counter(['one'], false);
    worker.onApplicationBootstrap();
    worker.wake();
    await pause(5);
    expect(worker.taken).toEqual([]);
    await worker.idle();
    expect(worker.taken).toEqual(['one']);
  });
});
