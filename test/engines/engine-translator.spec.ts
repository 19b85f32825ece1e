import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { engineServer, type Answer, type EngineServer } from '../support/engine-server.js';
import { readConfig } from '../../server/platform/config/config.js';
import { OutgoingRequests } from '../../server/platform/http/outgoing-requests.js';
import { Readiness } from '../../server/platform/http/readiness.js';
import { CachedEngine } from '../../server/modules/translation/cache/cached-engine.js';
import type { MachineCache } from '../../server/modules/translation/cache/machine-cache.js';
import type { EngineGate } from '../../server/modules/translation/egress/engine-gate.js';
import { EngineTranslator } from '../../server/modules/translation/engine-translator.js';
import { termPairs } from '../../server/modules/translation/engine/term-pairs.js';
import { Engines } from '../../server/modules/translation/engine/engines.js';
import type { Translated } from '../../server/modules/translation/translator.js';

/** A LibreTranslate of our own and a DeepL, whose answers each test decides on. */
let own: EngineServer;
let others: EngineServer;
let ownAnswer: Answer;
let othersAnswer: Answer;
const known = ['bg', 'en', 'mk'].map((code) => ({ code, targets: ['bg', 'en', 'mk'] }));
const log = { warn: () => undefined } as never;

beforeAll(async () => {
  own = await engineServer(({ path }) => (path === '/translate' ? ownAnswer : { body: known }));
  others = await engineServer(({ path }) =>
    path === '/v2/translate' ? othersAnswer : { body: ['BG', 'HI', 'MK'].map((language) => ({ language })) },
  );
});
afterAll(() => Promise.all([own.close(), others.close()]));

/** What the gate says is decided by each test; how it decides is tested on the database. */
const doors = { isConsented: true, barred: undefined as 'over_budget' | undefined };
const gate: Pick<EngineGate, 'consented' | 'admit' | 'failed'> = {
  consented: async () => () => doors.isConsented,
  admit: async (_dyad, { id }) => (id === 'deepl' ? doors.barred : undefined),
  failed: async () => undefined,
};
/** An empty cache and an empty glossary: what is in them is tested on the database. */
const cache: Pick<MachineCache, 'before'> = {
  before: async (engine, { source, target }) =>
    new CachedEngine(engine, termPairs([], source, target), async (_, passages) => ({
      keys: passages.map((_text, at) => `${at}`),
      known: [],
    })),
};
let readiness: Readiness;
let translator: EngineTranslator;
beforeEach(() => {
  const config = readConfig({
    TRANSLATION_ENGINES: 'deepl,libretranslate',
    LIBRETRANSLATE_URL: own.url,
    DEEPL_URL: others.url,
    DEEPL_API_KEY: 'key',
    ENTENTE_SECRET: 'only-for-tests-0123456789-abcdefghij',
  });
  readiness = new Readiness();
  translator = new EngineTranslator(
    new Engines(config, new OutgoingRequests([], log)),
    gate as EngineGate,
    cache as MachineCache,
    log,
    readiness,
  );
  Object.assign(doors, { isConsented: true, barred: undefined });
  ownAnswer = { body: { translatedText: ['Вода'] } };
  othersAnswer = { body: { translations: [{ text: 'Вода' }] } };
  own.asked.length = 0;
  others.asked.length = 0;
});

const into = (target: string, staysInside = false, texts = ['Вода']): Promise<readonly Translated[]> =>
  translator.translateAll(texts, { dyadId: 'dyad', source: 'bg', target, staysInside });
const textsAsked = (server: EngineServer): number =>
  server.asked.filter(({ path }) => path.endsWith('/translate')).length;

it('says by which language an engine went', async () => {
  expect(await into('mk')).toMatchObject([{ text: 'Вода', via: 'en' }]);
  expect(await into('en')).toMatchObject([{ via: null }]);
});

it('asks its own engine first, whatever the order is, and those of others when that one fails', async () => {
  expect(await into('mk')).toMatchObject([{ engine: 'libretranslate' }]);
  expect(others.asked.filter(({ path }) => path === '/v2/translate')).toEqual([]);
  ownAnswer = { status: 503 };
  expect(await into('mk')).toMatchObject([{ engine: 'deepl' }]);
  expect([textsAsked(own), textsAsked(others)]).toEqual([2, 1]);
});

it('leaves an engine alone that asks for a pause, goes on with the next, and tells who watches', async () => {
  ownAnswer = { status: 429, headers: { 'retry-after': '120' } };
  expect(await into('mk')).toMatchObject([{ engine: 'deepl' }]);
  expect(await into('mk')).toMatchObject([{ engine: 'deepl' }]);
  expect(textsAsked(own)).toBe(1);
  expect(readiness.degraded).toEqual(['translation.libretranslate']);
  othersAnswer = { status: 456 };
  await expect(into('mk')).rejects.toMatchObject({ kind: 'quota_exceeded' });
  expect(readiness.degraded).toEqual(['translation.deepl', 'translation.libretranslate']);
});

it('asks no engine of others, not even what it serves, for a text that stays inside or without consent', async () => {
  ownAnswer = { status: 503 };
  await expect(into('mk', true)).rejects.toMatchObject({ kind: 'unavailable' });
  doors.isConsented = false;
  await expect(into('mk')).rejects.toMatchObject({ kind: 'unavailable' });
  await expect(into('hi')).rejects.toMatchObject({ name: 'NoEngine', why: 'not_allowed_outside' });
  expect(others.asked).toEqual([]);
});

it('says that there is no engine for a pair, or that its budget is spent', async () => {
  await expect(into('ur')).rejects.toMatchObject({ name: 'NoEngine', why: 'not_offered' });
  doors.barred = 'over_budget';
  await expect(into('hi')).rejects.toMatchObject({ name: 'NoEngine', why: 'over_budget' });
  // One that fails may be there again soon: that is worth waiting for.
  ownAnswer = { status: 503 };
  await expect(into('mk')).rejects.toMatchObject({ kind: 'unavailable', engine: 'libretranslate' });
  expect([textsAsked(others), readiness.degraded]).toEqual([0, []]);
});

it('keeps the other texts inside when its own engine makes nothing of one of them', async () => {
  ownAnswer = { body: { translatedText: ['Вода'] } };
  await expect(into('mk', false, ['Вода', 'Река'])).rejects.toMatchObject({ kind: 'bad_output' });
  expect(textsAsked(others)).toBe(0);
});
