import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termFinder } from '../translation/glossary-matching.rules.js';
import { explainedWords } from './explained-words.rules.js';
import type { Inline } from './statement-text.schema.js';

const find = termFinder('bg', [
  { concept: 'water', form: 'вода', forms: [], stems: ['вод'] },
  { concept: 'union', form: 'водно сдружение', forms: [], stems: [] },
]);

const told = (content: readonly Inline[]): string[] =>
  explainedWords(content, find).map((run) => {
    const words = run.content.map((one) => ('text' in one ? one.text : 'break' in one ? '/' : '*')).join('|');
    return run.concept === undefined ? words : `${run.concept}: ${words}`;
  });

describe('the words of a line with the terms set apart', () => {
  it('keep their marks, also where a term is marked in parts', () => {
    expect(told([{ text: 'Новото ' }, { text: 'водно', bold: true }, { text: ' сдружение пази водата.' }])).toEqual([
      'Новото ',
      'union: водно| сдружение',
      ' пази ',
      'water: водата',
      '.',
    ]);
  });

  it('go on over a line break and stop at a citation', () => {
    expect(told([{ text: 'водно' }, { break: true }, { text: 'сдружение' }])).toEqual(['union: водно|/|сдружение']);
    const cites = { kind: 'fact', of: '1' };
    expect(told([{ text: 'водно' }, { cites }, { text: ' сдружение' }])).toEqual(['water: водно', '*| сдружение']);
  });

  it('are not set apart inside a link, which stays one thing to press', () => {
    const link = 'https://example.org';
    expect(told([{ text: 'водата ' }, { text: 'на водата', link }, { text: ' вода' }])).toEqual([
      'water: водата',
      ' |на водата| ',
      'water: вода',
    ]);
  });

  it('are, put together again, the line itself', () => {
    const text = fc.stringMatching(/^(?:вод[аяни]{0,3}|сдружение|[ .,-]){1,6}$/u);
    const inline: fc.Arbitrary<Inline> = fc.oneof(
      fc.record(
        {
          text,
          bold: fc.constant(true as const),
          italic: fc.constant(true as const),
          link: fc.constant('https://x.org'),
        },
        { requiredKeys: ['text'] },
      ),
      fc.constant({ break: true as const }),
      fc.constant({ cites: { kind: 'fact', of: '1' } }),
    );
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 8 }), (content) => {
        const signs = (line: readonly Inline[]): string[] =>
          line.flatMap((one) => {
            if (!('text' in one)) return [JSON.stringify(one)];
            const { text: letters, ...marks } = one;
            return Array.from(letters, (letter) => JSON.stringify([letter, marks]));
          });
        const runs = explainedWords(content, find);
        expect(runs.flatMap((run) => signs(run.content))).toEqual(signs(content));
        for (const [at, run] of runs.entries()) {
          expect(run.concept === undefined && runs[at - 1]?.concept === undefined && at > 0).toBe(false);
        }
      }),
    );
  });
});
