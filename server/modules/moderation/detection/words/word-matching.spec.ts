import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryForm } from '../../../../../shared/moderation/detection/wordlist.rules.js';
import { WordMatching } from './word-matching.js';

/** What a text holds of one entry: the words themselves, with a `~` before what is disguised. */
function found(text: string, entry: string, form: EntryForm = 'word'): string[] {
  const { hits } = new WordMatching([{ text: entry, form }]).find(text);
  return hits.flatMap(({ disguised, ranges }) =>
    ranges.map(({ start, end }) => (disguised ? '~' : '') + text.slice(start, end)),
  );
}

/** Ways to write a word that are the word itself: case, composition, width, invisible signs, spelling variants. */
const same: Readonly<Record<string, readonly string[]>> = {
  traitor: [
    'TRAITOR',
    'Traitor',
    'ｔｒａｉｔｏｒ',
    '𝐭𝐫𝐚𝐢𝐭𝐨𝐫',
    'tra\u200Bi\u00ADtor',
    '\u202Etraitor\u202C',
    't\u2060raitor',
  ],
  предател: ['ПРЕДАТЕЛ', 'Предател', 'пре\u0301дател', 'преда\u200Dтел', '\uFEFFпредател', 'п\u{E0041}редател'],
  предавник: ['ПРЕДАВНИК', 'преда\u0301вник', 'предав\u200Bник'],
  чудовище: ['ЧУДОВИЩЕ', 'чудо\u00ADвище'],
  ќелав: ['ЌЕЛАВ', 'к\u0301елав', 'К\u0301ЕЛАВ'],
  hain: ['HAIN', 'HAİN', 'haın', 'Hain', 'hai\u0307n'],
  ırkçı: ['IRKÇI', 'irkçi', 'İRKÇİ', 'ırkc\u0327ı'],
  غدار: ['غـدار', 'غدّار', 'غَدَّار', 'غ\u200Cدار'],
  کافر: ['كافر', 'کـافر', 'كَافِر'],
  کمینی: ['کميني', 'كمىنى', 'کمینی'.normalize('NFD')],
  ग़द्दार: ['गद्दार', 'ग\u093Cद्दार', 'ग़द्\u200Dदार'],
  προδότης: ['ΠΡΟΔΟΤΗΣ', 'προδοτησ', 'Προδότης', 'προδο\u0301της'],
  straße: ['STRASSE', 'strasse', 'STRAẞE'],
};

/** Ways to write something that reads as the word and is not spelled so. */
const disguised: Readonly<Record<string, readonly string[]>> = {
  traitor: [
    'trаitor',
    'τraitor',
    'tra1tor'.replace('1', 'ı\u0301'),
    'trait0r',
    'tráîtôr',
    'traaaaitorrr',
    't r a i t o r',
    't.r.a.i.t.o.r',
  ],
  предател: ['пpeдател', 'предaтел', 'п р е д а т е л', 'предаааател', 'п-р-е-д-а-т-е-л', 'пρедател'],
  предавник: ['прeдaвник', 'предавниk', 'предаааавник'],
  hain: ['hаin', 'h a i n', 'háin'],
  غدار: ['غدااار', 'غ د ا ر'],
  προδότης: ['πρoδότης', 'π ρ ο δ ο τ η ς'],
};

/** Other words that look like the entry, or hold it. */
const other: readonly (readonly [entry: string, text: string])[] = [
  ['cop', 'Смет и сор край реката'],
  ['мой', 'Мои са и твои'],
  ['traitor', 'traitorous'],
  ['пиле', 'Пцле'],
  ['дол', 'идол и долина'],
  ['кука', 'куќа'],
  ['bok', 'book'],
  ['हस', 'हँस'],
];

describe('MOD-34: words of a list in a text', () => {
  it.each(Object.entries(same).flatMap(([entry, texts]) => texts.map((text) => [entry, text] as const)))(
    'MOD-34: %s is found in %s',
    (entry, text) => {
      expect(found(`— ${text}!`, entry)).toEqual([expect.not.stringMatching(/^~/)]);
    },
  );

  it.each(Object.entries(disguised).flatMap(([entry, texts]) => texts.map((text) => [entry, text] as const)))(
    'MOD-34: %s is found disguised as %s',
    (entry, text) => {
      expect(found(`(${text}),`, entry)).toEqual([`~${text}`]);
    },
  );

  it.each(other)('MOD-34: %s is not found in %s', (entry, text) => {
    expect(found(text, entry)).toEqual([]);
  });

  it('a word is whole, a stem begins a word, a phrase bridges whatever stands between its words', () => {
    expect(found('Предател, предатели и непредател', 'предател')).toEqual(['Предател']);
    expect(found('Предател, предатели и непредател', 'предател', 'stem')).toEqual(['Предател', 'предател']);
    expect(found('Вън оттук!  Вън…\nоттук. Вън от тук', 'вън оттук', 'phrase')).toEqual(['Вън оттук', 'Вън…\nоттук']);
    expect(found('traitor2 and 4traitor', 'traitor')).toEqual(['traitor', 'traitor']);
  });

  it('tells each entry by itself, also entries in entries', () => {
    const entries = ['he', 'she', 'hers', 'his'].map((text) => ({ text, form: 'stem' as const }));
    const { hits } = new WordMatching(entries).find('ushers; hers, she');
    expect(hits.map(({ entry, ranges }) => [entry, ranges])).toEqual([
      [0, [{ start: 8, end: 10 }]],
      [2, [{ start: 8, end: 12 }]],
      [1, [{ start: 14, end: 17 }]],
    ]);
  });
});

describe('MOD-34: what looking costs', () => {
  const entries = [
    ...['предател', 'предатели', 'предателски', 'traitor', 'غدار', 'ग़द्दार'].map((text) => ({
      text,
      form: 'word' as const,
    })),
    ...Array.from({ length: 40 }, (_, at) => ({ text: 'ab'.repeat(at + 2), form: 'stem' as const })),
    { text: 'вън оттук веднага', form: 'phrase' as const },
  ];
  const matching = new WordMatching(entries);
  const million = 1_000_000;
  const filled = (piece: string, length: number): string =>
    piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

  it.each([
    ['one letter', 'a'],
    ['a beginning that never ends', 'предате'],
    ['beginnings within beginnings', 'ab'],
    ['the words themselves', 'предател '],
    ['disguised words', 'пpeдател '],
    ['letters apart', 'a б '],
    ['a heap of marks', 'e\u0301\u0308\u0327\u0301\u0308'],
    ['invisible signs', '\u200B\u202E\u2066'],
    ['ligatures that come apart', 'ﷺ'],
    ['broken pairs', '\uD800\uDC00\uDC00\uD800'],
    ['spaces', ' \t\n'],
    ['phrases that stop short', 'вън оттук '],
  ])('MOD-34: a million characters of %s cost so many steps each, and half of them half', (_, piece) => {
    const whole = matching.find(filled(piece, million)).steps;
    const half = matching.find(filled(piece, million / 2)).steps;
    // Every ending of "abab…" counts: at most as many as there are entries within one another.
    expect(whole).toBeLessThan(million * 64);
    expect(whole).toBeLessThanOrEqual(half * 2 + 1_000);
  });

  it('MOD-34: any text whatever costs no more, and every place found lies in it', () => {
    const unit = fc.oneof(
      fc.constantFrom(
        'предател',
        'trаitor',
        'ab',
        ' ',
        '\u200B',
        '\u0301',
        'غـدار',
        'गद्दार',
        '\uD800',
        't r a i t o r',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 80 }), (pieces) => {
        const text = pieces.join('');
        const { hits, steps } = matching.find(text);
        expect(steps).toBeLessThanOrEqual(text.length * 64 + 64);
        for (const { start, end } of hits.flatMap(({ ranges }) => ranges)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(isWhole(text, start) && isWhole(text, end)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Whether a place does not lie within a surrogate pair. */
const isWhole = (text: string, at: number): boolean =>
  !/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
