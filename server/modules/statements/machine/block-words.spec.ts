import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Block } from '../../../../shared/statements/statement-text.schema.js';
import { withOtherWords, wordsOfBlocks } from './block-words.js';

const words = fc.string({ minLength: 1, maxLength: 12 }).filter((one) => one.trim() === one);
const leaf: fc.Arbitrary<Block> = fc.oneof(
  words.map((text) => ({ type: 'paragraph' as const, content: [{ text, bold: true as const }] })),
  words.map((text) => ({ type: 'heading' as const, level: 2, content: [{ text }] })),
);
const block: fc.Arbitrary<Block> = fc.oneof(
  leaf,
  fc.array(leaf, { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'blockquote' as const, content })),
  fc
    .array(fc.array(leaf, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
    .map((items) => ({ type: 'bulletList' as const, items })),
);

it('gives every block its own words back, in the same places', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (text) => {
      const other = wordsOfBlocks(text).map((one) => `<${one}>`);
      const dressed = withOtherWords(text, other);
      expect(wordsOfBlocks(dressed)).toEqual(other);
      expect(dressed.map(({ type }) => type)).toEqual(text.map(({ type }) => type));
    }),
  );
});

it('takes marks away, and a line break for a blank', () => {
  const text: Block[] = [
    { type: 'paragraph', content: [{ text: 'one', bold: true }, { break: true }, { text: 'two' }] },
  ];
  expect(wordsOfBlocks(text)).toEqual(['one two']);
  expect(withOtherWords(text, ['eins zwei'])).toEqual([{ type: 'paragraph', content: [{ text: 'eins zwei' }] }]);
});
