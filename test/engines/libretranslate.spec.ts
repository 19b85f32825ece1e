import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OutgoingRequests } from '../../server/platform/http/outgoing-requests.js';
import { LibreTranslateEngine } from '../../server/modules/translation/engine/libretranslate.engine.js';
import { translateText } from '../../server/modules/translation/engine/translate-text.js';
import { engineServer, type Answer, type Asked, type EngineServer } from '../support/engine-server.js';

const engineAt = (address: string, key?: string): LibreTranslateEngine =>
  new LibreTranslateEngine(address, new OutgoingRequests([], { warn: () => undefined }), key);

/** The shapes of LibreTranslate 1.9: what it tells of itself, and a translation that each test decides on. */
const told: Record<string, unknown> = {
  '/mt/languages': [
    { code: 'bg', name: 'Bulgarian', targets: ['bg', 'en', 'hi'] },
    { code: 'en', name: 'English', targets: ['bg', 'en', 'hi'] },
  ],
  '/mt/health': { status: 'ok' },
  '/mt/spec': { swagger: '2.0', info: { title: 'LibreTranslate', version: '1.9.6' } },
};

describe('LibreTranslate', () => {
  let server: EngineServer;
  let base = '';
  let translate: (body: Asked['json']) => Answer | 'silence';
  beforeAll(async () => {
    server = await engineServer(({ path, json }) => (path in told ? { body: told[path] } : translate(json)));
    base = `${server.url}/mt`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.asked.length = 0;
  });

  const pair = { source: 'bg', target: 'en' };
  const segments = [{ id: 's0', html: 'Вода <x id="1"/> мост' }];
  const ask = (signal = AbortSignal.timeout(5_000)) => engineAt(base, 'the-key').translate(pair, segments, signal);
  const answers = (answer: Answer): void => {
    translate = () => answer;
  };

  it('tells its pairs, its health and its version, below any path', async () => {
    const engine = engineAt(base);
    expect(await engine.pairs()).toEqual([
      { source: 'bg', target: 'en' },
      { source: 'bg', target: 'hi' },
      { source: 'en', target: 'bg' },
      { source: 'en', target: 'hi' },
    ]);
    expect(await engine.isWell(AbortSignal.timeout(5_000))).toBe(true);
    expect(await engine.version()).toBe('libretranslate/1.9.6');
    expect(engine.egress).toBe('self-hosted');
    expect([engine.via(pair), engine.via({ source: 'bg', target: 'hi' })]).toEqual([null, 'en']);
  });

  it('is asked for all segments at once, as HTML, by POST, with the key in the body', async () => {
    answers({ body: { translatedText: ['Water <x id="1"></x> bridge'] } });
    expect(await ask()).toEqual([{ id: 's0', html: 'Water <x id="1"></x> bridge', unknownWords: [] }]);
    expect(server.asked).toMatchObject([
      {
        path: '/mt/translate',
        method: 'POST',
        json: { q: ['Вода <x id="1"/> мост'], source: 'bg', target: 'en', format: 'html', api_key: 'the-key' },
      },
    ]);
  });

  it.each<[string, Answer, object]>([
    ['too fast', { status: 429, headers: { 'retry-after': '7' } }, { kind: 'rate_limited', retryAfterSeconds: 7 }],
    ['too fast, with no hint', { status: 429 }, { kind: 'rate_limited', retryAfterSeconds: undefined }],
    [
      'too fast, until a day long past',
      { status: 429, headers: { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' } },
      { kind: 'rate_limited', retryAfterSeconds: 0 },
    ],
    ['banned', { status: 403, body: { error: 'Too many request limits violations' } }, { kind: 'denied' }],
    ['a language it lacks', { status: 400, body: { error: 'mk is not supported' } }, { kind: 'unsupported_pair' }],
    [
      'a pair it lacks',
      { status: 400, body: { error: 'Hindi (hi) is not available as a target language from Urdu (ur)' } },
      { kind: 'unsupported_pair' },
    ],
    ['a text too long', { status: 400, body: { error: 'Invalid request: exceeds text limit' } }, { kind: 'rejected' }],
    ['broken', { status: 500, body: { error: 'Cannot translate text: Вода' } }, { kind: 'unavailable' }],
    ['a page instead of an answer', { raw: '<html>' }, { kind: 'bad_output' }],
    ['too few texts', { body: { translatedText: [] } }, { kind: 'bad_output' }],
    ['one text for many', { body: { translatedText: 'Water' } }, { kind: 'bad_output' }],
    ['no texts', { body: { error: 'x' } }, { kind: 'bad_output' }],
    ['no end', { raw: `"${'a'.repeat(2_000_000)}"` }, { kind: 'bad_output' }],
    ['elsewhere', { status: 302, headers: { location: '/mt/languages' } }, { kind: 'unavailable' }],
  ])('answers with %s', async (_, answer, expected) => {
    answers({ body: { error: 'no' }, ...answer });
    await expect(ask()).rejects.toMatchObject({ name: 'EngineError', ...expected });
    await expect(ask()).rejects.not.toThrow(/Вода/);
  });

  it('that says nothing in time, or is not there, is away', async () => {
    translate = () => 'silence';
    await expect(ask(AbortSignal.timeout(100))).rejects.toMatchObject({ kind: 'unavailable' });
    const nobody = engineAt('http://127.0.0.1:9');
    await expect(nobody.pairs()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await nobody.isWell(AbortSignal.timeout(1_000))).toBe(false);
    expect(await nobody.version()).toBe('libretranslate/unknown');
  });

  it('that gives nothing for a text has failed', async () => {
    answers({ body: { translatedText: ['  '] } });
    await expect(translateText(engineAt(base), pair, 'Вода', AbortSignal.timeout(5_000))).rejects.toMatchObject({
      kind: 'bad_output',
    });
  });

  it('that shuffles its texts or its placeholders is asked again without any', async () => {
    let calls = 0;
    translate = (json) => {
      calls += 1;
      const texts = (json as { q: string[] }).q;
      return { body: { translatedText: calls === 1 ? texts.toReversed() : texts.map((text) => text.toUpperCase()) } };
    };
    const text = 'Ода **до** нас 5 пъти\n\nЕдно и две от [нас](https://example.org) заедно';
    const engine = engineAt(base);
    const made = await translateText(engine, { source: 'bg', target: 'mk' }, text, AbortSignal.timeout(5_000));
    expect(made.text).toBe('ОДА **ДО** НАС 5 ПЪТИ\n\nЕДНО И ДВЕ ОТ [НАС](https://example.org) ЗАЕДНО');
    expect(made).toMatchObject({ via: 'en', egress: 'self-hosted', engine: 'libretranslate', verdict: 'passed' });
  });

  it('of somebody else is known by its address', () => {
    expect(engineAt('https://libretranslate.com').egress).toBe('third-party');
    expect(engineAt('https://libretranslate.example.org').egress).toBe('self-hosted');
  });
});
