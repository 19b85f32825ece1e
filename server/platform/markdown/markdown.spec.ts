import { describe, expect, it } from 'vitest';
import type { Block, Inline, RichText } from '../../../shared/language/rich-text.js';
import { parseMarkdown } from './markdown.js';
import { membersMentioned, namesMentioned } from './mentions.js';
import { plainText } from '../../../shared/language/plain-text.js';

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
    expect(mentions.map((one) => (one.type === 'mention' ? one.pseudonym : ''))).toEqual([
      'Elena',
      'Тихата вода',
      'احمد',
    ]);
    expect(namesMentioned('Hi @Elena. @"Тихата вода"')).toContain('Elena');
  });

  it('SEC-29: links only to http, https and mailto, and shows a lookalike host as what it is', () => {
    const hrefs = (source: string) =>
      everyInline(parseMarkdown(source)).flatMap((one) => (one.type === 'link' ? [one.href] : []));
    for (const bad of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      '//evil.example',
      'java\tscript:x',
      'https://user:pass@evil.example',
      '&#106;avascript:x',
    ]) {
      expect(hrefs(`[x](${bad}) [y](<${bad}>) ![z](${bad}) <${bad}>`)).toEqual([]);
    }
    expect(hrefs('[a](https://example.org/b)')).toEqual(['https://example.org/b']);
    expect(hrefs('[a](https://аpple.example)')).toEqual(['https://xn--pple-43d.example/']);
    expect(hrefs('write to mailto:a@example.org or [me](mailto:a@example.org)')).toContain('mailto:a@example.org');
  });

  it('SEC-29: a link shows where it leads', () => {
    const shown = (source: string) =>
      everyInline(parseMarkdown(source)).flatMap((one) =>
        one.type === 'link' ? [plainText([{ type: 'paragraph', inlines: one.inlines }])] : [],
      );
    expect(shown('https://аpple.example/вода and <https://аpple.example>')).toEqual([
      'https://xn--pple-43d.example/вода',
      'https://xn--pple-43d.example',
    ]);
    expect(shown('[Apple](https://аpple.example)')).toEqual(['Apple (xn--pple-43d.example)']);
    expect(shown('[good.example](https://evil.example/x)')).toEqual(['good.example (evil.example)']);
    expect(shown('[the report](https://good.example/x) [good.example](https://good.example)')).toEqual([
      'the report',
      'good.example',
    ]);
    expect(shown('https://a.example/%E2%80%AEcba https://a.example/%20%ZZ')).toEqual([
      'https://a.example/%E2%80%AEcba',
      'https://a.example/%20%ZZ',
    ]);
    expect(shown('<mailto:a@b.example?bcc=c@d.example&body=x>')).toEqual(['a@b.example']);
  });

  it('makes an image its description, and no link inside a link', () => {
    expect(parseMarkdown('[![a *b*](https://a.example/i.png)](https://b.example)')).toEqual([
      { type: 'paragraph', inlines: [{ type: 'link', href: 'https://b.example/', inlines: [text('a *b*')] }] },
    ]);
    expect(parseMarkdown('![](https://a.example/i.png)')).toEqual([
      {
        type: 'paragraph',
        inlines: [{ type: 'link', href: 'https://a.example/i.png', inlines: [text('https://a.example/i.png')] }],
      },
    ]);
  });

  it('looks up the shorter readings of a name, too', () => {
    expect(namesMentioned('@Ана.Мила’s and @x')).toEqual(['Ана.Мила’s', 'Ана.Мила', 'Ана']);
    expect(namesMentioned('@ab '.repeat(3))).toEqual(['ab']);
  });

  it('gives the words alone, without what somebody else said', () => {
    const source =
      '# Вода\n\nAn **important** [place](https://a.example) @"Тиха вода"\nhere\n\n> quoted\n\n- one\n- `two`\n\n---\n\n    code';
    expect(plainText(parseMarkdown(source, () => member))).toBe(
      'Вода\nAn important place @Тиха вода here\none\ntwo\ncode',
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
