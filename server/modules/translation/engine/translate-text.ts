import { scriptOf } from '../../../../shared/language/language.js';
import type { TranslationCheck, TranslationVerdict } from '../../../../shared/translation/translation.rules.js';
import { mask, type Masked } from './masking.js';
import { checkTranslation, unknownRatio, verdictOf, type CheckResult, type ComparedPassage } from './quality-checks.js';
import type { TermPairs } from './term-pairs.js';
import {
  EngineError,
  type Egress,
  type Pair,
  type Segment,
  type TranslatedSegment,
  type TranslationEngine,
} from './translation-engine.js';

export interface MachineTranslation {
  readonly text: string;
  readonly engine: string;
  readonly engineVersion: string;
  readonly via: string | null;
  readonly egress: Egress;
  /** The segments that it is made of, by the ids that the engine was asked with. */
  readonly segments: readonly string[];
  /** Each word once. */
  readonly unknownWords: readonly string[];
  /** The share of the words that the engine did not know, 0 to 1. */
  readonly unknownRatio: number;
  readonly checks: readonly CheckResult[];
  /** The checks that it does not pass, by name. */
  readonly failed: readonly TranslationCheck[];
  readonly verdict: TranslationVerdict;
}

const atOnce = 50;
const charactersAtOnce = 8_000;
const wordsToBeUnchanged = 5;

/** One Markdown text, as `translateTexts` does it. @throws EngineError */
export async function translateText(
  engine: TranslationEngine,
  pair: Pair,
  markdown: string,
  signal: AbortSignal,
): Promise<MachineTranslation> {
  const [made] = await translateTexts(engine, pair, [markdown], signal);
  if (!made) throw new EngineError('bad_output', engine.id);
  return made;
}

/**
 * Translates Markdown texts together: what may not be touched, and the terms that both sides have agreed on, are masked,
 * the rest goes to the engine in batches, comes back, and is checked. A passage whose placeholders come back wrong is sent
 * once more in pieces without any; when that fails too it stays in the original, and its text is marked as doubtful.
 * @returns one for each, in their order
 * @throws EngineError, also when it is one of the texts that the engine made nothing of
 */
export async function translateTexts(
  engine: TranslationEngine,
  pair: Pair,
  markdowns: readonly string[],
  signal: AbortSignal,
  terms?: TermPairs,
): Promise<MachineTranslation[]> {
  const engineVersion = await engine.version(pair);
  const all = markdowns.map((markdown, at) => mask(markdown, `t${at}s`, terms));
  const asked = new Asked(engine, pair, signal);
  const translated = await asked.all(all);
  return all.map((masked) => {
    const passages = masked.segments.map(({ id }) => {
      const source = masked.wordsOf(id);
      return { source, target: translated.get(id) ?? source };
    });
    if (isUnchanged(passages, pair)) throw new EngineError('bad_output', engine.id);
    const unknownWords = asked.unknownWordsIn(masked);
    const checks = checkTranslation({
      passages,
      sourceLanguage: pair.source,
      targetLanguage: pair.target,
      unknown: unknownWords.length,
      broken: masked.segments.filter(({ id }) => !translated.has(id)).length,
      terms,
    });
    return {
      text: masked.assemble(translated),
      engine: engine.id,
      engineVersion,
      via: engine.via(pair),
      egress: engine.egress,
      segments: asked.segmentsOf(masked),
      unknownWords: [...new Set(unknownWords)],
      unknownRatio: unknownRatio(unknownWords.length, passages.map(({ source }) => source).join('\n')),
      checks,
      failed: checks.filter(({ ok }) => !ok).map(({ check }) => check),
      verdict: verdictOf(checks),
    };
  });
}

/** What texts ask of an engine together. */
class Asked {
  private readonly unknown = new Map<string, readonly string[]>();
  private readonly used: string[] = [];

  constructor(
    private readonly engine: TranslationEngine,
    private readonly pair: Pair,
    private readonly signal: AbortSignal,
  ) {}

  /** Those of the translation of a text, as often as they stand in it. */
  unknownWordsIn(masked: Masked): string[] {
    return [...this.unknown].flatMap(([id, words]) => (masked.has(id) ? words : []));
  }

  /** What the translation of a text is made of: segments that came back whole, and pieces of others. */
  segmentsOf(masked: Masked): string[] {
    return this.used.filter((id) => masked.has(id));
  }

  /** The segments that could be put together again, by id. */
  async all(texts: readonly Masked[]): Promise<Map<string, string>> {
    const received = await this.inBatches(texts.flatMap(({ segments }) => segments));
    const translated = new Map<string, string>();
    const broken: { readonly text: Masked; readonly id: string }[] = [];
    for (const text of texts) {
      for (const { id } of text.segments) {
        const restored = text.restore(id, received.get(id) ?? '');
        if (restored === undefined) {
          broken.push({ text, id });
          continue;
        }
        translated.set(id, restored);
        this.used.push(id);
      }
    }
    for (const { id } of broken) this.unknown.delete(id);
    const pieces = await this.inBatches(broken.flatMap(({ text, id }) => text.piecesOf(id)));
    for (const { text, id } of broken) {
      const restored = text.restorePieces(id, pieces);
      if (restored === undefined) continue;
      translated.set(id, restored);
      this.used.push(...text.piecesOf(id).map((piece) => piece.id));
    }
    return translated;
  }

  private async inBatches(segments: readonly Segment[]): Promise<Map<string, string>> {
    const translated = new Map<string, string>();
    for (const batch of batches(segments)) {
      for (const [id, html] of await this.complete(batch)) translated.set(id, html);
    }
    return translated;
  }

  /** The engine's answer, when it holds every segment; an engine that exits well and says nothing has failed. */
  private async complete(batch: readonly Segment[]): Promise<Map<string, string>> {
    const answered = (await this.engine.translate(this.pair, batch, this.signal)).map(storable);
    const byId = new Map(answered.map(({ id, html }) => [id, html]));
    const missing = batch.some(({ id }) => !byId.get(id)?.trim());
    if (missing || answered.length !== batch.length) throw new EngineError('bad_output', this.engine.id);
    for (const { id, unknownWords } of answered) this.unknown.set(id, unknownWords);
    return byId;
  }
}

/** Without what no database keeps (the character of number zero, halves of others): one such text would take others down. */
const storable = (segment: TranslatedSegment): TranslatedSegment => ({
  id: segment.id,
  html: kept(segment.html),
  unknownWords: segment.unknownWords.map(kept),
});

const kept = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '');

/** An engine that gives a longer text in one script back as it was, for a reader of another, has not translated it. */
function isUnchanged(passages: readonly ComparedPassage[], { source, target }: Pair): boolean {
  const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  const words = passages.reduce((sum, passage) => sum + (passage.source.match(/\p{L}[\p{L}\p{M}]*/gu)?.length ?? 0), 0);
  return (
    words > wordsToBeUnchanged &&
    scriptOf(source) !== scriptOf(target) &&
    passages.every((passage) => plain(passage.source) === plain(passage.target))
  );
}

function batches(segments: readonly Segment[]): Segment[][] {
  const found: Segment[][] = [];
  let characters = Infinity;
  for (const segment of segments) {
    const last = found.at(-1);
    if (!last || last.length >= atOnce || characters + segment.html.length > charactersAtOnce) {
      found.push([segment]);
      characters = segment.html.length;
    } else {
      last.push(segment);
      characters += segment.html.length;
    }
  }
  return found;
}
