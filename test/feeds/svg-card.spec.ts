import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsOf, xmlTree } from '../support/xml-tree.js';
import { svgCard } from '../../server/platform/feeds/svg-card.js';

const card = (language: string, text: string, of = language) =>
  xmlTree(svgCard({ language, words: [{ text, language: of, kind: 'body' }] }));
const linesOf = (root: ReturnType<typeof card>) => root.children.filter(({ name }) => name === 'text');

describe('a card', () => {
  it('is an image with a name, that loads nothing and runs nothing', () => {
    const root = card('en', 'overdue <script>alert(1)</script> & contested');
    expect(root.attributes).toMatchObject({ role: 'img', 'xml:lang': 'en' });
    expect(new Set(root.children.map(({ name }) => name))).toEqual(new Set(['title', 'rect', 'text']));
    expect(JSON.stringify(root)).not.toMatch(/"(?:href|style|on\w+|xlink:href)":/);
    expect(textsOf(root, 'title')).toEqual(['overdue <script>alert(1)</script> & contested']);
  });

  it('begins lines where those of its language begin, also lines that are written in the other direction', () => {
    const [ur] = linesOf(card('ur', 'عہد'));
    const [en] = linesOf(card('ur', 'River', 'en'));
    const [bg] = linesOf(card('bg', 'Река'));
    expect(ur?.attributes).toMatchObject({ x: '324', direction: 'rtl', 'text-anchor': 'start' });
    expect(en?.attributes).toMatchObject({ x: '324', direction: 'ltr', 'text-anchor': 'end' });
    expect(bg?.attributes).toMatchObject({ x: '16', direction: 'ltr', 'text-anchor': 'start' });
  });

  it('grows with what it says, in lines of which none is too long, and ends with dots what is longer still', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('ж', 'क', 'a'), minLength: 1, maxLength: 60 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, (all) => {
        const root = card('bg', all.join(' '));
        const lines = textsOf(root, 'text');
        expect(lines.length).toBeLessThanOrEqual(4);
        for (const line of lines) expect(Array.from(line).length).toBeLessThanOrEqual(37);
        const said = lines.join('').replaceAll(' ', '');
        if (!said.endsWith('…')) expect(said).toBe(all.join(''));
        const last = linesOf(root).at(-1)?.attributes['y'];
        expect(Number(root.attributes['height'])).toBeGreaterThan(Number(last));
      }),
    );
  });
});
