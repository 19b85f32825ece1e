import { describe, expect, it } from 'vitest';
import { draftsOf, emptyTerm, fieldOf, termsOf } from './term-draft';

const languages = ['ur', 'hi'];
const turn = { language: 'ur', form: 'باری', forms: ['باریاں', 'باریوں'], stems: [], status: 'contested' } as const;

describe('terms in a form', () => {
  it('come back from it as they went in', () => {
    const terms = [{ ...turn, forms: [...turn.forms], stems: [] }];
    const drafts = draftsOf(terms, languages);
    expect(drafts['ur']).toEqual([{ form: 'باری', status: 'contested', forms: 'باریاں، باریوں', stems: '' }]);
    expect(drafts['hi']).toEqual([emptyTerm]);
    expect(termsOf(drafts, languages)).toEqual(terms);
  });

  it('are read with the commas of each script, and without what was left empty', () => {
    const drafts = { hi: [emptyTerm, { ...emptyTerm, form: ' बारी ', forms: 'बारियाँ,, बारियों ', stems: 'बार؛ पार' }] };
    expect(termsOf(drafts, languages)).toEqual([
      { language: 'hi', form: 'बारी', forms: ['बारियाँ', 'बारियों'], stems: ['बार', 'पार'], status: 'preferred' },
    ]);
  });

  it('are found again by what the contract calls them', () => {
    const drafts = { ur: [{ ...emptyTerm, form: 'باری' }], hi: [emptyTerm, { ...emptyTerm, form: 'बारी' }] };
    expect(fieldOf(drafts, languages, { language: 'ur', place: 0 })).toBe('details.terms.0');
    expect(fieldOf(drafts, languages, { language: 'hi', place: 1 })).toBe('details.terms.1');
    expect(fieldOf(drafts, languages, { language: 'hi', place: 0 })).toBe('details.terms.hi');
  });
});
