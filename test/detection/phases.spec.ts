import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Phase, Submitted, Surroundings } from '../../server/modules/moderation/detection/phase.js';
import { phasesInOrder } from '../../server/modules/moderation/detection/phases.js';
import { WordMatching } from '../../server/modules/moderation/detection/words/word-matching.js';
import { phaseNames, type Finding } from '../../shared/moderation/detection/finding.rules.js';
import { findingSchema } from '../../shared/moderation/detection/finding.schema.js';
import { around, written } from './support.js';

/** Every phase, with the words looked for here instead of in a thread, and a service that finds something everywhere. */
const phases = phasesInOrder({
  matcher: { find: async ({ entries }, text) => new WordMatching(entries).find(text).hits },
  external: { look: async () => [{ label: 'seen', weight: 0.2, reason: null, ranges: [[0, 1]] }] },
});
const own = phases.filter(({ name }) => name !== 'external');

async function found(
  change: Partial<Submitted>,
  near: Partial<Surroundings> = {},
  asked: readonly Phase[] = own,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const phase of asked) findings.push(...(await phase.look(written(change), around(near))));
  return findings;
}
/** What was found: codes, with what they put in. */
const told = async (text: string, near: Partial<Surroundings> = {}, language = 'bg') =>
  (await found({ text, language }, near)).map(({ code, params }) => [code, ...Object.values(params)]);
/** The words at the places of a finding. */
const shown = (text: string, findings: readonly Finding[]): string[] =>
  findings.flatMap(({ where }) => where.map(({ start, end }) => text.slice(start, end)));

const calm = 'Реката е чиста, а мостът е стар.';

describe('the phases', () => {
  it('come in their order, the one of the operator last and only when there is one', () => {
    expect(phases.map(({ name }) => name)).toEqual([...phaseNames]);
    expect(phasesInOrder({ matcher: { find: async () => [] }, external: undefined }).map(({ name }) => name)).toEqual(
      phaseNames.filter((name) => name !== 'external'),
    );
  });

  it('have nothing to say about a calm text', async () => {
    expect(await found({ text: calm })).toEqual([]);
  });
});

describe('shape', () => {
  it.each<[string, (string | number)[][]]>([
    ['👍', [['almost_empty']]],
    ['Да', []],
    ['а '.repeat(3_000), [['very_long', 6_000]]],
    ['ЧУЙТЕ МЕ ВСИЧКИ, МОСТЪТ ПАДА УТРЕ', [['capitals', 100]]],
    ['ООН и ЕС за моста на реката', []],
    ['Не!!!!!!!!', [['repeated_signs']]],
    ['Заглавие\n----------\nи текст *********', []],
    ['реката\u202E е \u200Bчиста', [['hidden_signs', 2]]],
    ['کتاب\u200Cها', []],
    ['р\u0348\u0348\u0348\u0348\u0348ека', [['heaped_marks']]],
  ])('%j', async (text, findings) => {
    expect(
      (await found({ text }, {}, own.slice(0, 1))).map(({ code, params }) => [code, ...Object.values(params)]),
    ).toEqual(findings);
  });
});

describe('words', () => {
  const entry = { form: 'word', reason: 'HATE', language: 'bg', version: 4 } as const;
  const words = {
    ...around().words,
    entries: [
      { ...entry, text: 'предател', kind: 'banned' },
      { ...entry, text: 'враг', kind: 'suspect', reason: 'DEHUMANISE', version: 5 },
    ] as const,
  };

  it('are told with the list they stand in, the reason they suggest, and where they are', async () => {
    const text = 'Врагът е враг. Предател и прeдател!';
    const findings = await found({ text }, { words });
    expect(findings.map(({ code, reason, params }) => [code, reason, params])).toEqual([
      ['word_suspect', 'DEHUMANISE', { entry: 'враг', language: 'bg', version: 5 }],
      ['word_banned', 'HATE', { entry: 'предател', language: 'bg', version: 4 }],
      ['word_banned_disguised', 'HATE', { entry: 'предател', language: 'bg', version: 4 }],
    ]);
    expect(shown(text, findings)).toEqual(['враг', 'Предател', 'прeдател']);
  });

  it('that could not be looked for are left to a human', async () => {
    const [, late] = phasesInOrder({ matcher: { find: async () => undefined }, external: undefined });
    expect(await late?.look(written({}), around({ words }))).toMatchObject([{ code: 'not_looked_at', phase: 'words' }]);
  });
});

describe('links', () => {
  const hosts = ['example.org', 'novini.example.net'];
  it.each<[string, string, (string | number)[][]]>([
    [
      'to agreed hosts, in any case, with ports and parts',
      'https://Example.org:8443/a и http://www.docs.example.org',
      [],
    ],
    ['to others', 'Вижте https://other.example/, https://other.example/2.', [['host_unlisted', 'other.example']]],
    ['to lookalikes', 'Ето: https://ехаmрle.org/вход', [['host_lookalike', 'xn--mle-5cdy2e6a.org', 'example.org']]],
    ['to lookalikes in ASCII', 'http://exarnple.org', [['host_lookalike', 'exarnple.org', 'example.org']]],
    ['that say where they lead', '[docs.example.org](https://docs.example.org/x) [тук](https://example.org)', []],
    [
      'that mislead',
      '[novini.example.net](https://example.org/x)',
      [['link_misleads', 'novini.example.net', 'example.org']],
    ],
    ['that are no links', 'пиши на a@example.org, или на example.org', [['personal_email']]],
  ])('%s', async (_, text, findings) => {
    expect(await told(text, { hosts })).toEqual(findings);
  });

  it('are told when there are many, each where it stands', async () => {
    const text = [1, 2, 3, 4].map((at) => `(https://example.org/${at}),`).join(' ');
    const findings = await found({ text });
    expect(findings.map(({ code, params }) => [code, params])).toEqual([['many_links', { number: 4, usual: 3 }]]);
    expect(shown(text, findings)).toEqual([1, 2, 3, 4].map((at) => `https://example.org/${at}`));
  });

  it('to whatever host say nothing where the sides agreed on no list', async () => {
    expect(await told('https://other.example/')).toEqual([]);
  });
});

describe('authors and repetitions', () => {
  it.each<[string, Partial<Surroundings>, object[]]>([
    [
      'once more by the author',
      { repeats: { byAuthor: 1, byOthers: 0 } },
      [{ code: 'repeated_by_author', weight: 0.2 }],
    ],
    [
      'many times by the author',
      { repeats: { byAuthor: 9, byOthers: 1 } },
      [{ code: 'repeated_by_author', weight: 0.6 }],
    ],
    [
      'by two others',
      { repeats: { byAuthor: 0, byOthers: 2 } },
      [{ code: 'repeated_by_others', reason: 'COORDINATED', weight: 0.3 }],
    ],
    ['a new member', { author: { approved: 1, recent: 1, restricted: 0 } }, [{ code: 'new_member', weight: 0.05 }]],
    ['few texts, all returned', { author: { approved: 3, recent: 4, restricted: 4 } }, []],
    ['a bad day', { author: { approved: 3, recent: 20, restricted: 5 } }, []],
    [
      'more than bad days',
      { author: { approved: 3, recent: 20, restricted: 10 } },
      [{ code: 'restricted_before', weight: 0.15, params: { restricted: 10, of: 20 } }],
    ],
  ])('%s', async (_, near, findings) => {
    expect(await found({ text: calm }, near)).toEqual(findings.map((one) => expect.objectContaining(one)));
  });
});

describe('the language', () => {
  it.each<[string, string, readonly string[], (string | number)[][]]>([
    ['Тоа е нешто што сите го знаат, ќе видиме', 'bg', ['bg', 'mk'], [['other_language', 'bg', 'mk']]],
    ['Това е нещо, което всички знаем, ще видим', 'mk', ['bg', 'mk'], [['other_language', 'mk', 'bg']]],
    ['Сите велат дека нема вода од реката', 'bg', ['bg', 'mk'], [['other_language', 'bg', 'mk']]],
    ['Мостот е стар и убав', 'mk', ['bg', 'mk'], []],
    ['پانی صاف ہے اور پل پرانا ہے', 'hi', ['hi', 'ur'], [['other_language', 'hi', 'ur']]],
    ['paani saaf hai aur pul purana hai', 'hi', ['hi', 'ur'], [['other_script', 'hi']]],
    ['Виж https://example.org/a-long-address-in-latin-letters-and-nothing-else', 'bg', ['bg', 'mk'], []],
    ['`const river = clean()` не работи', 'bg', ['bg', 'mk'], []],
  ])('of %s, named %s', async (text, language, languages, findings) => {
    expect(await told(text, { languages }, language)).toEqual(findings);
  });
});

describe('whatever is written', () => {
  const unit = fc.oneof(
    fc.constantFrom(
      'https://',
      'www.',
      '[a.bc](',
      ')',
      '!!!!!!!!!',
      '\u202E',
      '\u0301',
      'ПРЕДАТЕЛ',
      '0888 123 456',
      '\uD800',
      '`',
      'ул. ',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  );
  const entries = [
    { text: 'предател', form: 'stem', kind: 'banned', reason: 'HATE', language: 'bg', version: 1 },
  ] as const;
  const near = fc.record({
    hosts: fc.constantFrom(undefined, [], ['example.org']),
    languages: fc.constantFrom(['bg', 'mk'], ['hi', 'ur', 'en'], ['ckb', 'xx']),
    words: fc.constant({ ...around().words, entries }),
  });

  it('no phase fails, every finding is whole, and every place lies in the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(unit, { maxLength: 60 }),
        fc.constantFrom('bg', 'ur', 'xx', ''),
        near,
        async (pieces, language, given) => {
          const text = pieces.join('');
          for (const one of await found({ text, language }, given, phases)) {
            findingSchema.parse(one);
            for (const { end } of one.where) expect(one.phase === 'external' || end <= text.length).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
