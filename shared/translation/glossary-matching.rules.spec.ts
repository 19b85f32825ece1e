import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formKey, termFinder, type SoughtTerm } from './glossary-matching.rules.js';

const sought = (form: string, more: Partial<SoughtTerm> = {}): SoughtTerm => ({
  concept: form,
  form,
  forms: [],
  stems: [],
  ...more,
});

const found = (language: string, terms: readonly SoughtTerm[], text: string): string[] =>
  termFinder(language, terms)(text).map(({ from, to }) => text.slice(from, to));

describe('terms in a text', () => {
  it('are whole words, in each script', () => {
    expect(found('bg', [sought('вода')], 'Вода, водата и (вода).')).toEqual(['Вода', 'вода']);
    expect(found('hi', [sought('बारी')], 'बारी की बारीकी और बारी।')).toEqual(['बारी', 'बारी']);
    expect(found('ur', [sought('باری')], '«باری» کی باریکی، باری۔')).toEqual(['باری', 'باری']);
    expect(found('el', [sought('οδός')], 'ΟΔΌΣ, οδός και οδόσ')).toEqual(['ΟΔΌΣ', 'οδός', 'οδόσ']);
    expect(found('tr', [sought('ışık')], 'IŞIK, işık')).toEqual(['IŞIK']);
  });

  it('are found in the listed forms, and by the beginnings of their words', () => {
    const union = sought('водно сдружение', { forms: ['водни сдружения'], stems: ['водн сдружен'] });
    expect(found('bg', [union], 'Водното сдружение и водни сдружения; водно дружество.')).toEqual([
      'Водното сдружение',
      'водни сдружения',
    ]);
    expect(found('mk', [sought('страна', { stems: ['стран'] })], 'двете страни, странично')).toEqual([
      'страни',
      'странично',
    ]);
  });

  it('may be parted by a line, a hyphen or several spaces, and by nothing else', () => {
    const [union] = [sought('водно сдружение')];
    expect(found('bg', [union], 'водно\nсдружение водно-сдружение водно \u00A0 сдружение')).toHaveLength(3);
    expect(found('bg', [union], 'водно, сдружение; водно. Сдружение водно\uFFFCсдружение')).toEqual([]);
  });

  it('are the same however their letters are composed, and with joiners inside', () => {
    const text = 'й и\u0306 И\u0306';
    expect(found('bg', [sought('й')], text)).toEqual(['й', 'и\u0306', 'И\u0306']);
    expect(found('hi', [sought('फ़ाटक')], 'फ\u093Cाटक')).toHaveLength(1);
    expect(found('ur', [sought('آبپاشی')], 'آب\u200Cپاشی')).toHaveLength(1);
    expect(found('bg', [sought('вода')], 'во\u00ADда')).toEqual(['во\u00ADда']);
  });

  it('at one place are the surest: more words, then a whole form, then the longer beginning', () => {
    const finder = termFinder('bg', [
      sought('any', { form: 'сушица', stems: ['вод'] }),
      sought('water', { form: 'вода' }),
      sought('union', { form: 'вода и хляб' }),
      sought('long', { form: 'суша', stems: ['водн'] }),
    ]);
    const concepts = (text: string): string[] => finder(text).map(({ concept }) => concept);
    expect(concepts('вода и хляб')).toEqual(['union']);
    expect(concepts('вода и сол')).toEqual(['water']);
    expect(concepts('водни води')).toEqual(['long', 'any']);
  });

  it('tell whether two forms are one', () => {
    expect(formKey('Водно  сдружение', 'bg') === formKey('водно-СДРУЖЕНИЕ', 'bg')).toBe(true);
    expect(formKey('водно сдружение', 'bg') === formKey('водни сдружения', 'bg')).toBe(false);
  });
});

/** Words of few letters of several scripts, so that they meet often; some letters have parts, and some two cases. */
const anyWord = fc.string({
  unit: fc.constantFrom('а', 'Б', 'й', 'é', 'क', 'ि', 'ب', 'ی', '7'),
  minLength: 1,
  maxLength: 4,
});
const between = fc.constantFrom(' ', '  ', '\n', '-', ', ', '. ', '\uFFFC', ' — ');
const anyText = fc
  .array(fc.tuple(anyWord, between), { maxLength: 12 })
  .map((parts) => parts.map(([word, gap]) => word + gap).join(''));
const anyTerm: fc.Arbitrary<SoughtTerm> = fc.record({
  concept: fc.constantFrom('one', 'two', 'three'),
  form: fc.array(anyWord, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  forms: fc.array(anyWord, { maxLength: 2 }),
  stems: fc.array(anyWord, { maxLength: 2 }),
});
const anyTerms = fc.array(anyTerm, { maxLength: 5 });

describe('whatever the glossary and the text', () => {
  const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const alike = (text: string): string => text.normalize('NFC').toLowerCase();

  it('places are in their order, do not overlap, and begin and end with words', () => {
    fc.assert(
      fc.property(anyTerms, anyText, (terms, text) => {
        const places = termFinder('bg', terms)(text);
        for (const [at, { from, to }] of places.entries()) {
          expect(from).toBeGreaterThanOrEqual(places[at - 1]?.to ?? 0);
          expect(to).toBeGreaterThan(from);
          expect(text.slice(from - 1, from)).not.toMatch(/[\p{L}\p{M}\p{N}]/u);
          expect(text.slice(to, to + 1)).not.toMatch(/[\p{L}\p{M}\p{N}]/u);
        }
      }),
    );
  });

  it('a word is marked exactly when it is a form of a term of one word, or begins as one', () => {
    const single = anyTerms.map((terms) => terms.map((one) => ({ ...one, form: one.form.split(' ')[0] ?? one.form })));
    fc.assert(
      fc.property(single, anyText, (terms, text) => {
        const isTerm = (word: string): boolean =>
          terms.some(
            ({ form, forms, stems }) =>
              [form, ...forms].some((one) => alike(one) === alike(word)) ||
              stems.some((stem) => alike(word).startsWith(alike(stem))),
          );
        expect(found('bg', terms, text)).toEqual(wordsIn(text).filter(isTerm));
      }),
    );
  });

  it('what stands before or after a full stop changes nothing of it', () => {
    fc.assert(
      fc.property(anyTerms, anyText, anyText, (terms, one, other) => {
        const find = termFinder('bg', terms);
        const moved = find(other).map(({ from, to, concept }) => ({
          from: from + one.length + 3,
          to: to + one.length + 3,
          concept,
        }));
        expect(find(`${one} . ${other}`)).toEqual([...find(one), ...moved]);
      }),
    );
  });

  it('neither capitals nor the composition of letters change which terms there are', () => {
    fc.assert(
      fc.property(anyTerms, anyText, (terms, text) => {
        const concepts = (written: string): string[] => termFinder('bg', terms)(written).map(({ concept }) => concept);
        for (const same of [text.toUpperCase(), text.normalize('NFD'), text.normalize('NFC')])
          expect(concepts(same)).toEqual(concepts(text));
      }),
    );
  });
});
