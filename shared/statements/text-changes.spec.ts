import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from './canonical.rules.js';
import type { Block, Inline, StatementText } from './statement-text.schema.js';
import { textChanges } from './text-changes.js';
import { citationSigns, linesOf } from './text-lines.js';

const paragraph = (...content: readonly Inline[]): Block => ({ type: 'paragraph', content });

describe('what changed between two texts', () => {
  it('says which lines came and went, and marks words inside those that changed', () => {
    const before = [paragraph({ text: 'Водата е обща.' }), paragraph({ text: 'Мерим я заедно всяка седмица.' })];
    const after = [paragraph({ text: 'Мерим я заедно всеки ден.' }), paragraph({ text: 'Нов ред.' })];
    expect(textChanges(before, after)).toMatchObject([
      { type: 'removed', before: { words: 'Водата е обща.' } },
      {
        type: 'changed',
        words: [
          { type: 'same', text: 'Мерим я заедно ' },
          { type: 'removed', text: 'всяка седмица.' },
          { type: 'added', text: 'всеки ден.' },
        ],
      },
      { type: 'added', after: { words: 'Нов ред.' } },
    ]);
  });

  it('does not hide that words became bold, or a paragraph a list', () => {
    const plain = [paragraph({ text: 'دریا ہمارا ہے۔' })];
    expect(textChanges(plain, [paragraph({ text: 'دریا ', bold: true }, { text: 'ہمارا ہے۔' })])).toMatchObject([
      { type: 'restyled' },
    ]);
    expect(textChanges(plain, [{ type: 'bulletList', items: [plain] }])).toMatchObject([
      { type: 'restyled', after: { kind: 'bullet', depth: 1 } },
    ]);
  });

  it('tells a footnote put in, taken out and another in its place from the words around, whatever these are', () => {
    const water = { text: 'Водата е обща.' };
    const cites = (of: string): Inline => ({ cites: { kind: 'record', of } });
    const [before, after] = [[paragraph(water, cites('3'))], [paragraph(water, cites('4'))]];
    const signs = citationSigns(before, after);
    const sign = (of: string): string => signs.get(`record:${of}`) ?? '';
    expect(textChanges([paragraph(water)], before, signs)).toMatchObject([
      { type: 'changed', words: [{ type: 'same' }, { type: 'added', text: sign('3') }] },
    ]);
    expect(textChanges(before, after, signs)).toMatchObject([
      {
        type: 'changed',
        words: [{ type: 'same' }, { type: 'removed', text: sign('3') }, { type: 'added', text: sign('4') }],
      },
    ]);
    // Whoever writes the sign itself writes a letter like others: what is cited then has another one.
    const sly = [paragraph({ text: sign('3') })];
    expect(citationSigns(before, sly).get('record:3')).not.toBe(sign('3'));
  });

  const words = fc.array(fc.constantFrom('река', 'мост', 'вода', 'мир', 'پانی'), { minLength: 1, maxLength: 6 });
  const inline: fc.Arbitrary<Inline> = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record(
        { text: words.map((all) => all.join(' ')), bold: fc.constant(true as const) },
        { requiredKeys: ['text'] },
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom('1', '2').map((of) => ({ cites: { kind: 'record', of } })) },
  );
  const content = fc.array(inline, { minLength: 1, maxLength: 3 });
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ type: fc.constant('paragraph' as const), content }),
    fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(2, 3), content }),
    fc.record({
      type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
      items: fc.array(
        content.map((one) => [{ type: 'paragraph' as const, content: one }]),
        { maxLength: 3 },
      ),
    }),
  );
  const text: fc.Arbitrary<StatementText> = fc.array(block, { maxLength: 5 });
  it('keeps both texts: without what was added it is the one, without what was removed the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const signs = citationSigns(before, after);
        const lines = (of: StatementText) => linesOf(canonicalText(of), signs);
        const changes = textChanges(before, after, signs);
        expect(changes.flatMap((one) => ('after' in one ? [one.after] : []))).toEqual(lines(after));
        const earlier = changes.flatMap((one) => {
          if (one.type === 'same') return [one.after];
          return 'before' in one ? [one.before] : [];
        });
        expect(earlier).toEqual(lines(before));
      }),
    );
  });

  it('finds nothing exactly where the canonical texts are equal', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(textChanges(before, before).every(({ type }) => type === 'same')).toBe(true);
        const signs = citationSigns(before, after);
        const lines = (of: StatementText) => linesOf(canonicalText(of), signs);
        const isEqual = JSON.stringify(lines(before)) === JSON.stringify(lines(after));
        expect(textChanges(before, after).every(({ type }) => type === 'same')).toBe(isEqual);
      }),
    );
  });
});
