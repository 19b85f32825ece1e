import fc from 'fast-check';
import * as Y from 'yjs';
import { expect, it } from 'vitest';
import { canonicalText } from '../../../shared/statements/canonical.rules.js';
import type { Block, Inline } from '../../../shared/statements/statement-text.schema.js';
import { writeFragment } from './fragment-of-text.js';
import { textOfFragment } from './text-of-fragment.js';

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record(
    { text: words, bold: fc.constant(true as const), italic: fc.constant(true as const), link: fc.webUrl() },
    { requiredKeys: ['text'] },
  ),
  fc.constant({ break: true as const }),
  fc.record({ cites: fc.record({ kind: words, of: words }) }),
);
const content = fc.array(inline, { maxLength: 5 });
const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constant('paragraph' as const), content }),
    fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(2, 3), content }),
    fc.record({ type: fc.constant('blockquote' as const), content: fc.array(tie('block'), { maxLength: 3 }) }),
    fc.record({
      type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
      items: fc.array(fc.array(tie('block'), { maxLength: 2 }), { maxLength: 3 }),
    }),
  ),
}));

it('reads from a document what it wrote there: the canonical form is the same', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (text) => {
      const fragment = new Y.Doc().getXmlFragment('text');
      writeFragment(fragment, text);
      expect(canonicalText(textOfFragment(fragment))).toEqual(canonicalText(text));
    }),
  );
});

it('is canonical already when it is made canonical', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (text) => {
      expect(canonicalText(canonicalText(text))).toEqual(canonicalText(text));
    }),
  );
});
