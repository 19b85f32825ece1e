import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestCell } from '../../moderation/fairness/fairness.rules.js';
import type { Sided } from '../../moderation/fairness/sided.js';
import { isLargeCell } from '../../moderation/fairness/small-cells.js';
import { decisiveOf, kindsOf } from './served-kinds.js';
import { holm } from './served-alike.js';
import type { ServedText, ServedTexts, ShownTranslation } from './served-text.js';
import { translationStatisticsCsv } from './translation-statistics-csv.js';
import { translationStatistics } from './translation-statistics.js';
import { translationStatisticsView, type TranslationStatistics } from './translation-statistics.schema.js';

const byMachine: ShownTranslation = {
  origin: 'machine',
  engine: 'apertium',
  via: null,
  isStale: false,
  otherSide: false,
  isReviewed: false,
};

const served: ServedText = {
  author: 'author',
  from: 'bg',
  to: 'mk',
  month: '2026-03',
  wait: { seconds: 60, ended: true },
  shown: byMachine,
  whyNone: null,
  checks: 'passed',
  disputes: [],
};

const unserved: Partial<ServedText> = {
  shown: null,
  whyNone: 'engine_down',
  checks: null,
  wait: { seconds: 86_400, ended: false },
};

/** So many texts of a direction, by seven people in turn. */
const many = (count: number, [from, to]: readonly [string, string], change: (at: number) => Partial<ServedText>) =>
  Array.from({ length: count }, (_, at): ServedText => ({
    ...served,
    from,
    to,
    author: `${from} ${at % 7}`,
    ...change(at),
  }));

const there = ['bg', 'mk'] as const;
const back = ['mk', 'bg'] as const;

const given = (texts: readonly ServedText[], more: Partial<ServedTexts> = {}): ServedTexts => ({
  dyad: 'river',
  month: '2026-03',
  countedOn: '2026-04-02',
  languageOf: { a: 'bg', b: 'mk' },
  bridge: null,
  texts,
  ...more,
});

const statistics = (texts: readonly ServedText[], more: Partial<ServedTexts> = {}) =>
  translationStatistics(given(texts, more));

const comparison = (found: TranslationStatistics, respect: string) =>
  found.comparisons.find((one) => one.respect === respect);

const ofSides = (found: TranslationStatistics) => {
  const pair = found.pairs.find(({ between }) => between === 'sides');
  if (!pair) throw new Error('The sides are not among the pairs');
  return pair.directions;
};

const swap = <Thing>({ a, b }: Sided<Thing>): Sided<Thing> => ({ a: b, b: a });

const shown = fc.record<ShownTranslation>({
  origin: fc.constantFrom('human', 'memory', 'machine'),
  engine: fc.constantFrom('apertium', 'deepl', null),
  via: fc.constantFrom('en', null),
  isStale: fc.boolean(),
  otherSide: fc.boolean(),
  isReviewed: fc.boolean(),
});

const text = fc
  .record({
    author: fc.nat({ max: 9 }).map(String),
    direction: fc.constantFrom(there, back, ['bg', 'en'] as const, ['en', 'mk'] as const, ['mk', 'en'] as const),
    month: fc.constantFrom('2026-02', '2026-03'),
    wait: fc.record({ seconds: fc.nat({ max: 5_000 }), ended: fc.boolean() }),
    shown: fc.option(shown),
    checks: fc.constantFrom('passed' as const, 'failed' as const, null),
    disputes: fc.subarray(['open', 'corrected', 'declined'] as const),
  })
  .map(({ direction: [from, to], ...rest }): ServedText => ({
    ...rest,
    from,
    to,
    whyNone: rest.shown ? null : 'engine_down',
  }));

describe('the statistics of translation', () => {
  it('mirrored sides give the mirrored statistics, to the last bit', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 300 }), (texts) => {
        const one = statistics(texts, { bridge: 'en' });
        const other = statistics(texts, { bridge: 'en', languageOf: { a: 'mk', b: 'bg' } });
        expect(other.pairs).toEqual(one.pairs.map((pair) => ({ ...pair, directions: swap(pair.directions) })));
        expect(other.comparisons).toEqual(
          one.comparisons.map((each) => ({ ...each, worse: each.worse && (each.worse === 'a' ? 'b' : 'a') })),
        );
        expect(translationStatisticsView.parse(one)).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });

  it('counts what there is in each direction, and what was published in the month apart', () => {
    const human = { shown: { ...byMachine, origin: 'human', engine: null, otherSide: true }, checks: null } as const;
    const found = statistics([
      ...many(40, there, (at) => ({ ...(at % 2 === 0 && human), month: at < 20 ? '2026-02' : '2026-03' })),
      ...many(40, back, (at) => ({ ...(at % 4 < 2 && human), month: at < 20 ? '2026-02' : '2026-03' })),
    ]);
    const { a } = ofSides(found);
    expect([a.from, a.to]).toEqual(['bg', 'mk']);
    expect(a.all.counts).toMatchObject({ texts: 40, translated: 40, human: 20, machine: 20, memory: 0, otherSide: 20 });
    expect(a.month.counts).toMatchObject({ texts: 20, translated: 20, human: 10, disputed: 0, stale: 0 });
    expect(a.all.engines).toEqual([{ engine: 'apertium', via: null, texts: 20 }]);
    expect(a.all.time).toEqual({ medianSeconds: 60, p90Seconds: 60 });
  });

  it('tells no small number, and nothing of which one would follow', () => {
    const few = smallestCell.items - 1;
    const found = statistics([
      ...many(40, there, (at) => (at < few ? { shown: { ...byMachine, isStale: true } } : {})),
      ...many(40, back, (at) => (at >= 40 - few ? { shown: null, whyNone: 'pending' } : {})),
    ]);
    const { a, b } = ofSides(found);
    expect([a.all.counts.stale, b.all.counts.stale]).toEqual([null, null]);
    // 31 of 40 have a translation, so nine have none.
    expect([a.all.counts.translated, b.all.counts.translated]).toEqual([null, null]);
    expect(b.all.untranslated).toEqual([]);
    const little = statistics(many(few, there, () => ({})));
    expect(ofSides(little).a.all).toMatchObject({ counts: { texts: null }, time: null, engines: [] });
    expect(little.comparisons.map(({ finding, pValue }) => [finding, pValue])).toEqual(
      Array.from({ length: 4 }, () => ['too_few_to_tell', null]),
    );
  });

  it('tells that one language is translated and the other is not, and why', () => {
    const found = statistics([...many(40, there, () => ({})), ...many(40, back, () => unserved)]);
    const { a, b } = ofSides(found);
    expect([a.all.counts.translated, b.all.counts.translated]).toEqual([40, 0]);
    expect([a.all.untranslated, b.all.untranslated]).toEqual([[], [{ why: 'engine_down', texts: 40 }]]);
    expect(b.all.time).toEqual({ medianSeconds: null, p90Seconds: null });
    expect(comparison(found, 'translated')).toMatchObject({ finding: 'worse', worse: 'b' });
    expect(comparison(found, 'time')).toMatchObject({ finding: 'worse', worse: 'b', test: 'log_rank' });
  });

  it('decides of few texts of each kind what it would decide of all, for kinds alone and together', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), fc.infiniteStream(fc.boolean()), (texts, chosen) => {
        const kinds = kindsOf(texts, '2026-03').filter(() => chosen.next().value);
        expect(isLargeCell(kinds.flatMap(decisiveOf))).toBe(isLargeCell(kinds.flatMap((kind) => kind.texts)));
      }),
    );
  });

  it('keeps a pair with the bridge language beside its mirror image', () => {
    const found = statistics(
      [
        ...many(20, ['bg', 'en'], () => ({})),
        ...many(20, ['mk', 'en'], () => ({})),
        ...many(20, ['en', 'bg'], () => ({})),
      ],
      { bridge: 'en' },
    );
    const texts = found.pairs.map(({ between, directions: { a, b } }) => [
      between,
      [a.from, a.to, a.all.counts.texts],
      [b.from, b.to, b.all.counts.texts],
    ]);
    expect(texts).toEqual([
      ['sides', ['bg', 'mk', null], ['mk', 'bg', null]],
      ['to_bridge', ['bg', 'en', 20], ['mk', 'en', 20]],
      ['from_bridge', ['en', 'bg', null], ['en', 'mk', null]],
    ]);
  });

  it('is a table as well, with the same numbers', () => {
    const found = statistics([...many(40, there, () => ({})), ...many(40, back, () => unserved)]);
    const lines = translationStatisticsCsv(found).split('\r\n');
    expect(lines[0]).toBe('figure,from,to,period,engine,via,why,finding,test,value');
    expect(lines).toContain('texts,bg,mk,all,,,,,,40');
    expect(lines).toContain('translated,mk,bg,all,,,,,,0');
    expect(lines).toContain('engine,bg,mk,month,apertium,,,,,40');
    expect(lines).toContain('untranslated,mk,bg,month,,,engine_down,,,40');
    expect(lines.find((line) => line.startsWith('comparison_translated'))).toMatch(
      /^comparison_translated,mk,bg,all,,,,worse,mantel_haenszel,/,
    );
  });
});

describe('whether one direction is served worse', () => {
  const some = (share: number) => (at: number) => ((at * 7) % 20 < share * 20 ? {} : unserved);

  it('finds a planted difference, whichever direction has it', () => {
    const one = statistics([...many(200, there, some(0.9)), ...many(200, back, some(0.7))]);
    expect(comparison(one, 'translated')).toMatchObject({ finding: 'worse', worse: 'b', test: 'mantel_haenszel' });
    const other = statistics([...many(200, there, some(0.7)), ...many(200, back, some(0.9))]);
    expect(comparison(other, 'translated')).toMatchObject({ finding: 'worse', worse: 'a' });
  });

  it('says of equal shares that the difference is no more than chance, and of few texts that they are too few', () => {
    const enough = statistics([...many(400, there, some(0.8)), ...many(400, back, some(0.8))]);
    expect(comparison(enough, 'translated')).toMatchObject({ finding: 'no_more_than_chance', worse: null, pValue: 1 });
    const few = statistics([...many(20, there, some(0.8)), ...many(20, back, some(0.8))]);
    expect(comparison(few, 'translated')).toMatchObject({ finding: 'too_few_to_tell', worse: null });
  });

  it('finds that one direction waits longer, also where both are translated in the end', () => {
    const wait = (seconds: number) => (at: number) => ({ wait: { seconds: seconds * (1 + at / 100), ended: true } });
    const found = statistics([...many(100, there, wait(300)), ...many(100, back, wait(900))]);
    expect(comparison(found, 'time')).toMatchObject({ finding: 'worse', worse: 'b' });
    expect(comparison(found, 'translated')).toMatchObject({ worse: null });
  });

  it('finds that the checks fail in one direction more often, and that one is reviewed less', () => {
    const bad = { checks: 'failed' } as const;
    const good = { shown: { ...byMachine, isReviewed: true } };
    const found = statistics([
      ...many(200, there, (at) => (at % 2 === 0 ? bad : good)),
      ...many(200, back, (at) => (at % 10 === 0 ? good : {})),
    ]);
    expect(comparison(found, 'checks')).toMatchObject({ finding: 'worse', worse: 'a' });
    expect(comparison(found, 'reviewed')).toMatchObject({ finding: 'worse', worse: 'b' });
  });

  it('in four hundred fair dialogues some direction is called worse in something one time in twenty at most', () => {
    const random = seeded(5);
    const fair = (at: number) => ({
      ...(random() < 0.7 ? {} : unserved),
      wait: { seconds: 60 + Math.floor(random() * 10_000) + at / 1_000, ended: true },
    });
    const called = Array.from({ length: 400 }, () =>
      statistics([...many(40, there, fair), ...many(40, back, fair)]),
    ).filter(({ comparisons }) => comparisons.some(({ finding }) => finding === 'worse'));
    expect(called.length).toBeGreaterThan(1);
    expect(called.length).toBeLessThanOrEqual(20);
  });

  it('corrects p-values as `p.adjust(…, "holm")` of R does', () => {
    const corrected = holm([0.01, 0.04, 0.03, 0.005]);
    expect(corrected.map((one) => Number(one.toFixed(10)))).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.6, 0.9])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});

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
