import MarkdownIt from 'markdown-it';
import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ratifiedStatement, type RatifiedStatement } from '../../shared/statements/ratified.schema.js';
import { groupedHash } from '../../shared/statements/export/file-words.js';
import { htmlOfStatement } from '../../shared/statements/export/html-of-statement.js';
import { jsonOfStatement } from '../../shared/statements/export/json-of-statement.js';
import { markdownOfStatement } from '../../shared/statements/export/markdown-of-statement.js';
import { accessibilityFaults, chromiumPath, openBrowser } from '../support/browser.js';
import { hostileTexts } from '../support/hostile-texts.js';
import {
  citingStatement,
  paragraphs,
  plainWords,
  railwayStatement,
  ratified,
  riverStatement,
} from '../support/ratified.js';

const base64 = (text: string): string => createHash('sha256').update(text).digest('base64');
const html = (statement: RatifiedStatement, language = 'en'): string =>
  htmlOfStatement(statement, { ...plainWords, language }, base64);

/** Hostile texts wherever people's words stand: title, clauses, links, reservations, names. */
const hostile = ratified({
  languages: { a: 'bg', b: 'mk' },
  title: { bg: hostileTexts[0] ?? '', mk: '</title><script>x()</script>' },
  clauses: Array.from({ length: Math.ceil(hostileTexts.length / 20) }, (_, at) => {
    const texts = hostileTexts.slice(at * 20, at * 20 + 20);
    return {
      a: paragraphs(...texts),
      b: texts.map((text) => ({ type: 'heading' as const, level: 2, content: [{ text: 'a', link: text }, { text }] })),
    };
  }),
  reservation: { bg: '<img src=x onerror=x()>', mk: '</aside><script>x()</script>' },
  names: { a: { bg: '<svg/onload=x()>' }, b: { mk: '"><script>x()</script>' } },
});

describe('a ratified statement as a file', () => {
  it.each([
    ['bg', ['Мерим водата заедно', 'Ја мериме водата заедно']],
    ['mk', ['Ја мериме водата заедно', 'Мерим водата заедно']],
  ])(
    'has both texts, those of a reader of %s first, and all who signed or reserved',
    (language, [first = '', second = '']) => {
      for (const file of [
        html(riverStatement, language),
        markdownOfStatement(riverStatement, { ...plainWords, language }),
      ]) {
        expect(file.indexOf(first)).toBeGreaterThan(0);
        expect(file.indexOf(second)).toBeGreaterThan(file.indexOf(first));
        for (const words of [
          'Числата са на един лист.',
          'Бројките се на ист лист.',
          'Само во лето.',
          'Здружение Вода',
          'Дружество Река',
        ])
          expect(file).toContain(words);
        expect(file).toContain(groupedHash(riverStatement.hash));
        expect(file).toContain('jq -j .canonical | sha256sum');
      }
    },
  );

  it('says of every text in which language and direction it is', () => {
    const file = html(railwayStatement);
    expect(file).toContain('<section class="page" lang="hi" dir="ltr">');
    expect(file).toContain('<section class="page" lang="ur" dir="rtl">');
    expect(file).toContain('<html lang="en" dir="ltr">');
    expect(html(railwayStatement, 'ur')).toContain('<html lang="ur" dir="rtl">');
  });

  it('needs nothing and does nothing as HTML: no script, no address, one style named by its hash', () => {
    const file = html(riverStatement);
    const style = /<style>(.*?)<\/style>/s.exec(file)?.[1] ?? '';
    expect(file).toContain(`style-src 'sha256-${base64(style)}';`);
    expect(file).toContain(`content="default-src 'none';`);
    expect(file.replace(style, '')).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\sstyle=|\son\w+=/);
    expect(style).not.toMatch(/url\(|@import/);
  });

  it('is as data what the server answers, character by character', () => {
    expect(JSON.parse(jsonOfStatement(riverStatement, plainWords))).toEqual({ ...riverStatement, footnotes: [] });
    // A file that was kept before there were footnotes is one all the same.
    const { citations: _, ...kept } = riverStatement;
    expect(ratifiedStatement.parse(kept)).toEqual(riverStatement);
  });

  it('has what the texts cite beneath each of them, numbered as it is read; what is not there leads nowhere', () => {
    const markdown = markdownOfStatement(citingStatement, { ...plainWords, language: 'bg' });
    const [post] = citingStatement.citations.flatMap(({ kind, of }) => (kind === 'post' ? [of] : []));
    expect(markdown).toContain(
      `Първо[^1]\\(тук)[^2]\n\n- Пак[^1]\n\n[^1]: record 2 <https://talk.example.org/2>\n\n[^2]: post ${post} <https://talk.example.org/${post}>`,
    );
    expect(markdown).toContain(`Прво[^3]\n\n[^3]: post ${post} <`);
    expect(markdown).toContain('Крај.[^4]\n\n[^4]: gone\n');

    const file = html(citingStatement, 'bg');
    const [first = '', second = '', third = '', fourth = ''] = file.split('<section class="page"').slice(1);
    const marks = (page: string) => [...page.matchAll(/role="doc-noteref">(\d+)</g)].map(([, number]) => number);
    expect([first, second, third, fourth].map(marks)).toEqual([['1', '2', '1'], ['1'], [], ['1']]);
    for (const [, name = ''] of file.matchAll(/href="#([^"]+)"/g)) expect(file.split(` id="${name}"`)).toHaveLength(2);
    expect(fourth).toContain('<span>gone</span>');

    const { footnotes } = JSON.parse(jsonOfStatement(citingStatement, plainWords)) as { footnotes: object[] };
    const [clause, other] = citingStatement.clauses.map(({ id }) => id);
    expect(footnotes).toMatchObject([
      { clause, side: 'a', number: 1, cites: { kind: 'record', of: '2' }, address: 'https://talk.example.org/2' },
      { clause, side: 'a', number: 2, cites: { kind: 'post', of: post } },
      { clause, side: 'b', number: 1, cites: { kind: 'post', of: post } },
      { clause: other, side: 'b', number: 1, says: 'gone', address: null },
    ]);
  });

  it('SEC-27: makes no markup of hostile texts in Markdown', () => {
    const tokens = new MarkdownIt('commonmark', { html: true }).parse(markdownOfStatement(hostile, plainWords), {});
    const types = new Set(tokens.flatMap((token) => [token.type, ...(token.children ?? []).map(({ type }) => type)]));
    for (const type of ['html_block', 'html_inline', 'image', 'fence', 'code_inline'])
      expect(types).not.toContain(type);
    const links = tokens.flatMap((token) =>
      (token.children ?? []).filter(({ type }) => type === 'link_open').map((one) => String(one.attrGet('href'))),
    );
    expect(links.filter((link) => !/^(https?:\/\/|mailto:)/.test(link) || /x\(\)/.test(link))).toEqual([]);
  });
});

describe.skipIf(chromiumPath === undefined)('a ratified statement as HTML, in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  async function opened(file: string) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('request', (request) => troubles.push(request.url()));
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    await page.addInitScript('window.x = () => { window.__x = true; };');
    await page.setContent(file);
    return { page, context, troubles };
  }

  it('SEC-27: runs nothing and asks for nothing, whatever people wrote', async () => {
    const { page, context, troubles } = await opened(html(hostile));
    const harm = await page.evaluate(`({
      ran: window.__x ?? false,
      foreign: [...document.querySelectorAll('body :is(script, iframe, object, embed, base, meta, style, img, svg, form)')].map((one) => one.outerHTML),
      handlers: [...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames().filter((name) => /^on|^style$/i.test(name))),
      addresses: [...document.querySelectorAll('a')].map((one) => one.href).filter((href) => !/^(https?:\\/\\/|mailto:)/.test(href) || /x\\(\\)/.test(href)),
    })`);
    expect(harm).toEqual({ ran: false, foreign: [], handlers: [], addresses: [] });
    expect(troubles).toEqual([]);
    const shown = await page.locator('main').innerText();
    for (const text of hostileTexts.filter((one) => /^[\x20-\x7E]+$/.test(one) && !/ {2}/.test(one)))
      expect(shown).toContain(text.trim());
    await context.close();
  });

  it('sets paragraphs that belong together beside each other, and is open to all', async () => {
    const { page, context, troubles } = await opened(html(railwayStatement, 'ur'));
    await page.setViewportSize({ width: 1280, height: 900 });
    const boxes = await page.evaluate(
      `[...document.querySelectorAll('.page > p:last-child')].map((one) => one.getBoundingClientRect().toJSON())`,
    );
    const [first, second] = boxes as { top: number; left: number }[];
    expect(first?.top).toBe(second?.top);
    expect(first?.left).toBeGreaterThan(second?.left ?? 0);
    expect(troubles).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await context.close();
  });
});
