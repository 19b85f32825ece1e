import { mask } from './masking.js';
import { failedChecks, type Check } from './quality-checks.js';
import {
  EngineError,
  type Pair,
  type Segment,
  type TranslatedSegment,
  type TranslationEngine,
} from './translation-engine.js';

export interface MachineTranslation {
  readonly text: string;
  readonly failed: readonly Check[];
  readonly unknownWords: readonly string[];
}

const atOnce = 50;
const charactersAtOnce = 8_000;

/**
 * Translates one Markdown text: what may not be touched is masked, the rest goes to the engine in batches, comes back,
 * and is checked. A line whose placeholders came back wrong stays in the original, and the text is marked as doubtful.
 * @throws EngineError
 */
export async function translateText(
  engine: TranslationEngine,
  pair: Pair,
  markdown: string,
  signal: AbortSignal,
): Promise<MachineTranslation> {
  const masked = mask(markdown);
  const translated = new Map<string, string>();
  const unknown = new Set<string>();
  let broken = 0;
  for (const batch of batches(masked.segments)) {
    for (const segment of await complete(engine, pair, batch, signal)) {
      const restored = masked.restore(segment.id, segment.html);
      if (restored === undefined) broken += 1;
      else translated.set(segment.id, restored);
      for (const word of segment.unknownWords) unknown.add(word);
    }
  }
  const text = masked.assemble(translated);
  if (masked.segments.length > 0 && text.trim() === '') throw new EngineError('bad_output', engine.id);
  const unknownWords = [...unknown];
  const failed = failedChecks({
    source: markdown,
    sourceLanguage: pair.source,
    target: text,
    targetLanguage: pair.target,
    unknownWords,
    broken,
  });
  return { text, failed, unknownWords };
}

/** The engine's answer, when it holds every segment; an engine that exits well and says nothing has failed. */
async function complete(
  engine: TranslationEngine,
  pair: Pair,
  batch: readonly Segment[],
  signal: AbortSignal,
): Promise<readonly TranslatedSegment[]> {
  const answered = await engine.translate(pair, batch, signal);
  const byId = new Map(answered.map((segment) => [segment.id, segment]));
  const missing = batch.some(({ id }) => (byId.get(id)?.html.trim() ?? '') === '');
  if (missing || byId.size !== batch.length) throw new EngineError('bad_output', engine.id);
  return answered;
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
