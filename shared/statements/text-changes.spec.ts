import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from './canonical.rules.js';
import type { Block, Inline, StatementText } from './statement-text.schema.js';
import { textChanges } from './text-changes.js';
import { linesOf } from './text-lines.js';

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

  const words = fc.array(fc.constantFrom('река', 'мост', 'вода', 'мир', 'پانی'), { minLength: 1, maxLength: 6 });
  const inline: fc.Arbitrary<Inline> = fc.record(
    { text: words.map((all) => all.join(' ')), bold: fc.constant(true as const) },
    { requiredKeys: ['text'] },
  );
  const content = fc.array(inline, { minLength: 1, maxLength: 2 });
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
  const lines = (of: StatementText) => linesOf(canonicalText(of));

  it('keeps both texts: without what was added it is the one, without what was removed the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = textChanges(before, after);
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
        const isEqual = JSON.stringify(lines(before)) === JSON.stringify(lines(after));
        expect(textChanges(before, after).every(({ type }) => type === 'same')).toBe(isEqual);
      }),
    );
  });
});
