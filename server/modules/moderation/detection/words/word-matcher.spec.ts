import { afterEach, describe, expect, it } from 'vitest';
import { WordMatcher, type SoughtWords } from './word-matcher.js';

const warnings: unknown[] = [];
const log = { warn: (_: string, fields: unknown) => void warnings.push(fields) };
const running: WordMatcher[] = [];
function matcher(...limits: [] | [{ milliseconds: number; megabytes: number }]): WordMatcher {
  const made = new WordMatcher(log, ...limits);
  running.push(made);
  return made;
}
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  warnings.length = 0;
});

const words = (stamp: string, ...texts: string[]): SoughtWords => ({
  dyad: 'river',
  stamp,
  entries: texts.map((text) => ({ text, form: 'word' })),
});
const traitor = words('1', 'предател');
const whole = (start: number, end: number) => [{ entry: 0, disguised: false, ranges: [{ start, end }] }];

describe('MOD-34: the thread that looks for words', () => {
  it('MOD-34: looks for the words of a dyad as they stand, several texts at once', async () => {
    const one = matcher();
    const lake: SoughtWords = { ...words('1', 'скот'), dyad: 'lake' };
    const found = await Promise.all([
      one.find(traitor, 'Предател!'),
      one.find(lake, 'Предател или скот'),
      one.find(words('2', 'друг'), 'Предател и друг'),
      one.find(words('3'), 'Предател'),
    ]);
    expect(found).toEqual([whole(0, 8), whole(13, 17), whole(11, 15), []]);
    expect(warnings).toEqual([]);
  });

  it('MOD-34: knows more dyads than it keeps ready', async () => {
    const one = matcher();
    const many = Array.from({ length: 40 }, (_, at): SoughtWords => ({ ...traitor, dyad: `dyad-${at}` }));
    for (const dyad of [...many, ...many]) expect(await one.find(dyad, 'предател')).toEqual(whole(0, 8));
  });

  it('MOD-34: a text that takes it longer than it may is left to a human, and the next one is looked at', async () => {
    const one = matcher();
    // A million characters and a thousand entries at every second of them: some thousand million looks.
    const entries = Array.from({ length: 1_000 }, () => ({ text: 'ab', form: 'stem' as const }));
    const slow = one.find({ dyad: 'river', stamp: 'slow', entries }, 'ab'.repeat(3_000_000));
    const next = one.find(traitor, 'предател');
    expect([await slow, await next]).toEqual([undefined, whole(0, 8)]);
    expect(warnings).toEqual([{ why: 'late' }]);
  });

  it('MOD-34: a text at which it dies is left to a human, and the next one is looked at', async () => {
    const one = matcher({ milliseconds: 30_000, megabytes: 8 });
    const entries = Array.from({ length: 200_000 }, (_, at) => ({ text: `слово${at}`, form: 'word' as const }));
    const fatal = one.find({ dyad: 'river', stamp: 'huge', entries }, 'слово7');
    expect(await fatal).toBeUndefined();
    expect(warnings).toEqual([{ why: 'died' }]);
    expect(await one.find(traitor, 'предател')).toEqual(whole(0, 8));
  });

  it('answers nothing when it is stopped, also to what it was asked before', async () => {
    const one = matcher();
    const asked = one.find(traitor, 'предател'.repeat(100_000));
    await one.stop();
    expect([await asked, await one.find(traitor, 'предател')]).toEqual([undefined, undefined]);
  });
});
