import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ApertiumEngine } from './apertium.engine.js';
import { negationsIn } from './negation.js';
import { checkTranslation } from './quality-checks.js';
import { translateText, type MachineTranslation } from './translate-text.js';

const isInstalled = spawnSync('apertium', ['-V']).status === 0;
if (!isInstalled)
  process.stderr.write(
    'SKIPPED: Apertium is not installed, so its translations and the negation suite are not tested.\n',
  );

const folder = mkdtempSync(join(tmpdir(), 'entente-apertium-'));
const engine = new ApertiumEngine(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const into = (source: string, target: string, text: string): Promise<MachineTranslation> =>
  translateText(engine, { source, target }, text, AbortSignal.timeout(20_000));

describe('the real Apertium', () => {
  it.skipIf(!isInstalled)('serves both demonstration dyads, both ways', async () => {
    const pairs = (await engine.pairs()).map(({ source, target }) => `${source}-${target}`);
    expect(pairs).toEqual(['mk-bg', 'bg-mk', 'ur-hi', 'hi-ur']);
    expect(await engine.version({ source: 'mk', target: 'bg' })).toMatch(
      /^apertium\/3\.\d+\.\d+ mkd-bul\/\S+ modes:[0-9a-f]{8}$/,
    );
  });

  it.skipIf(!isInstalled).each([
    ['mk', 'bg', 'Водата во реката не е чиста од 1992 година.', /^Водата в реката не е чиста от 1992 година\.$/],
    ['bg', 'mk', 'Водата в реката не е чиста от 1992 година.', /^Водата во реката не е чиста од 1992 година\.$/],
    ['ur', 'hi', 'ہم پانی کے بارے میں بات نہیں کرتے۔', /^हम पानी के बारे में बात नहीं करते.*।$/],
    ['hi', 'ur', 'हम पानी के बारे में बात नहीं करते।', /^ہم پانی کے بارے .* بات نہیں کرتے۔$/],
  ])('from %s to %s', async (source, target, text, expected) => {
    const made = await into(source, target, text);
    expect(made.text).toMatch(expected);
    expect(made).toMatchObject({ verdict: 'passed', via: null, egress: 'local', engine: 'apertium' });
  });

  it.skipIf(!isInstalled)(
    'TRAP-05, TRAP-06: keeps structure, links, names, numbers, code and alternatives',
    async () => {
      const source = [
        '# Мост',
        '',
        '- **Мостот** е на [мапата](https://example.org/x_y?a=1).',
        '- Прашај ја @Elena за `не = 1` на 2027-03-01 и вода/река.',
        '',
        '> Водата е чиста',
        '> и ладна.',
        '',
        '```',
        'не',
        '```',
      ].join('\n');
      const { text, failed } = await into('mk', 'bg', source);
      const lines = text.split('\n');
      expect(lines).toHaveLength(11);
      expect(lines[2]).toMatch(/^- \*\*\S+\*\* е на \[\S+\]\(https:\/\/example\.org\/x_y\?a=1\)\.$/);
      expect(lines[3]).toMatch(/^- .*@Elena за `не = 1` на 2027-03-01 и вода\/река\.$/);
      expect(lines.slice(5)).toEqual([
        '> Водата е чиста',
        expect.stringMatching(/^> и \S+\.$/),
        '',
        '```',
        'не',
        '```',
      ]);
      expect(failed).not.toContain('placeholder');
    },
  );

  it.skipIf(!isInstalled)(
    'TRAP-07: splits the alternatives of urd-hin, and names the words it does not know',
    async () => {
      const made = await into('ur', 'hi', 'میں اس تجویز سے متفق نہیں ہوں۔');
      expect(made.text).not.toMatch(/[/*@#]/);
      expect(made.unknownWords).toEqual(['تجویز']);
      expect(made.unknownRatio).toBeGreaterThan(0);
    },
  );

  it.skipIf(!isInstalled)('leaves words of another script whole', async () => {
    const made = await into('ur', 'hi', 'بچو، बच्चो पानी साफ़ नहीं ہے۔');
    expect(made.text).toContain('बच्चो पानी साफ़ नहीं');
    expect(made.failed).toContain('unknown_words');
  });

  it.skipIf(!isInstalled)('translates a long text in one go', async () => {
    const made = await into('mk', 'bg', 'Реката е чиста и ние не сакаме спор.\n\n'.repeat(200));
    expect(made.text.match(/Реката е чиста и/g)).toHaveLength(200);
    expect(made.failed).toEqual([]);
  });
});

/** What Debian's mkd-bul makes of "не" by itself: a pronoun, so that the sentence says the opposite. */
const deniedWithNe = [
  'Не се согласувам со предлогот.',
  'Водата не е чиста денес.',
  'Ние не сакаме спор.',
  'Никој не праша што мислиме.',
  'Не можеме да чекаме.',
  'Тие не дојдоа на средбата.',
  'Ова не е вистина.',
  'Никогаш не сме биле таму.',
  'Тоа не ќе се случи.',
  'ДОГОВОРОТ НЕ Е ПОТПИШАН!',
];
const deniedOtherwise = ['Нема мост во нашето село.', 'Немаме пари за училиште.', 'Нема да дојдеме.'];

describe('negation from Macedonian to Bulgarian', () => {
  it.skipIf(!isInstalled).each([...deniedWithNe, ...deniedOtherwise])('TRAP-02: survives: %s', async (sentence) => {
    const { text, failed } = await into('mk', 'bg', sentence);
    expect(failed, text).not.toContain('negation');
    expect(negationsIn(text, 'bg'), text).toBe(negationsIn(sentence, 'mk'));
    expect(text).not.toMatch(/(?<!\p{L})ни(?!\p{L})/iu);
  });

  it.skipIf(!isInstalled)('TRAP-02: is destroyed by the pair as it is shipped, and the check notices each time', () => {
    const input = deniedWithNe.map((sentence) => `<p>${sentence}</p>`).join('\n');
    const output = execFileSync('/bin/sh', ['-c', 'cat | apertium -u -f html mkd-bul'], { input, encoding: 'utf8' });
    const shipped = [...output.matchAll(/<p>(.*)<\/p>/g)].map(([, sentence = '']) => sentence);
    const unnoticed = deniedWithNe.filter((source, at) =>
      checkTranslation({
        passages: [{ source, target: shipped[at] ?? '' }],
        sourceLanguage: 'mk',
        targetLanguage: 'bg',
        unknown: 0,
        broken: 0,
      }).some(({ check, ok }) => check === 'negation' && ok),
    );
    expect(shipped).toHaveLength(deniedWithNe.length);
    expect(unnoticed).toEqual([]);
  });

  it.skipIf(!isInstalled)('leaves "and" and the pronoun "нè" what they are', async () => {
    expect((await into('mk', 'bg', 'Водата и реката')).text).toBe('Водата и реката');
    expect((await into('mk', 'bg', 'Тие нè прашаа.')).failed).not.toContain('negation');
  });
});
