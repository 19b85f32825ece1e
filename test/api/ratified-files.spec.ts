import MarkdownIt from 'markdown-it';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ratifiedStatement, type RatifiedStatement } from '../../shared/statements/ratified.schema.js';
import { chromiumPath } from '../support/browser.js';
import { startDemonstration, type Demonstration } from '../support/demonstration.js';
import { startApp, type TestApp } from '../support/app.js';
import { pagesOfPdf } from '../support/pdf-text.js';

const noEngine = ',';
let demonstration: Demonstration;
let printing: TestApp;

/** The ratified statement of each demonstration dyad, as anybody reads it. */
const statements = new Map<string, RatifiedStatement>();

beforeAll(async () => {
  demonstration = await startDemonstration({ before: noEngine, engines: noEngine });
  printing = await startApp(
    { TRANSLATION_ENGINES: noEngine, ...(chromiumPath !== undefined && { ENTENTE_CHROMIUM: chromiumPath }) },
    demonstration.database,
  );
  const visitor = demonstration.app.visitor();
  for (const dyad of ['bg-mk', 'hi-ur']) {
    const { statements: all } = await visitor.call('GET /api/dyads/:dyad/ratified-statements', { params: { dyad } });
    const params = { dyad, statement: all[0]?.id ?? '' };
    statements.set(dyad, await visitor.call('GET /api/dyads/:dyad/statements/:statement/ratified', { params }));
  }
}, 180_000);
afterAll(async () => {
  await printing?.close();
  await demonstration?.close();
});

const of = (dyad: string): RatifiedStatement => {
  const found = statements.get(dyad);
  if (!found) throw new Error(`${dyad} has no ratified statement`);
  return found;
};

const addressOf = (dyad: string, ending: string, id = of(dyad).id): string =>
  `/api/dyads/${dyad}/statements/${id}/ratified${ending}`;
const ask = (ending: string, dyad = 'bg-mk', app: TestApp = demonstration.app): Promise<Response> =>
  fetch(app.url + addressOf(dyad, ending));

/** Every word of both texts, of the title and of those who signed. */
const wordsOf = ({ clauses, title, languages, signatures, reservations }: RatifiedStatement): string[] => [
  ...Object.values(title),
  ...clauses.flatMap(({ texts }) =>
    [texts.a, texts.b].flatMap((text) => JSON.stringify(text).match(/(?<="text":")[^"\\]+/g) ?? []),
  ),
  ...signatures.flatMap(({ organisation }) => Object.values(languages).flatMap((one) => organisation.name[one] ?? [])),
  ...reservations.flatMap(({ text }) => Object.values(text)),
];

describe('the files of a ratified statement', () => {
  it.each([
    ['.md', 'text/markdown; charset=utf-8'],
    ['.html', 'text/html; charset=utf-8'],
    ['.json', 'application/json; charset=utf-8'],
  ])('are there for visitors, to keep and not to be shown in our name: %s', async (ending, type) => {
    const answer = await ask(`${ending}?language=mk`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('content-language')).toBe('bg, mk');
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="[a-z0-9-]+\\${ending}"; filename\\*=UTF-8''[\\w%.~-]+\\${ending}$`),
    );
    expect(decodeURIComponent(answer.headers.get('content-disposition')?.split("UTF-8''")[1] ?? '')).toBe(
      `${of('bg-mk').title['mk']}${ending}`,
    );
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*;sandbox$/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it.each(['bg-mk', 'hi-ur'])('have all that was said and signed: %s', async (dyad) => {
    const [language = ''] = Object.values(of(dyad).languages);
    const html = wordsOfHtml(await (await ask(`.html?language=${language}`, dyad)).text());
    const markdown = wordsOfMarkdown(await (await ask(`.md?language=${language}`, dyad)).text());
    for (const words of wordsOf(of(dyad))) for (const file of [html, markdown]) expect(file).toContain(words);
  });

  it('say what is not text in the language that is asked for, and refuse one that we do not speak', async () => {
    expect(await (await ask('.md?language=bg')).text()).toContain('## Подписи');
    expect(await (await ask('.md?language=mk')).text()).toContain('## Потписи');
    expect(await (await ask('.md')).text()).toContain('## Signatures');
    expect(await (await ask('.html?language=ur', 'hi-ur')).text()).toContain('<html lang="ur" dir="rtl">');
    expect((await ask('.md?language=xx')).status).toBe(400);
  });

  it('can be checked as data: the file is what anybody reads, and its characters have its fingerprint', async () => {
    const file = ratifiedStatement.parse(await (await ask('.json')).json());
    expect(file).toEqual(of('bg-mk'));
    expect(createHash('sha256').update(file.canonical).digest('hex')).toBe(file.hash);
  });

  it('are listed with the sizes that they have', async () => {
    for (const dyad of ['bg-mk', 'hi-ur']) {
      const { files } = (await (await ask('/files?language=hi', dyad)).json()) as {
        files: { format: string; bytes: number }[];
      };
      expect(files.map(({ format }) => format)).toEqual(['html', 'md', 'json']);
      for (const { format, bytes } of files) {
        const content = await (await ask(`.${format}?language=hi`, dyad)).arrayBuffer();
        expect([format, content.byteLength]).toEqual([format, bytes]);
      }
    }
  });

  it('are no PDF where no browser is configured, and the answer says so in the language of the caller', async () => {
    const answer = await fetch(demonstration.app.url + addressOf('bg-mk', '.pdf'), {
      headers: { 'accept-language': 'bg' },
    });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({
      code: 'print.not_configured',
      detail: expect.stringContaining('PDF') as string,
    });
  });

  it('SEC-18: are not found in another dyad, and a draft has none', async () => {
    const [draft] = await demonstration.database.query<{ id: string }>(
      `select statement.id from statement join dyad on dyad.id = statement.dyad_id where slug = 'bg-mk' and state <> 'ratified'`,
    );
    for (const ending of ['', '.md', '.html', '.json', '.pdf', '/files']) {
      for (const [dyad, id] of [
        ['hi-ur', of('bg-mk').id],
        ['bg-mk', of('hi-ur').id],
        ['bg-mk', draft?.id],
        ['nowhere', of('bg-mk').id],
      ] as const) {
        const { status } = await fetch(printing.url + addressOf(dyad, ending, id));
        expect([ending, dyad, status]).toEqual([ending, dyad, 404]);
      }
    }
  });
});

describe.skipIf(chromiumPath === undefined)('a ratified statement as PDF', () => {
  it.each([
    ['bg-mk', 'mk'],
    ['hi-ur', 'ur'],
  ])('has both texts, and its fingerprint at the foot of each page: %s', async (dyad, language) => {
    const answer = await ask(`.pdf?language=${language}`, dyad, printing);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const pages = pagesOfPdf(Buffer.from(await answer.arrayBuffer()));
    const letters = new Set(pages.join(''));
    for (const words of wordsOf(of(dyad))) {
      // Glyphs of a script that joins its letters stand for some of them together, so letters are looked for, not words.
      expect([...words].filter((letter) => /\p{L}/u.test(letter) && !letters.has(letter))).toEqual([]);
    }
    expect(pages.length).toBeGreaterThan(0);
    for (const page of pages) expect(page.replaceAll(' ', '')).toContain(`SHA-256${of(dyad).hash}`);
  });

  it('is listed without a size, since it is made when it is asked for', async () => {
    const { files } = (await (await ask('/files', 'bg-mk', printing)).json()) as {
      files: { format: string; bytes: number | null }[];
    };
    expect(files).toContainEqual({ format: 'pdf', bytes: null });
  });
});

const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** The words of an HTML file: what stands between its tags. */
const wordsOfHtml = (html: string): string =>
  html.replace(/<[^>]*>/g, '\n').replace(/&(?:lt|gt|quot|#39|amp);/g, (sign) => signs[sign] ?? '');

const wordsOfMarkdown = (markdown: string): string =>
  new MarkdownIt('commonmark')
    .parse(markdown, {})
    .map(({ children }) => (children ?? []).map(({ content }) => content).join(''))
    .join('\n');
