import fc from 'fast-check';
import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApertiumEngine } from './apertium.engine.js';
import { CircuitBreaker } from './circuit-breaker.js';
import { EngineChoice } from './engine-choice.js';
import { LibreTranslateEngine } from './libretranslate.engine.js';
import { mask } from './masking.js';
import { PseudoEngine } from './pseudo.engine.js';
import { failedChecks, negationsIn } from './quality-checks.js';
import { EngineError } from './translation-engine.js';
import { translateText } from './translate-text.js';

const signal = () => AbortSignal.timeout(20_000);

describe('masking', () => {
  it('takes out what no engine may touch and puts it back', () => {
    const source =
      '> 1. **Мостот** на [реката](https://example.org/a_b) е `x < 1` за @Elena и 12,5 % до 2027-03-01.\n```\nне\n```';
    const masked = mask(source);
    expect(masked.segments).toHaveLength(1);
    expect(masked.segments[0]?.html).not.toMatch(/example|Elena|12|2027|\*/);
    const back = new Map(masked.segments.map(({ id, html }) => [id, masked.restore(id, html) ?? '']));
    expect(masked.assemble(back)).toBe(source);
  });

  it('notices a placeholder that is lost, doubled or invented', () => {
    const masked = mask('до 5 и 6');
    const html = masked.segments[0]?.html ?? '';
    expect(masked.restore('s0', html.replace('<x id="0"/>', ''))).toBeUndefined();
    expect(masked.restore('s0', `${html}<x id="0"/>`)).toBeUndefined();
    expect(masked.restore('s0', `${html}<x id="9"/>`)).toBeUndefined();
  });

  it('round-trips any text whatever it holds', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '\n',
        '**',
        '> ',
        '- ',
        '# ',
        '`',
        '[a](b)',
        '<x id="0"/>',
        '&amp;',
        '@"а б"',
        '3,14',
        '```\n',
        'https://a.b/c',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const source = pieces.join('');
        const masked = mask(source);
        const back = new Map(masked.segments.map(({ id, html }) => [id, masked.restore(id, html) ?? 'LOST']));
        expect(masked.assemble(back)).toBe(source);
      }),
      { numRuns: 500 },
    );
  });
});

describe('checks', () => {
  const compared = { sourceLanguage: 'mk', targetLanguage: 'bg', unknownWords: [], broken: 0 };

  it('count negations by the words of each language', () => {
    expect(negationsIn('Не се согласувам, никогаш.', 'mk')).toBe(2);
    expect(negationsIn('Небото е сино.', 'mk')).toBe(0);
    expect(negationsIn('मैं नहीं मानता', 'hi')).toBe(1);
    expect(negationsIn('میں نہیں مانتا', 'ur')).toBe(1);
  });

  it('find a lost negation, a changed number, an empty and a foreign text', () => {
    expect(failedChecks({ ...compared, source: 'Не е точно.', target: 'Ни е точно.' })).toContain('negation');
    expect(failedChecks({ ...compared, source: 'Има 12 моста.', target: 'Има 21 моста.' })).toContain('number');
    expect(failedChecks({ ...compared, source: 'Има мост.', target: ' ' })).toContain('empty');
    expect(failedChecks({ ...compared, source: 'Реката е чиста денес', target: 'The river is clean today' })).toContain(
      'script',
    );
    expect(failedChecks({ ...compared, source: 'Не е точно.', target: 'Не е точно.' })).toEqual([]);
  });

  it('read the digits of every script alike', () => {
    const hindi = { ...compared, sourceLanguage: 'hi', targetLanguage: 'ur' };
    expect(failedChecks({ ...hindi, source: 'पुल १२ है', target: 'پل ۱۲ ہے' })).not.toContain('number');
  });
});

describe('the pipeline', () => {
  it('refuses an engine that answers with nothing', async () => {
    const silent = {
      ...new PseudoEngine(),
      id: 'silent',
      egress: 'local' as const,
      version: async () => '0',
      pairs: async () => [],
      translate: async () => [],
    };
    await expect(translateText(silent, { source: 'mk', target: 'bg' }, 'Вода', signal())).rejects.toMatchObject({
      kind: 'bad_output',
    });
  });

  it('prefers engines in order and leaves out one that keeps failing', async () => {
    const choice = new EngineChoice([new PseudoEngine()]);
    const [first] = await choice.serving({ source: 'mk', target: 'bg' });
    expect(first?.engine.id).toBe('pseudo');
    let now = 0;
    const breaker = new CircuitBreaker(() => now);
    for (let failure = 0; failure < 5; failure += 1) breaker.failed();
    expect(breaker.isOpen).toBe(true);
    now = 61_000;
    expect(breaker.isOpen).toBe(false);
    breaker.failed();
    expect(breaker.isOpen).toBe(true);
  });
});

describe('LibreTranslate', () => {
  let server: Server;
  let answer: { status: number; body: unknown; headers?: Record<string, string> };
  let engine: LibreTranslateEngine;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const body =
        request.url === '/languages' ? [{ code: 'mk', name: 'Macedonian', targets: ['mk', 'en'] }] : answer.body;
      response.writeHead(request.url === '/languages' ? 200 : answer.status, {
        'content-type': 'application/json',
        ...answer.headers,
      });
      response.end(JSON.stringify(body));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    engine = new LibreTranslateEngine(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    answer = { status: 200, body: {} };
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const translate = () => engine.translate({ source: 'mk', target: 'en' }, [{ id: 's0', html: 'Вода' }], signal());

  it('asks for pairs and translates', async () => {
    expect(await engine.pairs()).toEqual([{ source: 'mk', target: 'en' }]);
    answer = { status: 200, body: { translatedText: ['Water'] } };
    expect(await translate()).toEqual([{ id: 's0', html: 'Water', unknownWords: [] }]);
  });

  it.each([
    [429, 'rate_limited'],
    [403, 'quota_exceeded'],
    [400, 'unsupported_pair'],
    [500, 'unavailable'],
  ])('names a refusal with status %i', async (status, kind) => {
    answer = { status, body: { error: 'no' }, headers: { 'retry-after': '7' } };
    await expect(translate()).rejects.toMatchObject({ kind });
  });

  it('refuses an answer with another number of texts', async () => {
    answer = { status: 200, body: { translatedText: [] } };
    await expect(translate()).rejects.toBeInstanceOf(EngineError);
  });
});

const hasApertium = spawnSync('apertium', ['-V']).status === 0;

describe.skipIf(!hasApertium)('the real Apertium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entente-apertium-'));
  const engine = new ApertiumEngine(folder);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const into = async (source: string, target: string, text: string) =>
    translateText(engine, { source, target }, text, signal());

  it('translates between the languages of both demonstration dyads', async () => {
    expect((await into('mk', 'bg', 'Реката е чиста.')).text).toMatch(/река/i);
    expect((await into('bg', 'mk', 'Реката е чиста.')).text).toMatch(/река/i);
    expect((await into('ur', 'hi', 'پانی صاف ہے۔')).text).toMatch(/पानी/);
    expect((await into('hi', 'ur', 'पानी साफ़ है।')).text).toMatch(/پانی/);
  });

  it('keeps the structure, the links and the names', async () => {
    const { text } = await into(
      'mk',
      'bg',
      '- **Мостот** е на [мапата](https://example.org/x).\n- Прашај ја @Elena за 12 март.',
    );
    expect(text.split('\n')).toHaveLength(2);
    expect(text).toContain('](https://example.org/x)');
    expect(text).toContain('@Elena');
    expect(text).toMatch(/^- \*\*/);
  });

  const negated = [
    'Не се согласувам со предлогот.',
    'Водата не е чиста денес.',
    'Ние не сакаме спор.',
    'Нема мост во нашето село.',
    'Никој не праша што мислиме.',
    'Не можеме да чекаме.',
    'Тие не дојдоа на средбата.',
    'Ова не е вистина.',
    'Никогаш не сме биле таму.',
    'Не знам дали е точно.',
  ];
  it.each(negated)('keeps the negation of: %s', async (sentence) => {
    const { text, failed } = await into('mk', 'bg', sentence);
    expect(failed, text).not.toContain('negation');
    expect(negationsIn(text, 'bg')).toBeGreaterThan(0);
  });

  it('as shipped it loses negations, and the check notices', () => {
    const source = 'Не се согласувам со предлогот.';
    const shipped = execFileSync('/bin/sh', ['-c', 'cat | apertium -u mkd-bul'], { input: source, encoding: 'utf8' });
    const compared = {
      source,
      sourceLanguage: 'mk',
      target: shipped,
      targetLanguage: 'bg',
      unknownWords: [],
      broken: 0,
    };
    expect(shipped).toMatch(/съгласявам/);
    expect(failedChecks(compared)).toContain('negation');
  });
});
