import { describe, expect, it } from 'vitest';
import { PseudoEngine } from './pseudo.engine.js';
import { translateText, translateTexts } from './translate-text.js';
import type { Pair, Segment, TranslatedSegment, TranslationEngine } from './translation-engine.js';

const pair = { source: 'mk', target: 'bg' };
const signal = AbortSignal.timeout(60_000);

/** An engine whose way with a segment each test decides on. */
class ScriptedEngine extends PseudoEngine {
  readonly batches: (readonly Segment[])[] = [];

  constructor(private readonly say: (html: string, id: string) => string | undefined) {
    super();
  }

  override async translate(_: Pair, segments: readonly Segment[]): Promise<readonly TranslatedSegment[]> {
    this.batches.push(segments);
    return segments.flatMap(({ id, html }) => {
      const said = this.say(html, id);
      return said === undefined ? [] : [{ id, html: said, unknownWords: said.match(/непознато/g) ?? [] }];
    });
  }
}

const through = (engine: TranslationEngine, text: string, between: Pair = pair) =>
  translateText(engine, between, text, signal);

describe('the translation of a text', () => {
  it('says where it comes from and what the checks think', async () => {
    const made = await through(new PseudoEngine(), '# Река\n\n- до **12** моста на [мапа](https://example.org/a)');
    expect(made.text).toBe(
      '# ⟦bg а\u0301е\u0301 Река⟧\n\n- ⟦bg а\u0301е\u0301 до **12** моста на [мапа⟧](https://example.org/a)',
    );
    expect(made).toMatchObject({
      engine: 'pseudo',
      engineVersion: 'pseudo/2',
      via: null,
      egress: 'local',
      unknownWords: [],
      unknownRatio: 0,
      failed: [],
      verdict: 'passed',
    });
  });

  it('asks nothing for a text without words', async () => {
    const engine = new ScriptedEngine(() => 'нещо');
    const made = await through(engine, '12:30\n\n```\nне\n```');
    expect([made.text, made.verdict, engine.batches]).toEqual(['12:30\n\n```\nне\n```', 'passed', []]);
  });

  it('is asked for in batches of at most fifty segments and eight thousand characters', async () => {
    const engine = new ScriptedEngine((html) => html);
    await through(engine, 'збор\n\n'.repeat(120));
    await through(engine, `${'збор '.repeat(500)}\n\n`.repeat(5));
    expect(engine.batches.map(({ length }) => length)).toEqual([50, 50, 20, 3, 2]);
  });

  it('comes together with others, each with its own words', async () => {
    const engine = new ScriptedEngine((html) => html);
    const made = await translateTexts(engine, pair, ['непознато', 'река\n\n12', 'мост\n\nнепознато непознато'], signal);
    expect(engine.batches.map((batch) => batch.map(({ id }) => id))).toEqual([['t0s0', 't1s0', 't2s0', 't2s1']]);
    expect(made.map(({ text, unknownWords, failed }) => [text, unknownWords, failed])).toEqual([
      ['непознато', ['непознато'], ['unknown_words']],
      ['река\n\n12', [], []],
      ['мост\n\nнепознато непознато', ['непознато'], ['unknown_words']],
    ]);
    expect(await translateTexts(engine, pair, [], signal)).toEqual([]);
  });

  it('names unknown words once, and counts them as often as they stand there', async () => {
    const made = await through(new ScriptedEngine((html) => html), 'непознато е непознато и река овде');
    expect(made).toMatchObject({ unknownWords: ['непознато'], failed: ['unknown_words'], verdict: 'doubtful' });
    expect(made.unknownRatio).toBeCloseTo(2 / 6);
  });

  it('sends a passage that lost its placeholders again without any', async () => {
    const engine = new ScriptedEngine((html) => html.replace(/<x[^>]*>/g, '').toUpperCase());
    const made = await through(engine, 'има **една** непознато река\n\nтри');
    expect(made.text).toBe('ИМА **ЕДНА** НЕПОЗНАТО РЕКА\n\nТРИ');
    expect(made).toMatchObject({ verdict: 'passed', unknownWords: [] });
    expect(engine.batches.map((batch) => batch.map(({ id }) => id))).toEqual([
      ['t0s0', 't0s1'],
      ['t0s0-0', 't0s0-2', 't0s0-4'],
    ]);
  });

  it('keeps a passage in the original that cannot be put together, and says so', async () => {
    const engine = new ScriptedEngine((html, id) => (id.startsWith('t0s0') ? `<b>${html}</b>` : html.toUpperCase()));
    const made = await through(engine, 'има **една** река\n\nтри');
    expect(made).toMatchObject({ text: 'има **една** река\n\nТРИ', failed: ['placeholder'], verdict: 'doubtful' });
  });

  it.each<[string, (html: string, id: string) => string | undefined]>([
    ['nothing', () => undefined],
    ['blanks', () => ' \n'],
    ['one segment too few', (html, id) => (id === 't0s1' ? undefined : html)],
  ])('has failed when the engine says %s', async (_, say) => {
    await expect(through(new ScriptedEngine(say), 'вода\n\nрека')).rejects.toMatchObject({ kind: 'bad_output' });
  });

  it('has failed when a longer text comes back as it was for readers of another script', async () => {
    const text = 'हम नदी के पानी के बारे में बात करेंगे';
    const same = new ScriptedEngine((html) => html);
    await expect(through(same, text, { source: 'hi', target: 'ur' })).rejects.toMatchObject({ kind: 'bad_output' });
    expect((await through(same, 'Реката е чиста денес и утре', pair)).verdict).toBe('passed');
  });
});

describe('the pseudo engine', () => {
  it('marks every piece with letters of the target script, at both ends, the same each time', async () => {
    const engine = new PseudoEngine();
    const segments = [{ id: 't0s0', html: 'вода <x id="1"/>' }];
    for (const [target, script] of [
      ['bg', /\p{Script=Cyrillic}/u],
      ['hi', /\p{Script=Devanagari}/u],
      ['ur', /\p{Script=Arabic}/u],
      ['xx', /\p{Script=Latin}/u],
    ] as const) {
      const [first] = await engine.translate({ source: 'mk', target }, segments);
      expect(first?.html).toMatch(/^⟦.*вода <x id="1"\/>⟧$/);
      expect(first?.html.slice(4)).toMatch(script);
      expect(await engine.translate({ source: 'mk', target }, segments)).toEqual([first]);
    }
    expect([await engine.isWell(), engine.via(), await engine.pairs()]).toEqual([
      true,
      null,
      [{ source: '*', target: '*' }],
    ]);
  });
});
