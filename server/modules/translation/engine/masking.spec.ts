import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../platform/markdown/markdown.js';
import { mask, type Masked } from './masking.js';

const identity = (masked: Masked): Map<string, string> =>
  new Map(masked.segments.map(({ id, html }) => [id, masked.restore(id, html) ?? 'LOST']));

const htmlOf = (markdown: string): string[] => mask(markdown).segments.map(({ html }) => html);

/** Puts the one segment of a text back together from what an engine may have made of it. */
function restored(markdown: string, change: (html: string) => string): string | undefined {
  const masked = mask(markdown);
  const words = masked.restore('s0', change(masked.segments[0]?.html ?? ''));
  return words === undefined ? undefined : masked.assemble(new Map([['s0', words]]));
}

describe('what is masked', () => {
  it('TRAP-06: an engine sees paragraphs, headings, list items and quotes as pieces of words', () => {
    const text =
      '# Река\n\nПрв ред\nвтор ред\n\n> цитат\n> понатаму\n\n- точка\n- уште\n  - внатре\n\n***\n\n```\nкод\n```\n\n    код';
    expect(htmlOf(text)).toEqual([
      'Река',
      'Прв ред<x id="1"/>втор ред',
      'цитат<x id="1"/>понатаму',
      'точка',
      'уште',
      'внатре',
    ]);
  });

  it.each([
    ['a link', 'Види [мапа](https://example.org/a_(b)?c=1 "наслов") овде', 'мапа'],
    ['an address', 'Види https://example.org/x?y=1#z. Потоа', '. Потоа'],
    ['an address without scheme', 'Види www.example.org/пат, или example.org.', ', или'],
    ['an e-mail', 'Пиши на ana.b+c@example.org денес', 'денес'],
    ['a mention', 'Прашај ја @Елена_М. и @"Борис Река" денес', 'денес'],
    ['code', 'Напиши `не < да` и ``a`b`` денес', 'денес'],
    ['a date', 'Средба на 2027-03-01 во 12:30 часот', 'часот'],
    ['a share', 'Има 12,5 % вода и ۱۲٪ песок', 'песок'],
    ['an entity and a tag', 'Река &amp; <b>мост</b> денес', 'денес'],
    ['an alternative', 'вода/река или', 'или'],
    ['a quoted post', '[quote:0b9c2f0e-1111-4222-8333-444455556666] збор', 'збор'],
  ])('%s', (_, text, kept) => {
    const html = htmlOf(text).join(' ');
    expect(html).toContain(kept);
    expect(html.replace(/<x id="\d+"\/>/g, '')).not.toMatch(/[\d<>&*[\]/@`_]|example|Елена|Борис|quote|наслов/);
    const masked = mask(text);
    expect(masked.assemble(identity(masked))).toBe(text);
  });

  it('what stands at the ends is not even sent', () => {
    expect(htmlOf('**Мостот** [е](https://a.bc) 12')).toEqual(['Мостот<x id="1"/>е']);
  });

  it('a text without words has no segments', () => {
    expect(htmlOf('12:30 — 50 %\n\n```\nне\n```\n\n@Елена https://example.org')).toEqual([]);
  });
});

describe('what comes back', () => {
  it('is refused when a placeholder is lost, doubled or invented, or when marks change their order', () => {
    const text = 'до 5 и **само** крај';
    expect(restored(text, (html) => html)).toBe(text);
    expect(restored(text, (html) => html.replace('<x id="1"/>', ''))).toBeUndefined();
    expect(restored(text, (html) => `${html}<x id="1"/>`)).toBeUndefined();
    expect(restored(text, (html) => `${html}<x id="9"/>`)).toBeUndefined();
    expect(restored(text, () => 'до <x id="1"/> и <x id="5"/>само<x id="3"/> крај')).toBeUndefined();
    expect(restored(text, (html) => `<b>${html}</b>`)).toBeUndefined();
  });

  it('may have its numbers and names elsewhere, and its placeholders in long form', () => {
    expect(restored('На 5 мај дојде @Ана кај нас', () => '<x id="3"></x> дойде <x id="1" /> май при нас')).toBe(
      '@Ана дойде 5 май при нас',
    );
  });

  it('has its marks touch the words that they touched', () => {
    expect(restored('ова **важно** е', () => 'това<x id="1"/> важно <x id="3"/>е')).toBe('това **важно** е');
  });

  it('makes no structure of its own: neither lists nor lines, emphasis, links or code', () => {
    expect(restored('Збор еден', () => '- дума\n\n# една')).toBe('\\- дума # една');
    expect(restored('Збор еден', () => '1. дума')).toBe('1\\. дума');
    const [block, ...others] = parseMarkdown(restored('Збор', () => '*а* [б](https://c.de) `г` &lt;д&gt; _е_') ?? '');
    expect(others).toEqual([]);
    expect(block).toEqual({
      type: 'paragraph',
      inlines: [
        { type: 'text', text: '*а* [б](' },
        expect.objectContaining({ type: 'link' }),
        { type: 'text', text: ') `г` <д> _е_' },
      ],
    });
  });

  it('is read with its entities', () => {
    expect(restored('Збор', () => '&bdquo;А&#39;&#x26;&quot;&unknown;')).toBe('&bdquo;А\'&"&unknown;');
  });

  it('can be put together from pieces that never saw a placeholder', () => {
    const masked = mask('Ова е **многу** важно за @Ана денес');
    const pieces = masked.piecesOf('s0');
    expect(pieces.map(({ html }) => html)).toEqual(['Ова е', 'многу', 'важно за', 'денес']);
    const upper = new Map(pieces.map(({ id, html }) => [id, html.toUpperCase()]));
    expect(masked.restorePieces('s0', upper)).toBe('ОВА Е **МНОГУ** ВАЖНО ЗА @Ана ДЕНЕС');
    expect(masked.restorePieces('s0', new Map())).toBeUndefined();
    expect(masked.restorePieces('s0', new Map([...upper].map(([id]) => [id, '<i>х</i>'])))).toBeUndefined();
  });
});

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    'вода',
    'река ',
    'не ',
    'پانی ',
    'पानी ',
    '\n',
    '\n\n',
    '\r\n',
    '  \n',
    '\t',
    '    ',
    '\\\n',
    '\u0000',
  ),
  fc.constantFrom('**', '_', '> ', '- ', '+ ', '1. ', '# ', ' #', '===\n', '---\n', '`', '``', '```\n', '~~~\n', '\\'),
  fc.constantFrom(
    '[a](b)',
    '[а](<b c> "т")',
    '![',
    '](',
    '<x id="0"/>',
    '</p>',
    '&amp;',
    '&#0;',
    '@"а б"',
    '@а.',
    '#т',
  ),
  fc.constantFrom('3,14', '+1 000 %', 'https://a.b/c_d.', 'a@b.cd', 'example.org/x', '[quote:', '/', '^a$', '{x}', '⟦'),
);
const markdown = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

describe('any text', () => {
  it('is the same after an engine that changes nothing', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const masked = mask(text);
        expect(masked.assemble(identity(masked))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same from pieces, when pieces are what changes nothing', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const masked = mask(text);
        const back = new Map(
          masked.segments.map(({ id }) => {
            const pieces = new Map(masked.piecesOf(id).map((one) => [one.id, one.html]));
            return [id, masked.restorePieces(id, pieces) ?? 'LOST'];
          }),
        );
        expect(masked.assemble(back)).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps its blocks whatever words come back', () => {
    const shape = (text: string): unknown =>
      JSON.parse(JSON.stringify(parseMarkdown(text)), (key, value: unknown) => (key === 'inlines' ? [] : value));
    const noise = fc.string({ unit: fc.constantFrom(...'аб12 -+=#>1.)*_`[]()~|:\n\\'), maxLength: 8 });
    const texts = fc.constantFrom(
      'Збор',
      '- а\n- б',
      '> а **б** в\n> г 5\n\nд',
      '# а\n\n1. б\n2. в',
      'а\nб\nв',
      '**а** б',
    );
    fc.assert(
      fc.property(texts, fc.array(noise, { minLength: 8, maxLength: 8 }), (text, noises) => {
        const masked = mask(text);
        let at = 0;
        const back = masked.segments.flatMap(({ id, html }): [string, string][] => {
          const words = masked.restore(
            id,
            html.replace(/\p{Script=Cyrillic}+/gu, () => `${noises[at++]}ж`),
          );
          return words === undefined ? [] : [[id, words]];
        });
        expect(shape(masked.assemble(new Map(back)))).toEqual(shape(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['`', 5_000],
    ['` `` ', 2_000],
    ['a.', 5_000],
    ['](', 5_000],
    ['](a', 3_000],
    ['1,', 5_000],
    ['@"', 5_000],
    ['a', 10_000],
    ['http://', 1_400],
    ['&a', 5_000],
    ['> ', 5_000],
    ['**а ', 2_500],
  ])('%j many times is read in time', (one, times) => {
    const text = `вода ${one.repeat(times)} вода`;
    const began = performance.now();
    const masked = mask(text);
    expect(masked.assemble(identity(masked))).toBe(text);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
