import { describe, expect, it } from 'vitest';
import { Gathering } from './gathering.js';

/** A look that can be let go, with what it was asked. */
function controlled() {
  const looks: { questions: readonly string[]; finish: (answer: string) => void; fail: () => void }[] = [];
  const gathering = new Gathering<string, string>(
    (questions) =>
      new Promise((resolve, reject) =>
        looks.push({
          questions,
          finish: (answer) => resolve(new Map(questions.map((one) => [one, answer]))),
          fail: () => reject(new Error('away')),
        }),
      ),
  );
  return { looks, gathering };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a gathering of questions', () => {
  it('never answers a question by a look that began before it', async () => {
    const { looks, gathering } = controlled();
    const first = gathering.ask('a');
    await turn();
    const second = gathering.ask('a');
    const third = gathering.ask('b');
    await turn();
    expect(looks.map(({ questions }) => questions)).toEqual([['a']]);
    looks[0]?.finish('old');
    await turn();
    expect(looks.map(({ questions }) => questions)).toEqual([['a'], ['a', 'b']]);
    looks[1]?.finish('new');
    expect(await Promise.all([first, second, third])).toEqual(['old', 'new', 'new']);
  });

  it('looks again after a look that failed, and says nothing of what was not found', async () => {
    const { looks, gathering } = controlled();
    const failing = gathering.ask('a').catch((error: unknown) => error);
    await turn();
    const waiting = gathering.ask('b');
    looks[0]?.fail();
    expect(await failing).toEqual(new Error('away'));
    await turn();
    looks[1]?.finish('there');
    expect(await waiting).toBe('there');
    const nothing = new Gathering<string, string>(async () => new Map());
    expect(await nothing.ask('c')).toBeUndefined();
  });
});
