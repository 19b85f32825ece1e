import { NoEngine } from '../translator.js';
import type { Pair, Segment, TranslatedSegment, TranslationEngine } from '../engine/translation-engine.js';
import { WrappedEngine } from '../engine/wrapped-engine.js';
import type { EngineGate } from './engine-gate.js';

/** An engine as one dyad uses it: every request passes the gate. */
export class GatedEngine extends WrappedEngine {
  constructor(
    engine: TranslationEngine,
    private readonly dyadId: string,
    private readonly gate: Pick<EngineGate, 'admit'>,
  ) {
    super(engine);
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
}
