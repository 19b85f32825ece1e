import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline, RichText } from '../../../shared/language/rich-text.js';
import { parseMarkdown, TooDeep } from './markdown.js';
import { membersMentioned, namesMentioned } from './mentions.js';

const member = '0190f5a0-0000-7000-8000-000000000001';
const post = '0190f5a0-0000-7000-8000-000000000002';
const text = (words: string): Inline => ({ type: 'text', text: words });

describe('Markdown, a safe subset', () => {
  it('reads paragraphs, headings, lists, emphasis, code and rules', () => {
    expect(parseMarkdown('# Вода\n\nПрв **важен** и *тих* `код`\n\n- а\n- б\n\n3. три\n\n---\n\n    код')).toEqual([
      { type: 'heading', level: 2, inlines: [text('Вода')] },
      {
        type: 'paragraph',
        inlines: [
          text('Прв '),
          { type: 'strong', inlines: [text('важен')] },
          text(' и '),
          { type: 'emphasis', inlines: [text('тих')] },
          text(' '),
          { type: 'code', text: 'код' },
        ],
      },
      {
        type: 'bulletList',
        items: [[{ type: 'paragraph', inlines: [text('а')] }], [{ type: 'paragraph', inlines: [text('б')] }]],
      },
      { type: 'orderedList', start: 3, items: [[{ type: 'paragraph', inlines: [text('три')] }]] },
      { type: 'rule' },
      { type: 'code', text: 'код' },
    ]);
  });

  it('names the post that is quoted', () => {
    expect(parseMarkdown(`> [quote:${post}]\n> پانی`)).toEqual([
      { type: 'quote', post, blocks: [{ type: 'paragraph', inlines: [text('پانی')] }] },
    ]);
  });

  it('mentions members by name, with or without spaces, and leaves strangers and code alone', () => {
    const known = (name: string) => (['Elena', 'Тихата вода', 'احمد'].includes(name) ? member : undefined);
    const parsed = parseMarkdown('Hi @Elena. And @"Тихата вода", @nobody, `@Elena`, a@Elena, @احمد!', known);
    expect(membersMentioned(parsed)).toEqual([member]);
    const [paragraph] = parsed;
    const mentions = paragraph?.type === 'paragraph' ? paragraph.inlines.filter(({ type }) => type === 'mention') : [];
    expect(mentions.map((one) => (one.type === 'mention' ? one.pseudonym : ''))).toEqual(['Elena', 'Тихата вода', 'احمد']);
    expect(namesMentioned('Hi @Elena. @"Тихата вода"')).toContain('Elena');
  });

  it('SEC-29: links only to http, https and mailto, and shows a lookalike host as what it is', () => {
    const hrefs = (source: string) => everyInline(parseMarkdown(source)).flatMap((one) => (one.type === 'link' ? [one.href] : []));
    for (const bad of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '//evil.example', 'java\tscript:x', 'https://user:pass@evil.example', '&#106;avascript:x']) {
      expect(hrefs(`[x](${bad}) [y](<${bad}>) ![z](${bad}) <${bad}>`)).toEqual([]);
    }
    expect(hrefs('[a](https://example.org/b)')).toEqual(['https://example.org/b']);
    expect(hrefs('[a](https://аpple.example)')).toEqual(['https://xn--pple-43d.example/']);
    expect(hrefs('write to mailto:a@example.org or [me](mailto:a@example.org)')).toContain('mailto:a@example.org');
  });

  it('SEC-28: bombs are read or refused within 100 ms', () => {
    const pieces = ['[', '*', '>', '`', '![', '- ', '<', '_', '~', '&', '1. ', '(', '[](', '**a', '\n> ', '\\', '| ', '#'];
    for (const piece of pieces) {
      const bomb = piece.repeat(Math.floor(10_000 / piece.length));
      const began = performance.now();
      try {
        parseMarkdown(bomb);
      } catch (error) {
        expect(error).toBeInstanceOf(TooDeep);
      }
      expect(performance.now() - began, JSON.stringify(piece)).toBeLessThan(100);
    }
  });

  it('SEC-27: whatever is written, the tree holds only known nodes and safe addresses', () => {
    const hostile = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('<script>', '<img src=x onerror=alert(1)>', '[a](javascript:x)', '> ', '- ', '**', '`', '\n', '![](', '<svg/onload=x>', '&lt;', '\u202E', '@"a"'),
      ),
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        const source = parts.join('');
        let parsed: RichText;
        try {
          parsed = parseMarkdown(source);
        } catch (error) {
          expect(error).toBeInstanceOf(TooDeep);
          return;
        }
        for (const inline of everyInline(parsed)) {
          if (inline.type === 'link') expect(inline.href).toMatch(/^(https?|mailto):/);
          if (inline.type === 'text') expect(inline.text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
        }
        expect(parseMarkdown(source)).toEqual(parsed);
      }),
      { numRuns: 300 },
    );
  });
});

function everyInline(blocks: RichText): Inline[] {
  const deep = (inline: Inline): Inline[] => [inline, ...('inlines' in inline ? inline.inlines.flatMap(deep) : [])];
  const ofBlock = (block: Block): Inline[] => {
    if ('inlines' in block) return block.inlines.flatMap(deep);
    if ('items' in block) return block.items.flatMap(everyInline);
    return block.type === 'quote' ? everyInline(block.blocks) : [];
  };
  return blocks.flatMap(ofBlock);
}
