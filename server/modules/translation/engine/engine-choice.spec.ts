import { describe, expect, it } from 'vitest';
import { CircuitBreaker } from './circuit-breaker.js';
import { ConcurrencyGate } from './concurrency-gate.js';
import { EngineChoice } from './engine-choice.js';
import { PseudoEngine } from './pseudo.engine.js';
import { EngineError, type Egress, type Pair, type TranslationEngine } from './translation-engine.js';

const wanted = { source: 'mk', target: 'bg' };

function engine(id: string, egress: Egress, pairs: () => Promise<readonly Pair[]> = async () => [wanted]) {
  const pseudo = new PseudoEngine();
  return {
    id,
    egress,
    pairs,
    version: () => pseudo.version(),
    via: () => null,
    translate: (pair, segments) => pseudo.translate(pair, segments),
    isWell: async () => true,
  } satisfies TranslationEngine;
}

const idsOf = async (
  choice: EngineChoice,
  pair: Pair = wanted,
  mayAsk?: (engine: TranslationEngine) => boolean,
): Promise<string[]> => (await choice.serving(pair, mayAsk)).map((one) => one.engine.id);

describe('the choice of an engine', () => {
  it('keeps the order, and takes those only that serve the pair', async () => {
    const choice = new EngineChoice([engine('one', 'local'), engine('two', 'self-hosted')]);
    expect(await idsOf(choice)).toEqual(['one', 'two']);
    expect(await idsOf(choice, { source: 'mkd', target: 'bg-BG' })).toEqual(['one', 'two']);
    expect(await idsOf(choice, { source: 'bg', target: 'mk' })).toEqual([]);
    expect(await idsOf(choice, { source: 'mk-Latn', target: 'bg' })).toEqual([]);
  });

  it('never names a third party without consent, and puts it last with it', async () => {
    const choice = new EngineChoice([engine('far', 'third-party'), engine('near', 'self-hosted')]);
    expect(await idsOf(choice)).toEqual(['near']);
    expect(await idsOf(choice, wanted, () => true)).toEqual(['near', 'far']);
    expect(await idsOf(choice, wanted, ({ id }) => id === 'far')).toEqual(['far']);
  });

  it('puts one that keeps failing last, and asks it again after a minute', async () => {
    let now = 0;
    const choice = new EngineChoice([engine('one', 'local'), engine('two', 'local')], () => now);
    const [first] = await choice.serving(wanted);
    for (let failure = 0; failure < 5; failure += 1) first?.breaker.failed();
    expect(await idsOf(choice)).toEqual(['two', 'one']);
    expect(choice.resting()).toEqual(['one']);
    now = 60_000;
    expect(await idsOf(choice)).toEqual(['one', 'two']);
  });

  it('remembers the pairs for a minute, also of an engine that cannot say them just now', async () => {
    let now = 0;
    let asked = 0;
    const flaky = engine('flaky', 'local', async () => {
      asked += 1;
      if (asked === 2) throw new EngineError('unavailable', 'flaky');
      return asked === 3 ? [] : [wanted];
    });
    const choice = new EngineChoice([flaky], () => now);
    expect([await idsOf(choice), await idsOf(choice), asked]).toEqual([['flaky'], ['flaky'], 1]);
    now = 60_001;
    expect(await idsOf(choice)).toEqual(['flaky']);
    now = 120_002;
    expect(await idsOf(choice)).toEqual([]);
  });
});

describe('the circuit breaker', () => {
  const broken = (times: number, everyMilliseconds: number, error?: EngineError) => {
    const clock = { now: 0 };
    const breaker = new CircuitBreaker(() => clock.now);
    for (let failure = 0; failure < times; failure += 1) {
      clock.now = failure * everyMilliseconds;
      breaker.failed(error);
    }
    return { clock, breaker };
  };

  it('opens after five failures within half a minute, for a minute', () => {
    expect(broken(4, 1_000).breaker.isOpen).toBe(false);
    expect(broken(9, 7_500).breaker.isOpen).toBe(false);
    const { clock, breaker } = broken(5, 7_000);
    expect([breaker.isOpen, breaker.retryAfterSeconds]).toEqual([true, 60]);
    clock.now += 59_999;
    expect(breaker.isOpen).toBe(true);
    clock.now += 1;
    expect([breaker.isOpen, breaker.retryAfterSeconds]).toEqual([false, 0]);
  });

  it('opens again at the first failure after the pause, and closes at the first success', () => {
    const { clock, breaker } = broken(5, 0);
    breaker.succeeded();
    expect(breaker.isOpen).toBe(true);
    clock.now = 60_000;
    breaker.failed();
    expect(breaker.isOpen).toBe(true);
    clock.now = 120_000;
    breaker.succeeded();
    breaker.failed();
    expect(breaker.isOpen).toBe(false);
  });

  it('leaves an engine alone for as long as it asks, an hour at most', () => {
    const limited = broken(1, 0, new EngineError('rate_limited', 'one', 300));
    expect(limited.breaker.retryAfterSeconds).toBe(300);
    expect(broken(1, 0, new EngineError('rate_limited', 'one')).breaker.retryAfterSeconds).toBe(60);
    expect(broken(1, 0, new EngineError('quota_exceeded', 'one', 1e9)).breaker.retryAfterSeconds).toBe(3600);
    expect(broken(1, 0, new EngineError('denied', 'one')).breaker.retryAfterSeconds).toBe(60);
  });

  it('does not hold a single text or pair against the engine', () => {
    expect(broken(9, 0, new EngineError('unsupported_pair', 'one')).breaker.isOpen).toBe(false);
    expect(broken(9, 0, new EngineError('rejected', 'one')).breaker.isOpen).toBe(false);
    expect(broken(9, 0, new EngineError('bad_output', 'one')).breaker.isOpen).toBe(true);
  });
});

describe('the gate', () => {
  it('lets two through at once, in order, and goes on after failures', async () => {
    const gate = new ConcurrencyGate(2);
    let inside = 0;
    let most = 0;
    const done: number[] = [];
    const work = (number: number) =>
      gate.through(async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setTimeout(resolve, 2));
        inside -= 1;
        done.push(number);
        if (number % 3 === 0) throw new Error('failed');
      });
    const results = await Promise.allSettled(Array.from({ length: 9 }, (_, number) => work(number)));
    expect(most).toBe(2);
    expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(3);
  });
});
