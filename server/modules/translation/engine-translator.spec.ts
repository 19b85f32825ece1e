import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../platform/config/config.js';
import { OutgoingRequests } from '../../platform/http/outgoing-requests.js';
import { EngineTranslator } from './engine-translator.js';

/** A LibreTranslate whose answers each test decides on. */
let server: Server;
let asked = 0;
let answers: { status: number; body: unknown; headers?: Record<string, string> };
let translator: EngineTranslator;
beforeAll(async () => {
  const known = ['bg', 'en', 'mk'].map((code) => ({ code, targets: ['bg', 'en', 'mk'] }));
  server = createServer((request, response) => {
    const isText = request.url === '/translate';
    asked += isText ? 1 : 0;
    const { status, body, headers } = isText ? answers : { status: 200, body: known, headers: {} };
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const config = {
    ...readConfig({ TRANSLATION_ENGINES: 'libretranslate', ENTENTE_SECRET: 'only-for-tests-0123456789-abcdefghij' }),
    LIBRETRANSLATE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
  const log = { warn: () => undefined } as never;
  translator = new EngineTranslator(config, new OutgoingRequests([], log), log);
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

it('says by which language an engine went', async () => {
  answers = { status: 200, body: { translatedText: ['Вода'] } };
  expect(await translator.translateAll(['Вода'], 'bg', 'mk')).toMatchObject([{ text: 'Вода', via: 'en' }]);
  expect(await translator.translateAll(['Вода'], 'bg', 'en')).toMatchObject([{ via: null }]);
});

it('leaves an engine alone that asks for a pause', async () => {
  answers = { status: 429, body: {}, headers: { 'retry-after': '120' } };
  await expect(translator.translateAll(['Вода'], 'bg', 'mk')).rejects.toMatchObject({ kind: 'rate_limited' });
  const before = asked;
  await expect(translator.translateAll(['Вода'], 'bg', 'mk')).rejects.toMatchObject({ kind: 'unavailable' });
  expect(asked).toBe(before);
});
