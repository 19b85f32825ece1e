import { describe, expect, it } from 'vitest';
import type { AppealFact, DecidedFact, FairnessFacts } from './fairness-facts.js';
import { fairnessReport } from './fairness-report.js';
import { findings } from './fairness.rules.js';
import type { OneSide, Sided } from './sided.js';

/** Numbers that look random and are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Habits {
  /** The share of items of a side that moderators of a side restrict. */
  readonly restricts: (author: OneSide, moderator: OneSide) => number;
  /** How many times longer the items of a side wait. */
  readonly slowness?: Sided<number>;
  readonly weeks?: number;
}

/** Twenty items of each side a week, by thirty authors of each side, decided by moderators with habits. */
function decidedBy({ restricts, slowness = { a: 1, b: 1 }, weeks = 52 }: Habits, seed: number): FairnessFacts {
  const random = seeded(seed);
  const start = Date.parse('2025-01-06T00:00:00Z');
  const fact = (authorSide: OneSide, week: number): DecidedFact => {
    const moderator = random() < 0.5 ? 'a' : 'b';
    const restricted = random() < restricts(authorSide, moderator);
    const confirms = random() < 0.9;
    return {
      author: `${authorSide}${Math.floor(random() * 30)}`,
      authorSide,
      restricted,
      reason: random() < 0.6 ? 'HATE' : 'OFFTOPIC',
      source: random() < 0.5 ? 'report' : 'own',
      mode: 'post',
      day: new Date(start + (week * 7 + Math.floor(random() * 7)) * 86_400_000).toISOString().slice(0, 10),
      secondsToDecision: Math.ceil(-3600 * slowness[authorSide] * Math.log(1 - random())),
      secondsHeld: random() < 0.2 ? 1800 : 0,
      firstKey: { side: moderator, verdict: restricted ? 'restrict' : 'leave' },
      rerating:
        random() < 0.1
          ? [restricted === confirms ? 'restrict' : 'leave', restricted === confirms ? 'restrict' : 'leave']
          : null,
    };
  };
  const decided = Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 20 }, () => [fact('a', week), fact('b', week)]).flat(),
  ).flat();
  return {
    period: { from: '2025-01-06', to: '2026-01-04' },
    decided,
    earlier: [],
    appeals: decided
      .filter(({ restricted }) => restricted && random() < 0.3)
      .map(({ author, authorSide }): AppealFact => ({ author, authorSide, overturned: random() < 0.4 })),
    waiting: [],
    activity: {
      a: { posts: 4000, reports: 120, reportedAuthors: 20 },
      b: { posts: 3000, reports: 45, reportedAuthors: 20 },
    },
  };
}

describe('the report on a year of decisions', () => {
  it('MOD-37: tells a fact of one person no more than the lack of it', () => {
    const year = decidedBy({ restricts: () => 0.3 }, 3);
    const doxx = year.decided.slice(0, 6).map((fact): DecidedFact => ({ ...fact, author: 'one', reason: 'DOXX' }));
    const report = fairnessReport({ ...year, decided: [...year.decided, ...doxx] });
    expect(report.decided).not.toBeNull();
    expect(report.breakdowns.reason.map(({ value }) => value)).not.toContain('DOXX');
    // With one of the two frequent reasons told, the other would give the six away.
    expect(report.breakdowns.reason.length).toBeLessThan(2);
    expect(fairnessReport(year).breakdowns.reason).toHaveLength(2);
  });

  it('says too few to tell of few items, whatever they look like, and nowhere that there is no difference', () => {
    const few = decidedBy({ restricts: () => 0.3, weeks: 5 }, 1);
    const report = fairnessReport(few);
    expect(report.finding).toBe('too_few_to_tell');
    expect(report.power.sought).toEqual({
      difference: 0.15,
      itemsPerSide: expect.any(Number) as number,
      isEnough: false,
    });
    expect(fairnessReport({ ...few, decided: [] })).toMatchObject({
      finding: 'too_few_to_tell',
      decided: null,
      mainEffect: null,
    });
    expect(findings).toEqual(['alarm', 'too_few_to_tell', 'no_alarm']);
  });

  it('prints the power note beside what there is', () => {
    const { power } = fairnessReport(decidedBy({ restricts: () => 0.3, weeks: 10 }, 2));
    expect(power.comparisons.map(({ itemsPerSide, isEnough }) => [itemsPerSide, isEnough])).toEqual([
      [199, true],
      [294, false],
      [356, false],
      [163, true],
      [82, true],
      [42, true],
    ]);
  });

  it('MOD-39: a planted difference of 30 % v 45 % raises the alarm, a fair year does not', () => {
    const planted = fairnessReport(decidedBy({ restricts: (author) => (author === 'a' ? 0.3 : 0.45) }, 11));
    expect(planted.finding).toBe('alarm');
    expect(planted.alarm.raisedIn).not.toBeNull();
    expect(planted.alarm.looks.at(-1)?.bayesFactor).toBeGreaterThan(20);
    expect(planted.mainEffect?.oddsRatio.a.high).toBeLessThan(1);
    expect(planted.mainEffect?.oddsRatio.b.low).toBeGreaterThan(1);
    const fair = fairnessReport(decidedBy({ restricts: () => 0.3 }, 11));
    expect(fair.finding).toBe('no_alarm');
    expect(fair.alarm).toMatchObject({ threshold: 20, raisedIn: null });
    expect(fair.alarm.looks).toHaveLength(52);
  });

  it('MOD-39: looks for the alarm at everything so far, in weeks that are over, and at the period for all else', () => {
    const year = decidedBy({ restricts: (author) => (author === 'a' ? 0.3 : 0.45) }, 11);
    const isDecember = ({ day }: DecidedFact) => day.startsWith('2025-12');
    const december = fairnessReport({
      ...year,
      period: { from: '2025-12-01', to: '2025-12-31' },
      decided: year.decided.filter(isDecember),
      earlier: year.decided.filter(({ day }) => day < '2025-12'),
    });
    const whole = fairnessReport(year);
    expect(december.alarm.raisedIn).toBe(whole.alarm.raisedIn);
    // December ends in the week that begins with the 29th.
    expect(december.alarm.looks).toEqual(whole.alarm.looks.filter(({ week }) => week < '2025-12-29'));
    expect(december.decided?.a.items).toBe(
      year.decided.filter((fact) => isDecember(fact) && fact.authorSide === 'a').length,
    );
  });

  it('finds moderators who are milder towards their own side, where both sides fare alike', () => {
    const report = fairnessReport(
      decidedBy({ restricts: (author, moderator) => (author === moderator ? 0.2 : 0.4) }, 21),
    );
    expect(report.finding).toBe('no_alarm');
    expect(report.interaction?.ratio.low).toBeGreaterThan(2);
    expect(report.interaction?.pValue).toBeLessThan(0.001);
    const fair = fairnessReport(decidedBy({ restricts: () => 0.3 }, 21));
    expect(fair.interaction?.pValue).toBeGreaterThan(0.05);
  });

  it('finds that one side waits longer, also when its slowest items wait still', () => {
    const given = decidedBy({ restricts: () => 0.3, slowness: { a: 1, b: 1.5 } }, 31);
    const report = fairnessReport(given);
    expect(report.time?.logRank?.pValue).toBeLessThan(0.001);
    expect(report.time?.wait.b.medianSeconds).toBeGreaterThan(report.time?.wait.a.medianSeconds ?? Infinity);
    const hidden = given.decided.filter(
      ({ authorSide, secondsToDecision }) => authorSide === 'b' && secondsToDecision > 3600,
    );
    const waiting = hidden.map(({ authorSide, source, mode }) => ({ authorSide, source, mode, secondsWaiting: 3600 }));
    const half = fairnessReport({ ...given, decided: given.decided.filter((fact) => !hidden.includes(fact)), waiting });
    expect(half.time?.wait.b.p90Seconds).toBeNull();
    expect(half.time?.wait.a.p90Seconds).not.toBeNull();
  });

  it('tells how much is reported, held, appealed and rated again', () => {
    const report = fairnessReport(decidedBy({ restricts: () => 0.3 }, 41));
    expect(report.reports?.a).toEqual({ posts: 4000, reports: 120, perThousandPosts: 30 });
    expect(report.reports?.b.perThousandPosts).toBe(15);
    expect(report.held?.a.medianSeconds).toBe(1800);
    expect(report.appeals?.b.overturned).toBeLessThan(report.appeals?.b.decided ?? 0);
    expect(report.rerating).toMatchObject({ alpha: 1, isInterpretable: true });
    expect(report.rerating?.sample.a.items).toBeGreaterThan(50);
  });
});
