import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  personalDataIn,
  personalDataKinds,
  type PersonalDataKind,
} from '../../shared/moderation/detection/personal-data.rules.js';

/** Sentences by what they hold, exactly one thing each; the numbers are of nobody. */
type Corpus = Readonly<Record<PersonalDataKind | 'none', readonly string[]>>;

const corpusOf = (language: string): Corpus =>
  JSON.parse(readFileSync(new URL(`./personal-data/${language}.json`, import.meta.url), 'utf8')) as Corpus;

const everywhere = ['bg', 'mk', 'hi', 'ur'];
/** The languages of the dyad in which each language is spoken; English bridges any. */
const dyadOf: Readonly<Record<string, readonly string[]>> = {
  bg: ['bg', 'mk'],
  mk: ['bg', 'mk'],
  hi: ['hi', 'ur'],
  ur: ['hi', 'ur'],
  en: everywhere,
};

describe.each(Object.keys(dyadOf))('PRI-18: personal data in %s', (language) => {
  const corpus = corpusOf(language);
  const judged = (Object.entries(corpus) as [keyof Corpus, string[]][]).flatMap(([kind, texts]) =>
    texts.map((text) => ({ kind, text, found: personalDataIn(text, dyadOf[language] ?? []).map((one) => one.kind) })),
  );

  it('PRI-18: at least nine of ten are found', () => {
    const sought = judged.filter(({ kind }) => kind !== 'none');
    const missed = sought.filter(({ kind, found }) => !(found as string[]).includes(kind));
    expect(sought.length).toBeGreaterThanOrEqual(35);
    expect(1 - missed.length / sought.length, missed.map(({ text }) => text).join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  it('PRI-18: at least four of five of what is found are what they are said to be', () => {
    const found = judged.flatMap(({ kind, text, found: kinds }) => kinds.map((one) => ({ right: one === kind, text })));
    const wrong = found.filter(({ right }) => !right).map(({ text }) => text);
    expect(1 - wrong.length / found.length, wrong.join('\n')).toBeGreaterThanOrEqual(0.8);
    expect(corpus.none.length).toBeGreaterThanOrEqual(30);
  });
});

describe('where personal data stands', () => {
  it('PRI-18: in the text as it was written, in any digits, whatever is hidden between them', () => {
    const text = '📞 ०९८\u200B१२३४५६७८ · ａna@example.org';
    const found = personalDataIn(text, ['hi']);
    expect(found.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['phone', '०९८\u200B१२३४५६७८'],
      ['email', 'ａna@example.org'],
    ]);
  });

  it('only the countries of the dyad are looked for', () => {
    const mobile = 'Вижте 9876543210.';
    expect(personalDataIn(mobile, ['bg', 'mk'])).toEqual([]);
    expect(personalDataIn(mobile, ['hi', 'en']).map(({ kind }) => kind)).toEqual(['phone']);
  });

  it('any text whatever is looked through without a fault, and every place lies in it', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        '0888',
        ' ',
        '123',
        '@',
        'a.b',
        'ул. ',
        '№',
        '+',
        '(',
        'मकान नंबर ',
        'BG80',
        'СВ 1234 АВ',
        '\uD800',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        let before = 0;
        for (const { kind, start, end } of personalDataIn(text, everywhere)) {
          expect(personalDataKinds).toContain(kind);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
