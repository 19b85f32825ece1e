import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../support/hostile-texts.js';
import { canonicalText } from '../../shared/statements/canonical.rules.js';
import type { Block, Inline, StatementText } from '../../shared/statements/statement-text.schema.js';
import { footnotesOf, numberOf, type Footnote } from '../../shared/statements/citation.rules.js';
import { markdownOfText, noteMark } from '../../shared/statements/export/markdown-text.js';

/** As readers' programs read it, with the HTML that ours does not take. */
const readers = {
  commonmark: new MarkdownIt('commonmark', { html: true }),
  'one that adds tables and strikes': new MarkdownIt({ html: true }),
};

const closings: Readonly<Record<string, true>> = {
  blockquote_open: true,
  bullet_list_open: true,
  ordered_list_open: true,
  list_item_open: true,
};

/** What a reader's program makes of it, as a text again; anything else than a text has makes it fail. */
function read(tokens: readonly Token[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const inside = token && closings[token.type] ? tokens.slice(at + 1, endOf(tokens, at)) : [];
    switch (token?.type) {
      case 'paragraph_open':
        blocks.push({ type: 'paragraph', content: inlines(tokens[at + 1]?.children ?? []) });
        at += 2;
        break;
      case 'heading_open':
        blocks.push({
          type: 'heading',
          level: Number(token.tag.slice(1)),
          content: inlines(tokens[at + 1]?.children ?? []),
        });
        at += 2;
        break;
      case 'blockquote_open':
        blocks.push({ type: 'blockquote', content: read(inside) });
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        blocks.push({ type: token.type === 'bullet_list_open' ? 'bulletList' : 'orderedList', items: items(inside) });
        break;
      default:
        throw new Error(`${token?.type} ${token?.content}`);
    }
    if (token && closings[token.type]) at = endOf(tokens, at);
  }
  return blocks;
}

const endOf = (tokens: readonly Token[], at: number): number =>
  tokens.findIndex((one, later) => later > at && one.level === tokens[at]?.level && one.nesting === -1);

function items(tokens: readonly Token[]): Block[][] {
  const found: Block[][] = [];
  for (let at = 0; at < tokens.length; at = endOf(tokens, at) + 1)
    found.push(read(tokens.slice(at + 1, endOf(tokens, at))));
  return found;
}

function inlines(tokens: readonly Token[]): Inline[] {
  const on = { bold: false, italic: false, link: undefined as string | undefined };
  return tokens.flatMap((token): Inline[] => {
    switch (token.type) {
      case 'strong_open':
      case 'strong_close':
        on.bold = token.nesting === 1;
        return [];
      case 'em_open':
      case 'em_close':
        on.italic = token.nesting === 1;
        return [];
      case 'link_open':
        on.link = String(token.attrGet('href'));
        return [];
      case 'link_close':
        on.link = undefined;
        return [];
      case 'hardbreak':
        return [{ break: true }];
      case 'text':
      case 'text_special':
        return [
          {
            text: token.content,
            ...(on.bold && { bold: true as const }),
            ...(on.italic && { italic: true as const }),
            ...(on.link !== undefined && { link: on.link }),
          },
        ];
      default:
        throw new Error(`${token.type} ${token.content}`);
    }
  });
}

/** The text as a file can say it: footnotes are their marks, a heading is one line and not below the sixth level. */
const sayable = (text: StatementText, notes: readonly Footnote[] = footnotesOf(text)): StatementText =>
  text.map((block): Block => {
    switch (block.type) {
      case 'blockquote':
        return { ...block, content: sayable(block.content, notes) };
      case 'bulletList':
      case 'orderedList':
        return { ...block, items: block.items.map((item) => sayable(item, notes)) };
      case 'heading':
        return {
          ...block,
          level: block.level + 2,
          content: said(block.content, notes).map((one) => ('break' in one ? { text: '\n' } : one)),
        };
      case 'paragraph':
        return { ...block, content: said(block.content, notes) };
    }
  });
const said = (content: readonly Inline[], notes: readonly Footnote[]): Inline[] =>
  content.map((one) => ('cites' in one ? { text: noteMark(numberOf(notes, one.cites)) } : one));

const markdownOf = (text: StatementText): string => {
  const notes = footnotesOf(text);
  return markdownOfText(text, { above: 2, noteOf: (cites) => numberOf(notes, cites) });
};

const roundTrip = (text: StatementText, reader: (typeof readers)['commonmark']): StatementText =>
  canonicalText(read(reader.parse(markdownOf(text), {})));

// prettier-ignore
const tricky = ['*', '**', '_', '__', '`', '```', '\\', '- ', '+ ', '1. ', '12) ', '# ', '> ', '===', '---', '~~~', '~~', '| a |', ':--', '<b>', '&amp;', '&#42;',
  '![a](b)', '[a]: b', ': b', '(b)', '[^1]', 'https://a.example', 'www.a.example', 'a@b.example', '    ', '\t', '\n', '\u00A0', '«', '»', '“', '।', '؟', '\u200D', '\u202E', '\u0301', '!', ' ', 'Вода', 'پانی', 'पानी', '👍🏽'];

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(...tricky),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(...hostileTexts),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(''));
const link = fc.constantFrom('https://example.org/', 'https://example.org/a?b=c&copy=d', 'mailto:a@example.org');
const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record(
      { text: words, bold: fc.constant(true as const), italic: fc.constant(true as const), link },
      { requiredKeys: ['text'] },
    ),
  },
  { weight: 1, arbitrary: fc.constant({ break: true as const }) },
  { weight: 1, arbitrary: fc.constant({ cites: { kind: 'record', of: '7' } }) },
);
const content = fc.array(inline, { minLength: 1, maxLength: 4 });
const { text: anyText } = fc.letrec<{ text: readonly Block[]; block: Block }>((tie) => ({
  text: fc.array(tie('block'), { maxLength: 3, depthIdentifier: 'text' }),
  block: fc.oneof(
    { depthIdentifier: 'text', withCrossShrink: true },
    fc.record({ type: fc.constant('paragraph' as const), content }),
    fc.record({ type: fc.constant('heading' as const), level: fc.integer({ min: 2, max: 4 }), content }),
    fc.record({ type: fc.constant('blockquote' as const), content: tie('text') }),
    fc.record({
      type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
      items: fc.array(tie('text'), { maxLength: 3 }),
    }),
  ),
}));

describe.each(Object.entries(readers))('a text as Markdown, read by %s', (_, reader) => {
  it('says the same words in the same structure, whatever they are', () => {
    fc.assert(
      fc.property(anyText, (any) => {
        const text = canonicalText(any);
        expect(roundTrip(text, reader)).toEqual(canonicalText(sayable(text)));
      }),
      { numRuns: 1500 },
    );
  });

  it('makes no markup of any hostile text', () => {
    for (const hostile of hostileTexts) {
      const text = canonicalText([{ type: 'paragraph', content: [{ text: hostile }] }]);
      expect(roundTrip(text, reader)).toEqual(text);
    }
  });
});

describe('a text as Markdown', () => {
  it('can be read as it is', () => {
    const text: StatementText = [
      { type: 'heading', level: 2, content: [{ text: 'Вода' }] },
      { type: 'paragraph', content: [{ text: 'Реката е ' }, { text: 'чиста', bold: true }, { text: '.' }] },
      {
        type: 'orderedList',
        items: [
          [{ type: 'paragraph', content: [{ text: 'пролет' }] }],
          [{ type: 'paragraph', content: [{ text: 'есен' }] }],
        ],
      },
    ];
    expect(markdownOf(text)).toBe('#### Вода\n\nРеката е **чиста**.\n\n1. пролет\n\n2. есен');
  });

  it('keeps programs that link bare addresses from doing so', () => {
    const text: StatementText = [{ type: 'paragraph', content: [{ text: 'https://a.example www.b.example' }] }];
    expect(markdownOf(text)).toBe('https\\://a.example www\\.b.example');
  });

  it('SEC-29: links to public addresses only, and says the words of others', () => {
    const linked = (address: string) => markdownOf([{ type: 'paragraph', content: [{ text: 'here', link: address }] }]);
    expect(linked('https://example.org/a')).toBe('[here](<https://example.org/a>)');
    for (const bad of ['javascript:x()', 'data:text/html,x', 'https://localhost/', '//evil.example'])
      expect(linked(bad)).toBe('here');
  });
});
