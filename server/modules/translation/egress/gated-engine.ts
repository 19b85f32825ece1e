import { NoEngine } from '../translator.js';
import type { Pair, Segment, TranslatedSegment, TranslationEngine } from '../engine/translation-engine.js';
import type { EngineGate } from './engine-gate.js';

/** An engine as one dyad uses it: every request passes the gate. */
export class GatedEngine implements TranslationEngine {
  constructor(
    private readonly engine: TranslationEngine,
    private readonly dyadId: string,
    private readonly gate: Pick<EngineGate, 'admit'>,
  ) {}

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

  /** @throws EngineError; NoEngine when the gate is closed */
  async translate(
    pair: Pair,
    segments: readonly Segment[],
    signal: AbortSignal,
  ): Promise<readonly TranslatedSegment[]> {
    // What providers count: characters as people do, and placeholders too.
    const characters = segments.reduce((sum, { html }) => sum + [...html].length, 0);
    const barred = await this.gate.admit(this.dyadId, this.engine, characters);
    if (barred) throw new NoEngine(barred);
    return this.engine.translate(pair, segments, signal);
  }

  isWell(signal: AbortSignal): Promise<boolean> {
    return this.engine.isWell(signal);
  }
}
