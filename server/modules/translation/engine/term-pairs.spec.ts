import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Term } from '../../../../shared/translation/glossary.schema.js';
import { ApertiumEngine } from './apertium.engine.js';
import { mask } from './masking.js';
import { PseudoEngine } from './pseudo.engine.js';
import { checkTranslation } from './quality-checks.js';
import { termPairs } from './term-pairs.js';
import { translateTexts } from './translate-text.js';

const term = (language: string, form: string, more: Partial<Term> = {}): Term => ({
  language,
  form,
  forms: [],
  stems: [],
  status: 'preferred',
  ...more,
});

const statement = {
  concept: 'statement',
  terms: [
    term('mk', 'заедничка изјава', { stems: ['заедничк изјав'] }),
    term('bg', 'съвместна декларация', { stems: ['съвместн деклараци'] }),
    term('bg', 'обща декларация', { status: 'admitted', stems: ['общ деклараци'] }),
  ],
};
const divider = {
  concept: 'divider',
  terms: [term('mk', 'вододелци', { status: 'contested' }), term('bg', 'водно сдружение')],
};
const pairs = termPairs([statement, divider], 'mk', 'bg');
const segmentOf = (text: string): string | undefined => mask(text, 's', pairs).segments[0]?.html;

/** What comes back when the engine leaves the words as they are. */
function throughNobody(text: string): string {
  const masked = mask(text, 's', pairs);
  return masked.assemble(new Map(masked.segments.map(({ id, html }) => [id, masked.restore(id, html) ?? 'LOST'])));
}

describe('terms that both sides have agreed on', () => {
  it('are not for an engine to guess, and come back as the other language calls them', () => {
    expect(segmentOf('Ова е заедничка изјава за водата.')).toBe('Ова е <x id="1"/> за водата.');
    expect(throughNobody('Ова е заедничка изјава за водата.')).toBe('Ова е съвместна декларация за водата.');
  });

  it('begin and end a sentence, in its capitals and between its marks', () => {
    expect(throughNobody('Заедничка изјава е тоа.')).toBe('Съвместна декларация е тоа.');
    expect(throughNobody('Тоа е **заедничка изјава**')).toBe('Тоа е **съвместна декларация**');
    expect(throughNobody('Види [заедничка изјава](https://example.org) и 12')).toBe(
      'Види [съвместна декларация](https://example.org) и 12',
    );
  });

  it('are for the engine where the language inflects them, and where they stand alone', () => {
    expect(segmentOf('Без заедничката изјава нема вода.')).toBe('Без заедничката изјава нема вода.');
    expect(segmentOf('Заедничка изјава')).toBe('Заедничка изјава');
  });

  it('are never what the sides disagree about: those words stay the words of who said them', () => {
    expect(segmentOf('Тие се вододелци одовде.')).toBe('Тие се вододелци одовде.');
    expect(termPairs([divider], 'mk', 'bg').lostIn('Тие се вододелци.', 'Те са вододелци.')).toBe(0);
  });

  it('leave the words of the author as they were', () => {
    const masked = mask('Ова е заедничка изјава.', 's', pairs);
    expect(masked.wordsOf('s0')).toBe('Ова е заедничка изјава.');
    expect(masked.assemble(new Map())).toBe('Ова е заедничка изјава.');
  });

  it('put no mark of Markdown into a text', () => {
    const marked = termPairs([{ concept: 'x', terms: [term('mk', 'мост'), term('bg', '*мост* `x`')] }], 'mk', 'bg');
    const masked = mask('Има мост овде.', 's', marked);
    expect(masked.restore('s0', masked.segments[0]?.html ?? '')).toBe('Има \\*мост\\* \\`x\\` овде.');
  });

  it('leave a text without them, whatever it is, as it is without a glossary', () => {
    const words = fc.constantFrom('река', 'вода', '**', '\n\n', '- ', ' ', '12', '@Ана', '[a](b)', '.', '&amp;');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join(' ');
        expect(mask(text, 's', pairs).segments).toEqual(mask(text).segments);
      }),
    );
  });
});

describe('the check of terms', () => {
  const failing = (source: string, target: string): string[] =>
    checkTranslation({
      passages: [{ source, target }],
      sourceLanguage: 'mk',
      targetLanguage: 'bg',
      unknown: 0,
      broken: 0,
      terms: pairs,
    }).flatMap(({ check, ok }) => (ok ? [] : [check]));

  it('finds a concept that got lost, in whatever form it stands', () => {
    expect(failing('Ова е нашата заедничка изјава.', 'Това е нашата обща изява.')).toEqual(['term']);
    expect(failing('Заедничките изјави се важни.', 'Съвместните декларации са важни.')).toEqual([]);
    expect(failing('Заедничките изјави се важни.', 'Общите декларации са важни.')).toEqual([]);
  });
});

describe('with an engine', () => {
  it('terms are kept through the whole of it, by one that knows nothing of them', async () => {
    const signal = AbortSignal.timeout(20_000);
    const text = 'Ова е **заедничка изјава** за водата.';
    const [made] = await translateTexts(new PseudoEngine(), { source: 'mk', target: 'bg' }, [text], signal, pairs);
    expect(made?.text).toContain('**съвместна декларация**');
    expect(made?.failed).toEqual([]);
  });

  it.skipIf(spawnSync('apertium', ['-V']).status !== 0)('Apertium has them where they belong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-terms-'));
    try {
      const signal = AbortSignal.timeout(20_000);
      const text = 'Заедничка изјава за водата не е потпишана од нив.';
      const [made] = await translateTexts(
        new ApertiumEngine(folder),
        { source: 'mk', target: 'bg' },
        [text],
        signal,
        pairs,
      );
      expect(made?.text).toMatch(/^Съвместна декларация за водата не е /);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
