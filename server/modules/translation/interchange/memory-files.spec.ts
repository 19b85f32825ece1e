import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../shared/contract/failure.js';
import {
  interchangeLimits,
  memoryFormats,
  type MemoryFormat,
} from '../../../../shared/translation/interchange.rules.js';
import { chunksOf } from './memory-importing.js';
import { memoryFiles } from './memory-files.js';
import type { MemoryUnit, Part } from './memory-unit.js';
import type { ReadRow } from './read-row.js';

const pair = { source: 'hi', target: 'ur' };
const languages = ['hi', 'ur', 'en'];

const read = (format: MemoryFormat, text: string): ReadRow[] => [
  ...memoryFiles[format].read(chunksOf(text), languages),
];

const written = (format: MemoryFormat, units: readonly MemoryUnit[]): string => {
  const file = memoryFiles[format];
  return file.begin(pair) + units.map((unit, at) => file.write(unit, false, at + 1)).join('') + file.end;
};

const again = (format: MemoryFormat, units: readonly MemoryUnit[]): MemoryUnit[] =>
  read(format, written(format, units)).flatMap((row) => row.units);

function failureOf(format: MemoryFormat, text: string): { code: string; line: unknown } {
  try {
    read(format, text);
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, line: error.params['line'] };
    throw error;
  }
  throw new Error('it was read');
}

/** Letters of both directions, marks that combine, signs of the formats themselves, line ends, and what hides. */
const sign = fc.oneof(
  fc.constantFrom(
    ...'aб&<>"\'=;,\t\n\r ]]>',
    'क्षि',
    'पानी',
    'پانی',
    'ۂ',
    'e\u0301',
    'و\u0651',
    '\u200f',
    '\u202e',
    '\u200d',
    '𐐷',
    '👩‍👩‍👧',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }).filter((one) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(one)),
);
const words = fc
  .array(sign, { minLength: 1, maxLength: 30 })
  .map((signs) => signs.join(''))
  .filter((text) => text.trim() !== '');
const name = fc.oneof(fc.constant(''), words);
const plain = fc
  .record({ name, source: words, target: words })
  .map(({ name: unitName, source, target }): MemoryUnit => ({
    name: unitName,
    source: { language: 'hi', text: source },
    target: { language: 'ur', text: target },
  }));

/** A word with codes of a program around and in it. */
const coded = (words: string, code: string): { text: string; parts: Part[] } => ({
  text: `${words} ${words}`,
  parts: [
    { name: 'bpt', attributes: { i: '1' }, parts: [code] },
    words,
    { name: 'ept', attributes: { i: '1' }, parts: [code] },
    ' ',
    { name: 'hi', attributes: {}, parts: [words] },
    { name: 'ph', attributes: { x: '2' }, parts: [code] },
  ],
});

const rich = fc.tuple(plain, words, words, fc.boolean()).map(([unit, one, other, isInContext]): MemoryUnit => ({
  ...unit,
  notes: [{ text: one }],
  properties: [{ type: 'x-client', text: other }],
  ...(isInContext && { context: 'a1'.repeat(32) }),
  source: { language: 'hi', ...coded(one, '<b>') },
  target: { language: 'ur', ...coded(other, '</b>&') },
}));

describe('files of a memory', () => {
  it.each(memoryFormats)('give back in %s what was put in, whatever the script and the signs', (format) => {
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 5 }), (units) => {
        expect(again(format, units)).toEqual(units);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['tmx', 'xliff'] as const)('give back in %s markup, notes, properties and neighbours', (format) => {
    fc.assert(
      fc.property(fc.array(rich, { maxLength: 4 }), (units) => {
        expect(again(format, units)).toEqual(units);
      }),
      { numRuns: 200 },
    );
  });

  it('give back in TMX dates, people and counts as other programs wrote them', () => {
    const unit: MemoryUnit = {
      name: 'river 7',
      attributes: {
        usagecount: '3',
        creationdate: '20260101T120000Z',
        creationid: 'नीला',
        changeid: 'x',
        segtype: 'sentence',
      },
      notes: [{ text: 'Sicher?', language: 'de' }],
      properties: [{ type: 'x-project', text: 'पानी', language: 'hi' }],
      source: { language: 'hi', text: 'पानी', attributes: { changedate: '20260102T120000Z' }, notes: [{ text: 'ok' }] },
      target: { language: 'ur', text: 'پانی' },
    };
    expect(again('tmx', [unit])).toEqual([unit]);
  });

  it('refuse characters that no text has, row by row, and say where', () => {
    const cells =
      'source_language,target_language,source,target\r\nhi,ur,पानी,پانی\r\nhi,ur,पा\u0001नी,پانی\r\nhi,ur,a\u0000,b\r\n';
    expect(read('csv', cells).map(({ line, problem }) => [line, problem])).toEqual([
      [2, undefined],
      [3, 'control_characters'],
      [4, 'control_characters'],
    ]);
    expect(failureOf('tmx', '<tmx>\n<body>\n<tu>\u0001</tu></body></tmx>')).toEqual({
      code: 'interchange.unreadable',
      line: 3,
    });
  });

  it('name the reason and the line of each row that is left out', () => {
    const tmx = `<tmx version="1.4"><header srclang="hi"/><body>
<tu><tuv xml:lang="hi"><seg>पानी</seg></tuv><tuv xml:lang="de"><seg>Wasser</seg></tuv></tu>
<tu><tuv xml:lang="hi"><seg>पानी</seg></tuv><tuv xml:lang="ur-PK"><seg> </seg></tuv></tu>
<tu><tuv xml:lang="hi"><seg>पा<script/>नी</seg></tuv><tuv xml:lang="ur"><seg>پانی</seg></tuv></tu>
<tu><tuv xml:lang="hi"><seg>${'पानी '.repeat(1000)}</seg></tuv><tuv xml:lang="ur"><seg>پانی</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>water</seg></tuv><tuv xml:lang="hi"><seg>पानी</seg></tuv><tuv xml:lang="ur"><seg>پانی</seg></tuv></tu>
</body></tmx>`;
    const rows = read('tmx', tmx);
    expect(rows.slice(0, 4).map(({ line, problem }) => [line, problem])).toEqual([
      [2, 'other_languages'],
      [3, 'text_missing'],
      [4, 'unknown_markup'],
      [5, 'too_long'],
    ]);
    expect(rows[4]?.units.map(({ source, target }) => [source.text, target.text])).toEqual([
      ['पानी', 'water'],
      ['पानी', 'پانی'],
    ]);
    const xliff = `<xliff version="2.0" srcLang="hi-IN" trgLang="ur"><file id="f"><unit id="1" name="n"><segment state="initial">
<source>पानी</source><target>پانی</target></segment><segment state="reviewed" subState="x:y"><source>पानी</source><target>پانی</target></segment></unit></file></xliff>`;
    expect(read('xliff', xliff)).toMatchObject([
      { problem: 'not_translated' },
      { units: [{ name: 'n', properties: [{ type: 'x-xliff-state', text: 'reviewed' }, { text: 'x:y' }] }] },
    ]);
  });

  it('make no entities: a document type with declarations is refused before anything is read', () => {
    const laughs = `<?xml version="1.0"?>\n<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n<tmx><body><tu><tuv xml:lang="hi"><seg>&b;</seg></tuv></tu></body></tmx>`;
    expect(failureOf('tmx', laughs).code).toBe('interchange.declarations');
    const outside =
      '<!DOCTYPE tmx SYSTEM "file:///etc/passwd"><tmx><body><tu><tuv xml:lang="hi"><seg>&x;</seg></tuv></tu></body></tmx>';
    expect(failureOf('tmx', outside).code).toBe('interchange.unreadable');
    expect(read('tmx', '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><body/></tmx>')).toEqual([]);
  });

  it('are refused when they are something else, too deep, cut off, or nonsense', () => {
    const deep = `<tmx>${'<hi>'.repeat(interchangeLimits.depth)}`;
    expect(failureOf('tmx', deep).code).toBe('interchange.too_deep');
    expect(failureOf('tmx', '<html><body/></html>')).toEqual({ code: 'interchange.wrong_format', line: 1 });
    expect(failureOf('xliff', '<tmx/>').code).toBe('interchange.wrong_format');
    expect(failureOf('tmx', '<tmx>\n<body>\n<tu>').code).toBe('interchange.unreadable');
    expect(failureOf('csv', 'a,b\r\n').code).toBe('interchange.wrong_format');
    expect(failureOf('csv', 'source_language,target_language,source,target\r\nhi,ur,"पानी,x')).toEqual({
      code: 'interchange.unreadable',
      line: 2,
    });
    fc.assert(
      fc.property(fc.constantFrom(...memoryFormats), fc.string({ unit: 'binary' }), (format, nonsense) => {
        expect(failureOf(format, nonsense).code).toMatch(/^interchange\./);
      }),
    );
  });

  it('mark as words what a program for tables would run', () => {
    const unit: MemoryUnit = {
      name: '',
      source: { language: 'hi', text: '=HYPERLINK("http://x")' },
      target: { language: 'ur', text: "'=1" },
    };
    expect(written('csv', [unit])).not.toMatch(/(^|[,"\n])=/);
    expect(again('csv', [unit])).toEqual([unit]);
  });
});
