import { createHash } from 'node:crypto';
import type { FileWords } from '../../shared/statements/export/file-words.js';
import { canonicalStatementJson } from '../../shared/statements/canonical.rules.js';
import { isGone } from '../../shared/statements/citation.rules.js';
import type { RatifiedStatement } from '../../shared/statements/ratified.schema.js';
import type { Block } from '../../shared/statements/statement-text.schema.js';

const id = (last: number): string => `0190f5a0-0000-7000-8000-${String(last).padStart(12, '0')}`;

/** Paragraphs of plain words. */
export const paragraphs = (...words: string[]): Block[] =>
  words.map((text) => ({ type: 'paragraph' as const, content: [{ text }] }));

interface Given {
  readonly languages: RatifiedStatement['languages'];
  readonly title: RatifiedStatement['title'];
  readonly clauses: readonly { readonly a: Block[]; readonly b: Block[] }[];
  /** What an organisation of side b could not share of the first clause. */
  readonly reservation?: Record<string, string>;
  readonly names: { readonly a: Record<string, string>; readonly b: Record<string, string> };
  /** What the texts cite, as it is now. */
  readonly citations?: RatifiedStatement['citations'];
}

/** A ratified statement as the server would answer it, one signature of each side and one of side a that came later. */
export function ratified({ languages, title, clauses, reservation, names, citations = [] }: Given): RatifiedStatement {
  const substance = { title, languages, clauses: clauses.map((texts, at) => ({ id: id(at + 10), texts })) };
  const canonical = canonicalStatementJson(substance);
  const organisation = (number: number, side: 'a' | 'b') => ({ id: id(number), name: names[side], side });
  return {
    ...substance,
    id: id(1),
    dyad: 'river',
    ratifiedOn: '2026-05-03',
    quorum: 1,
    signatures: [
      { organisation: organisation(2, 'a'), kind: 'signed', on: '2026-05-01' },
      { organisation: organisation(3, 'b'), kind: 'signed', on: '2026-05-02' },
      { organisation: organisation(4, 'a'), kind: 'acceded', on: '2026-06-04' },
    ],
    reservations: reservation
      ? [
          { organisation: organisation(3, 'b'), clause: id(10), text: reservation, on: '2026-05-02' },
          { organisation: organisation(2, 'a'), clause: null, text: reservation, on: '2026-05-02' },
        ]
      : [],
    citations,
    canonical,
    hash: createHash('sha256').update(canonical).digest('hex'),
    erased: [],
    recordSeq: 7,
  };
}

/** One in Bulgarian and Macedonian. */
export const riverStatement = ratified({
  languages: { a: 'bg', b: 'mk' },
  title: { bg: 'Мерим водата заедно', mk: 'Ја мериме водата заедно', en: 'We measure the water together' },
  clauses: [
    {
      a: paragraphs('Водата се мери на двата бряга.', 'Числата са на един лист.'),
      b: paragraphs('Водата се мери на двата брега.', 'Бројките се на ист лист.'),
    },
    { a: paragraphs('Всяка събота.'), b: paragraphs('Секоја сабота.') },
  ],
  reservation: { bg: 'Само през лятото.', mk: 'Само во лето.' },
  names: { a: { bg: 'Дружество Река', en: 'River Society' }, b: { mk: 'Здружение Вода' } },
});

const cites = (kind: string, of: string) => ({ cites: { kind, of } });
const postName = '0b1f1a52-6c1e-4a7b-9d53-2f0c6f6f2a11';

/** One that cites an entry of the record twice, a post, and in one text only something that is not there. */
export const citingStatement = ratified({
  languages: { a: 'bg', b: 'mk' },
  title: { bg: 'Вода', mk: 'Вода' },
  clauses: [
    {
      a: [
        {
          type: 'paragraph',
          content: [{ text: 'Първо' }, cites('record', '2'), { text: '(тук)' }, cites('post', postName)],
        },
        { type: 'bulletList', items: [[{ type: 'paragraph', content: [{ text: 'Пак' }, cites('record', '2')] }]] },
      ],
      b: [{ type: 'paragraph', content: [{ text: 'Прво' }, cites('post', postName)] }],
    },
    {
      a: paragraphs('Край.'),
      b: [{ type: 'paragraph', content: [{ text: 'Крај.' }, cites('record', '99')] }],
    },
  ],
  names: { a: { bg: 'Река' }, b: { mk: 'Вода' } },
  citations: [
    {
      kind: 'record',
      of: '2',
      entry: { seq: 2, kind: 'charter.adopted', on: '2026-01-02', about: { version: 1 }, erased: [] },
    },
    { kind: 'record', of: '99', entry: null },
    { kind: 'post', of: postName, state: 'there', place: null, said: null },
  ],
});

/** One in Hindi and Urdu: two scripts, two directions. */
export const railwayStatement = ratified({
  languages: { a: 'hi', b: 'ur' },
  title: { hi: 'रेल सबकी है', ur: 'ریل سب کی ہے' },
  clauses: [{ a: paragraphs('गाड़ी हर रविवार चले।'), b: paragraphs('گاڑی ہر اتوار چلے۔') }],
  names: { a: { hi: 'रेल मंच' }, b: { ur: 'ریل فورم' } },
});

/** Words that say which sentence they are, so that a test sees where each stands. */
export const plainWords: FileWords = {
  language: 'en',
  say: (sentence, params = {}) => [sentence, ...Object.values(params)].join(' '),
  languageName: (language) => `in ${language}`,
  sideName: (side) => `side ${side}`,
  day: (day) => day,
  cited: (thing) =>
    thing && !isGone(thing)
      ? { words: `${thing.kind} ${thing.of}`, address: `https://talk.example.org/${thing.of}` }
      : { words: 'gone', address: undefined },
  erased: 'erased',
  address: 'https://talk.example.org/api/dyads/river/statements/1/ratified',
};
