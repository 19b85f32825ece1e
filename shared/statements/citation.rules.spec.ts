import { describe, expect, it } from 'vitest';
import { canonicalStatementJson } from './canonical.rules.js';
import { citationPath, citationsIn, footnotesOf, isCitation, numberOf } from './citation.rules.js';
import type { Inline, StatementText } from './statement-text.schema.js';

const post = '0b1f1a52-6c1e-4a7b-9d53-2f0c6f6f2a11';
const cites = (kind: string, of: string): Inline => ({ cites: { kind, of } });
const paragraph = (...content: Inline[]) => ({ type: 'paragraph' as const, content });

const text: StatementText = [
  paragraph({ text: 'Първо' }, cites('record', '2'), cites('post', post)),
  { type: 'bulletList', items: [[paragraph(cites('record', '2'))], [paragraph(cites('record', '7'))]] },
  { type: 'blockquote', content: [{ type: 'heading', level: 2, content: [cites('post', post)] }] },
];

describe('a citation', () => {
  it('is of a kind that is known, with a target as that kind has them', () => {
    expect(isCitation({ kind: 'record', of: '12' })).toBe(true);
    expect(isCitation({ kind: 'post', of: post })).toBe(true);
    for (const of of ['0', '012', '-1', '1.5', '1e3', '12 ', '', '1'.repeat(10), post, 12, undefined])
      expect(isCitation({ kind: 'record', of }), String(of)).toBe(false);
    // An id that tells a time is not a public name.
    for (const of of ['12', post.toUpperCase(), `${post}0`, '0190f5a0-0000-7000-8000-000000000001'])
      expect(isCitation({ kind: 'post', of }), of).toBe(false);
    expect(isCitation({ kind: 'constructor', of: '12' })).toBe(false);
  });

  it('leads to where its target stands', () => {
    expect(citationPath({ kind: 'record', of: '12' })).toBe('record#entry-12');
    expect(citationPath({ kind: 'post', of: post })).toBe(`posts/${post}`);
  });

  it('is in what is signed by its kind and its target, and by nothing else', () => {
    const clauses = [{ id: 'c', texts: { a: [paragraph({ text: 'а' }, cites('record', '2'))], b: [] } }];
    expect(canonicalStatementJson({ title: {}, languages: { a: 'bg', b: 'mk' }, clauses })).toBe(
      '{"authentic":"both texts equally","clauses":[{"a":[{"content":[{"text":"а"},{"cites":{"kind":"record","of":"2"}}],' +
        '"type":"paragraph"}],"b":[],"id":"c"}],"format":"entente-statement/1","languages":{"a":"bg","b":"mk"},"title":{}}',
    );
  });
});

describe('the footnotes of a text', () => {
  it('are numbered as it is read, and what is cited again has the number that it has', () => {
    expect(citationsIn(text)).toHaveLength(5);
    const notes = footnotesOf(text);
    expect(notes.map(({ number, cites: { of } }) => [number, of])).toEqual([
      [1, '2'],
      [2, post],
      [3, '7'],
    ]);
    expect(numberOf(notes, { kind: 'post', of: post })).toBe(2);
    expect(numberOf(notes, { kind: 'record', of: '8' })).toBe(0);
  });

  it('are made of the first citation of each target, so that one mark is the one to go back to', () => {
    const [first] = citationsIn(text);
    expect(footnotesOf(text)[0]?.cites).toBe(first);
  });
});
