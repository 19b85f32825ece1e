import type { TermPairs } from '../engine/term-pairs.js';
import type { Pair, Segment, TranslatedSegment, TranslationEngine } from '../engine/translation-engine.js';
import { WrappedEngine } from '../engine/wrapped-engine.js';
import type { CacheTerms } from './cache-key.js';
import type { CachedAnswer } from './cache.repository.js';

/** Where passages are in the cache of a dyad. */
export interface Looked {
  /** One for each passage, in their order. */
  readonly keys: readonly string[];
  readonly known: readonly CachedAnswer[];
}

/** Looks passages up in the cache of a dyad, for an engine that would translate them. */
export type Look = (terms: Omit<CacheTerms, 'glossary'>, passages: readonly string[]) => Promise<Looked>;

/** An engine that is asked only for what it did not translate before, and for each passage once. */
export class CachedEngine extends WrappedEngine {
  /** What the engine was asked for, by the id of the segment. */
  private readonly fresh = new Map<string, CachedAnswer>();

  private asked = false;

  constructor(
    engine: TranslationEngine,
    /** What both sides call things, in the version of the glossary that the cache is looked up by. */
    readonly terms: TermPairs,
    private readonly look: Look,
  ) {
    super(engine);
  }

  /** Whether the cache had not everything. */
  get wasAsked(): boolean {
    return this.asked;
  }

  /** @throws EngineError; NoEngine, unless the cache has everything */
  async translate(
    { source, target }: Pair,
    segments: readonly Segment[],
    signal: AbortSignal,
  ): Promise<readonly TranslatedSegment[]> {
    const pair = { source, target };
    const terms = { ...pair, engine: this.id, engineVersion: await this.version(pair) };
    const passages = segments.map(({ html }) => html);
    const { keys, known } = await this.look(terms, passages);
    const answers = new Map(known.map((answer) => [answer.key, answer]));
    const keyed = segments.map((segment, at) => ({ segment, key: keys[at] ?? '' }));
    const missing = keyed.filter(({ key }, at) => !answers.has(key) && keys.indexOf(key) === at);
    if (missing.length > 0) {
      this.asked = true;
      const sent = missing.map(({ segment }) => segment);
      const said = new Map((await this.engine.translate(pair, sent, signal)).map((one) => [one.id, one]));
      for (const { segment, key } of missing) {
        const one = said.get(segment.id);
        if (!one) continue;
        const answer = { key, said: one.html, unknownWords: one.unknownWords };
        answers.set(key, answer);
        this.fresh.set(segment.id, answer);
      }
    }
    return keyed.flatMap(({ segment: { id }, key }) => {
      const answer = answers.get(key);
      return answer ? [{ id, html: answer.said, unknownWords: answer.unknownWords }] : [];
    });
  }

  /** What was not in the cache, of these segments. */
  freshOf(ids: readonly string[]): CachedAnswer[] {
    return ids.flatMap((id) => this.fresh.get(id) ?? []);
  }
}
