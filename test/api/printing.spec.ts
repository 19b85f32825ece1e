import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Log } from '../../server/platform/logging/log.js';
import { PdfPrinter } from '../../server/platform/print/pdf-printer.js';
import { readConfig } from '../../server/platform/config/config.js';
import { chromiumPath } from '../support/browser.js';
import { pagesOfPdf } from '../support/pdf-text.js';

const folder = mkdtempSync(join(tmpdir(), 'printing-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A browser that does as a test wants; it is given the place of the PDF in `$pdf`, and writes each start down. */
function browserThat(name: string, does: string): string {
  const file = join(folder, name);
  const pdf = `for one in "$@"; do case "$one" in --print-to-pdf=*) pdf="\${one#--print-to-pdf=}";; esac; done`;
  writeFileSync(file, `#!/bin/sh\necho "start $*" >> "${file}.log"\n${pdf}\n${does}\necho end >> "${file}.log"\n`);
  chmodSync(file, 0o755);
  return file;
}
const logOf = (browser: string): string => readFileSync(`${browser}.log`, 'utf8');
const printer = (browser: string | undefined) => new PdfPrinter(browser, new Log('silent'));

describe('printing', () => {
  it('is refused clearly where no browser is configured', async () => {
    expect(printer(undefined).isConfigured).toBe(false);
    await expect(printer(undefined).print('<p>a</p>')).rejects.toMatchObject({ code: 'print.not_configured' });
  });

  it('makes each document once, one at a time', async () => {
    const browser = browserThat('slow', `sleep 0.2; printf '%%PDF-1.4' > "$pdf"`);
    const one = printer(browser);
    const pages = ['a', 'b', 'a', 'c', 'a'];
    const pdfs = await Promise.all(pages.map((page) => one.print(page)));
    for (const pdf of pdfs) expect(pdf.toString()).toBe('%PDF-1.4');
    await one.print('b');
    expect(logOf(browser).match(/^(start|end)/gm)).toEqual(['start', 'end', 'start', 'end', 'start', 'end']);
  });

  it('tells who comes when many wait to come back', async () => {
    const one = printer(browserThat('crowded', `sleep 0.1; printf '%%PDF-1.4' > "$pdf"`));
    const all = await Promise.allSettled(Array.from({ length: 12 }, (_, page) => one.print(`page ${page}`)));
    const refused = all.filter((two) => two.status === 'rejected');
    expect(refused).toHaveLength(4);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'server.unavailable' });
  });

  it.each([
    ['ends badly', 'exit 3'],
    ['makes nothing', ':'],
    ['makes something else', `echo '<html>' > "$pdf"`],
  ])('says that it cannot be done now when the browser %s, and tries again the next time', async (name, does) => {
    const browser = browserThat(name.replaceAll(' ', '-'), does);
    const one = printer(browser);
    for (let time = 0; time < 2; time += 1) {
      await expect(one.print('a')).rejects.toMatchObject({ code: 'server.unavailable' });
    }
    expect(logOf(browser).match(/^start/gm)).toHaveLength(2);
  });

  it('keeps the sandbox on until the machine refuses it', async () => {
    const browser = browserThat(
      'sandboxed',
      `case "$*" in *--no-sandbox*) printf '%%PDF-1.4' > "$pdf";; *) echo 'No usable sandbox!' >&2; exit 1;; esac`,
    );
    expect((await printer(browser).print('a')).toString()).toBe('%PDF-1.4');
    const isRoot = process.getuid?.() === 0;
    expect(
      logOf(browser)
        .match(/^start.*$/gm)
        ?.map((line) => line.includes('--no-sandbox')),
    ).toEqual(isRoot ? [true] : [false, true]);
  });

  it('does not outlive the server', async () => {
    const one = printer(browserThat('endless', 'sleep 60'));
    const pdf = one.print('a').catch((error: unknown) => error);
    const began = Date.now();
    setTimeout(() => void one.onModuleDestroy(), 200);
    expect(await pdf).toMatchObject({ code: 'server.unavailable' });
    expect(Date.now() - began).toBeLessThan(5_000);
  });

  it('takes only the path of a program', () => {
    const config = (path: string) => readConfig({ NODE_ENV: 'test', ENTENTE_CHROMIUM: path });
    expect(config('/bin/sh').ENTENTE_CHROMIUM).toBe('/bin/sh');
    const text = join(folder, 'text.txt');
    writeFileSync(text, 'no program', { mode: 0o644 });
    for (const wrong of ['chromium', '/no/such/browser', folder, text])
      expect(() => config(wrong)).toThrow('ENTENTE_CHROMIUM must be the whole path of a program');
  });
});

describe.skipIf(chromiumPath === undefined)('printing with Chromium', () => {
  it('prints every script, and asks nobody for anything', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const to = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const html = `<!doctype html><meta charset="utf-8"><style>@import 'http://${to}/style'; p { background: url(http://${to}/css) }</style>
      <p>Вода</p><p lang="hi">पानी</p><p lang="ur" dir="rtl">پانی</p><img src="http://${to}/image"><iframe src="http://${to}/frame"></iframe>
      <iframe src="http://localhost:${to.split(':')[1]}/name"></iframe><script src="http://${to}/script"></script>`;
    const [page = ''] = pagesOfPdf(await printer(chromiumPath).print(html));
    for (const word of ['Вода', 'पानी', 'پانی']) {
      const letters = [...word].filter((letter) => !page.includes(letter));
      expect(letters).toEqual([]);
    }
    expect(asked).toEqual([]);
    server.close();
  });
});
