import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facingOrder, type FacingTexts } from './facing.rules.js';

const text = (words: string) => [{ type: 'paragraph', content: [{ text: words }] }] as const;
const language = fc.constantFrom('bg', 'mk', 'hi', 'ur');
const statement: fc.Arbitrary<FacingTexts> = fc.record({
  id: fc.uuid(),
  languages: fc.record({ a: language, b: language }),
  clauses: fc.array(fc.record({ texts: fc.record({ a: fc.string().map(text), b: fc.string().map(text) }) })),
});

const mirrored = ({ id, languages, clauses }: FacingTexts): FacingTexts => ({
  id,
  languages: { a: languages.b, b: languages.a },
  clauses: clauses.map(({ texts }) => ({ texts: { a: texts.b, b: texts.a } })),
});

const other = { a: 'b', b: 'a' } as const;

describe('which text stands first', () => {
  it('is the one in the language of the reader, whichever side it is of', () => {
    fc.assert(
      fc.property(statement, (one) => {
        fc.pre(one.languages.a !== one.languages.b);
        expect(facingOrder(one, one.languages.a)).toEqual(['a', 'b']);
        expect(facingOrder(one, one.languages.b)).toEqual(['b', 'a']);
      }),
    );
  });

  it('does not depend on which side is called a', () => {
    fc.assert(
      fc.property(statement, language, (one, reader) => {
        const texts = (side: 'a' | 'b') => JSON.stringify([one.languages[side], one.clauses.map((c) => c.texts[side])]);
        fc.pre(texts('a') !== texts('b'));
        expect(facingOrder(mirrored(one), reader)).toEqual(facingOrder(one, reader).map((side) => other[side]));
      }),
    );
  });

  it('is each of the two for half of all statements, when the reader speaks neither', () => {
    const ids = fc.sample(fc.uuid(), 400);
    const languages = { a: 'bg', b: 'mk' };
    const first = ids.filter((id) => facingOrder({ id, languages, clauses: [] }, 'en')[0] === 'a').length;
    expect(first).toBeGreaterThan(120);
    expect(first).toBeLessThan(280);
  });
});
