import { join } from 'node:path';
import type { Config } from '../../../platform/config/config.js';
import { ApertiumEngine } from './apertium.engine.js';
import { CircuitBreaker } from './circuit-breaker.js';
import { LibreTranslateEngine } from './libretranslate.engine.js';
import { PseudoEngine } from './pseudo.engine.js';
import type { Pair, TranslationEngine } from './translation-engine.js';

type EngineConfig = Pick<Config, 'TRANSLATION_ENGINES' | 'LIBRETRANSLATE_URL' | 'LIBRETRANSLATE_API_KEY' | 'dataDir'>;

const rememberMilliseconds = 60_000;

/** The engines that the configuration names and that are there, in its order. */
export function enginesOf(config: EngineConfig): TranslationEngine[] {
  return config.TRANSLATION_ENGINES.flatMap((name): TranslationEngine[] => {
    if (name === 'apertium') return [new ApertiumEngine(join(config.dataDir, 'apertium'))];
    if (name === 'pseudo') return [new PseudoEngine()];
    return config.LIBRETRANSLATE_URL
      ? [new LibreTranslateEngine(config.LIBRETRANSLATE_URL, config.LIBRETRANSLATE_API_KEY)]
      : [];
  });
}

/** An engine with what is known of its health. */
export interface Candidate {
  readonly engine: TranslationEngine;
  readonly breaker: CircuitBreaker;
}

/** Which engine serves a pair: the first in order that offers it and has not just failed again and again. */
export class EngineChoice {
  private readonly candidates: readonly Candidate[];
  private readonly known = new Map<string, { pairs: readonly Pair[]; until: number }>();

  constructor(engines: readonly TranslationEngine[]) {
    this.candidates = engines.map((engine) => ({ engine, breaker: new CircuitBreaker() }));
  }

  /** Those that serve the pair, healthy ones first; none when no engine does. */
  async serving(pair: Pair): Promise<Candidate[]> {
    const serving: Candidate[] = [];
    for (const candidate of this.candidates) {
      if ((await this.pairsOf(candidate)).some((one) => matches(one, pair))) serving.push(candidate);
    }
    return serving.toSorted((one, other) => Number(one.breaker.isOpen) - Number(other.breaker.isOpen));
  }

  private async pairsOf({ engine }: Candidate): Promise<readonly Pair[]> {
    const known = this.known.get(engine.id);
    if (known && known.until > Date.now()) return known.pairs;
    // An engine that cannot say what it offers offers nothing for now, and is asked again in a minute.
    const pairs = await engine.pairs().catch(() => known?.pairs ?? []);
    this.known.set(engine.id, { pairs, until: Date.now() + rememberMilliseconds });
    return pairs;
  }
}

const matches = (offered: Pair, wanted: Pair): boolean =>
  (offered.source === '*' || offered.source === wanted.source) &&
  (offered.target === '*' || offered.target === wanted.target);
