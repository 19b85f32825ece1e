import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../shared/contract/failure.js';
import { hasHidden } from '../../../../shared/language/unicode-safety.js';
import { glossaryFormats, type GlossaryFormat } from '../../../../shared/translation/glossary-files.rules.js';
import { glossaryLimits, termStatuses } from '../../../../shared/translation/glossary.rules.js';
import { conceptContent, type ConceptContent } from '../../../../shared/translation/glossary.schema.js';
import { interchangeLimits } from '../../../../shared/translation/interchange.rules.js';
import { glossaryFile, glossaryFiles } from './glossary-files.js';
import { chunksOf } from './memory-importing.js';
import { readConcept, type ReadConcept } from './read-concept.js';

const sides = ['hi', 'ur'];

const read = (format: GlossaryFormat, text: string, languages = sides): ReadConcept[] =>
  [...glossaryFiles[format].read(chunksOf(text))].map((concept) => readConcept(concept, languages));

const idOf = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

const written = (format: GlossaryFormat, contents: readonly ConceptContent[]): string =>
  [
    ...glossaryFile(
      format,
      contents.map((content, at) => ({ ...content, id: idOf(at), revision: at + 1, changedOn: '2026-11-27' })),
    ),
  ].join('');

function failureOf(format: GlossaryFormat, text: string): { code: string; line: unknown } {
  try {
    read(format, text);
  } catch (error) {
    if (error instanceof Failure) return { code: error.code, line: error.params['line'] };
    throw error;
  }
  throw new Error('it was read');
}

/** Letters of both directions, marks that combine, and signs of the formats themselves. */
const sign = fc.oneof(
  fc.constantFrom(...'aб&<>"\'=;,|\\ ', 'क्षि', 'पानी', 'پانی', 'ۂ', 'e\u0301', 'و\u0651', '\u200d', '𐐷', '👩‍👩‍👧', ']]>'),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
    .filter((one) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(one) && !hasHidden(one)),
);
/** Words as a steward can have them: the schema composes and trims. */
const words = (longest: number) =>
  fc
    .array(sign, { minLength: 3, maxLength: 12 })
    .map((signs) => `${signs.join('')}क`.normalize('NFC').trim())
    .filter((text) => text.length >= glossaryLimits.stem.shortest && text.length <= longest);

const term = fc.record({
  language: fc.constantFrom(...sides),
  form: words(glossaryLimits.form),
  forms: fc.array(words(glossaryLimits.form), { maxLength: 3 }),
  stems: fc.array(words(glossaryLimits.stem.longest), { maxLength: 2 }),
  status: fc.constantFrom(...termStatuses),
});
const note = fc.record(
  { hi: words(glossaryLimits.note), ur: words(glossaryLimits.note), en: words(glossaryLimits.note) },
  { requiredKeys: ['hi', 'ur'] },
);
const content = fc
  .record({ first: term, second: term, others: fc.array(term, { maxLength: 4 }), note })
  .map(({ first, second, others, note: said }) => ({
    terms: [{ ...first, language: 'hi' }, { ...second, language: 'ur' }, ...others],
    note: said,
  }))
  .map(({ terms, note: said }) => ({
    note: said,
    terms: terms
      .toSorted((one, other) => one.language.localeCompare(other.language))
      .map((one, at, all) =>
        one.status === 'preferred' &&
        all.slice(0, at).some(({ language, status }) => status === 'preferred' && language === one.language)
          ? { ...one, status: 'contested' as const }
          : one,
      ),
  }))
  .filter((one) => conceptContent.safeParse(one).success)
  .map((one) => conceptContent.parse(one));

describe('files of a glossary', () => {
  it.each(glossaryFormats)('give back in %s what was put in, whatever the script and the signs', (format) => {
    fc.assert(
      fc.property(fc.array(content, { maxLength: 4 }), (contents) => {
        expect(read(format, written(format, contents))).toEqual(
          contents.map((one, at) => ({ line: expect.any(Number), name: idOf(at), content: one })),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('are read in both styles of TBX-Basic, with what other tools call their statuses', () => {
    const concept = (inside: (word: string, language: string) => string): string =>
      `<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader/><text><body>
<conceptEntry id="water"><min:subjectField xmlns:min="http://www.tbxinfo.net/ns/min">law</min:subjectField><note>About water.</note>
${inside('पानी', 'hi-IN')}${inside('پانی', 'urd')}${inside('Wasser', 'de')}</conceptEntry></body></text></tbx>`;
    const dct = concept(
      (word, language) => `<langSec xml:lang="${language}"><basic:definition>${word}!</basic:definition>
<termSec><term>${word}</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>`,
    );
    const dca = concept(
      (
        word,
        language,
      ) => `<langSec xml:lang="${language}"><descripGrp><descrip type="definition">${word}!</descrip></descripGrp>
<termSec><termNoteGrp><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termNoteGrp><term>${word}</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>`,
    );
    const term = { forms: [], stems: [], status: 'forbidden' };
    const expected = {
      line: 2,
      name: 'water',
      content: {
        terms: [
          { ...term, language: 'hi', form: 'पानी' },
          { ...term, language: 'ur', form: 'پانی' },
        ],
        note: { en: 'About water.', hi: 'पानी!', ur: 'پانی!', de: 'Wasser!' },
      },
    };
    expect(read('tbx', dct)).toEqual([expected]);
    expect(read('tbx', dca)).toEqual([expected]);
  });

  it('say in words of the standard how a term stands, and of a contested one in a note', () => {
    const text = written('tbx', [
      conceptContent.parse({
        terms: [
          { language: 'hi', form: 'पानी', status: 'preferred' },
          { language: 'ur', form: 'آب', status: 'contested', stems: ['پان'] },
        ],
        note: { hi: 'क', ur: 'ا', en: 'for convenience' },
      }),
    ]);
    expect(text).toContain('<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>');
    expect(text).toContain(
      '<term>آب</term><note>x-entente-status: contested</note><note>x-entente-stem: پان</note></termSec>',
    );
    expect(text).toContain('<note xml:lang="en">for convenience</note>');
  });

  it('name the reason and the line of each entry that is left out', () => {
    const row = (name: string, cells: string): string => `${name},${cells}\r\n`;
    const both = (name: string, hi: string, ur: string): string => row(name, hi) + row(name, ur);
    const long = 'क'.repeat(glossaryLimits.form + 1);
    const csv = [
      'concept,language,term,status,forms,stems,note\r\n',
      both('1', 'hi,पानी,,,,ध', 'ur,پانی,,,,ا'),
      row('2', 'hi,पुल,,,,ध'),
      both('3', 'hi,पुल,,,,', 'ur,پل,,,,ا'),
      both('4', 'hi,…,,,,ध', 'ur,پل,,,,ا'),
      both('5', `hi,${long},,,,ध`, 'ur,پل,,,,ا'),
      both('6', 'hi,पुल,,,प,ध', 'ur,پل,,,,ا'),
      both('7', 'hi,पुल,disliked,,,ध', 'ur,پل,,,,ا'),
      both('8', 'hi,पु\u0001ल,,,,ध', 'ur,پل,,,,ا'),
      row('9', 'hi,पुल,preferred,,,ध') + both('9', 'hi,सेतु,preferred,,,', 'ur,پل,,,,ا'),
      row('10', `hi,पुल,,${Array.from({ length: glossaryLimits.forms + 1 }, () => 'पुल').join('|')},,ध`) +
        row('', 'ur,پل,,,,ا'),
    ].join('');
    expect(read('csv', csv).map(({ line, problem }) => [line, problem])).toEqual([
      [2, undefined],
      [4, 'words_missing'],
      [5, 'note_missing'],
      [7, 'no_letters'],
      [9, 'too_long'],
      [11, 'too_short'],
      [13, 'unknown_status'],
      [15, 'control_characters'],
      [17, 'two_preferred'],
      [20, 'too_many'],
    ]);
  });

  it('are refused when they declare entities, are too deep, cut off, something else, or nonsense', () => {
    const laughs = `<?xml version="1.0"?>\n<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n<tbx><conceptEntry>&b;</conceptEntry></tbx>`;
    expect(failureOf('tbx', laughs).code).toBe('interchange.declarations');
    const outside = '<!DOCTYPE tbx SYSTEM "file:///etc/passwd">\n<tbx><conceptEntry>&x;</conceptEntry></tbx>';
    expect(failureOf('tbx', outside)).toEqual({ code: 'interchange.unreadable', line: 2 });
    expect(failureOf('tbx', `<tbx>${'<p>'.repeat(interchangeLimits.depth)}`).code).toBe('interchange.too_deep');
    expect(failureOf('tbx', '<tbx>\n<text>\n<conceptEntry>')).toEqual({ code: 'interchange.unreadable', line: 3 });
    expect(failureOf('tbx', '<martif/>').code).toBe('interchange.wrong_format');
    // UTF-16 that was read as UTF-8.
    expect(failureOf('tbx', '\uFFFD\uFFFD<\u0000t\u0000b\u0000x').code).toBe('interchange.unreadable');
    expect(failureOf('tbx', '<tbx>\n\u0001</tbx>')).toEqual({ code: 'interchange.unreadable', line: 2 });
    expect(failureOf('csv', 'a,b\r\n').code).toBe('interchange.wrong_format');
    expect(failureOf('csv', 'concept,language,term\r\n1,hi,"पानी')).toEqual({
      code: 'interchange.unreadable',
      line: 2,
    });
    fc.assert(
      fc.property(fc.constantFrom(...glossaryFormats), fc.string({ unit: 'binary' }), (format, nonsense) => {
        expect(failureOf(format, nonsense).code).toMatch(/^interchange\./);
      }),
    );
  });

  it('mark as words what a program for tables would run', () => {
    const one = conceptContent.parse({
      terms: [
        { language: 'hi', form: '=पानी()', status: 'admitted' },
        { language: 'ur', form: "'+پانی", status: 'admitted' },
      ],
      note: { hi: '@क', ur: '-ا' },
    });
    expect(written('csv', [one])).not.toMatch(/(^|[,"\n])[=+\-@]/);
    expect(read('csv', written('csv', [one]))).toMatchObject([{ content: one }]);
  });
});
