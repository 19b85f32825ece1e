import type { Pair, Segment, TranslatedSegment, TranslationEngine } from './translation-engine.js';

/** An engine with something done before it is asked; about everything else it is the engine. */
export abstract class WrappedEngine implements TranslationEngine {
  constructor(protected readonly engine: TranslationEngine) {}

  get id(): string {
    return this.engine.id;
  }

  get egress(): TranslationEngine['egress'] {
    return this.engine.egress;
  }

  version(pair: Pair): Promise<string> {
    return this.engine.version(pair);
  }

  pairs(): Promise<readonly Pair[]> {
    return this.engine.pairs();
  }

  via(pair: Pair): string | null {
    return this.engine.via(pair);
  }

  isWell(signal: AbortSignal): Promise<boolean> {
    return this.engine.isWell(signal);
  }

  abstract translate(
    pair: Pair,
    segments: readonly Segment[],
    signal: AbortSignal,
  ): Promise<readonly TranslatedSegment[]>;
}
