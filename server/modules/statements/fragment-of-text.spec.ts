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

it('TRAP-16: knows no paragraph by an id: one that is split, pasted or merged twice says what its words say', () => {
  const paragraph = (words: string): Block => ({ type: 'paragraph', content: [{ text: words }] });
  const [here, there] = [new Y.Doc(), new Y.Doc()];
  const fragment = here.getXmlFragment('text');
  writeFragment(fragment, [paragraph('Водата')]);
  const named = (of: Y.XmlFragment): Y.XmlElement[] => of.toArray().filter((one) => one instanceof Y.XmlElement);
  named(fragment)[0]?.setAttribute('pid', 'p1');
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
  // Both split the same paragraph at once, and each editor copies its attributes.
  for (const doc of [here, there]) {
    const copy = named(doc.getXmlFragment('text'))[0]?.clone();
    if (copy) doc.getXmlFragment('text').push([copy]);
  }
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
  expect(named(fragment).map((one) => one.getAttribute('pid'))).toEqual(['p1', 'p1', 'p1']);
  const thrice = [paragraph('Водата'), paragraph('Водата'), paragraph('Водата')];
  expect(canonicalText(textOfFragment(fragment))).toEqual(canonicalText(thrice));
});
