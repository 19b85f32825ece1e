import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, write } from '../support/forum.js';

/** A LibreTranslate that makes nothing of one word, and that waits until it is told to go on. */
let engine: Server;
let asked: string[][] = [];
let goOn: () => void = () => undefined;
let held = new Promise<void>((resolve) => (goOn = resolve));
const nothing = 'ништожно';

let test: TestApp;
let dyad: TestDyad;
let boris: TestMember;
let ana: TestMember;
let thread: string;
beforeAll(async () => {
  const languages = ['bg', 'mk'].map((code) => ({ code, targets: ['bg', 'mk'] }));
  const answer = async (path: string | undefined, sent: string): Promise<unknown> => {
    if (path !== '/translate') return languages;
    const { q } = JSON.parse(sent) as { q: string[] };
    asked.push(q);
    await held;
    return { translatedText: q.map((text) => (text.includes(nothing) ? '' : `«${text}»`)) };
  };
  engine = createServer((request, response) => {
    let sent = '';
    request.on('data', (chunk: Buffer) => (sent += chunk.toString()));
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      void answer(request.url, sent).then((body) => response.end(JSON.stringify(body)));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => engine.once('listening', resolve));
  const { port } = engine.address() as AddressInfo;
  test = await startApp({ TRANSLATION_ENGINES: 'libretranslate', LIBRETRANSLATE_URL: `http://127.0.0.1:${port}` });
  dyad = await foundDyad(test, 'river');
  ana = await member(test, dyad, { side: 'a' });
  boris = await member(test, dyad, { side: 'b' });
  thread = (await openThread(test, await openTopic(test, dyad, 'water', 'post'), ana)).thread;
});
afterAll(async () => {
  await test.close();
  engine.closeAllConnections();
  await new Promise((resolve) => engine.close(resolve));
});

const translationOf = async (post: string) => {
  const view = await ana.api.call('GET /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post } });
  return view.translations.find(({ language }) => language === 'bg');
};

it('texts that wait go to an engine together, and one that it makes nothing of fails by itself', async () => {
  // Both workers are busy with the title and the first post of the thread, so that what is written now waits.
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  const texts = [
    ...Array.from({ length: 12 }, (_, at) => `Реката е чиста ${at}.`),
    `Тоа е ${nothing}.`,
    'Мостот е отворен.',
  ];
  const posts: { id: string; text: string }[] = [];
  for (const text of texts) posts.push({ id: (await write(boris, dyad, thread, text)).id, text });
  asked = [];
  goOn();
  for (const { id, text } of posts.filter((one) => !one.text.includes(nothing)))
    await expect
      .poll(async () => JSON.stringify((await translationOf(id))?.body))
      .toContain(`«${text.replace('.', '')}`);
  expect(asked.some((q) => q.length > 1)).toBe(true);
  // Together once, and then, for one of them, each alone.
  expect(asked.length).toBeLessThan(2 * texts.length);
  const hopeless = posts.find(({ text }) => text.includes(nothing));
  expect((await translationOf(hopeless?.id ?? ''))?.status).toBe('pending');
});
