import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Readiness } from '../../platform/http/readiness.js';
import { Log } from '../../platform/logging/log.js';
import { MachineCache } from './cache/machine-cache.js';
import { EngineGate } from './egress/engine-gate.js';
import { GatedEngine } from './egress/gated-engine.js';
import { EngineChoice, isOwn, type Candidate } from './engine/engine-choice.js';
import { Engines } from './engine/engines.js';
import { EngineError, isOfOneText, type TranslationEngine } from './engine/translation-engine.js';
import { translateTexts } from './engine/translate-text.js';
import { NoEngine, Translator, type Translated, type Wish } from './translator.js';

const timeoutMilliseconds = 10_000;

/**
 * Translates with the engines of the configuration, in its order but for those of others, which come last, and leaving out
 * those that keep failing. When one fails, the next is asked at once.
 */
@Injectable()
export class EngineTranslator extends Translator implements OnModuleDestroy {
  private readonly choice: EngineChoice;

  constructor(
    private readonly engines: Engines,
    private readonly gate: EngineGate,
    private readonly cache: MachineCache,
    private readonly log: Log,
    readiness: Readiness,
  ) {
    super();
    this.choice = new EngineChoice(engines.all);
    readiness.watch(() => this.choice.resting().map((engine) => `translation.${engine}`));
  }

  async onModuleDestroy(): Promise<void> {
    await this.choice.stop();
  }

  async translateAll(texts: readonly string[], wish: Wish): Promise<readonly Translated[]> {
    const mayAsk = await this.allowedBy(wish);
    const candidates = await this.choice.serving(wish, mayAsk);
    if (candidates.length === 0)
      throw new NoEngine(this.engines.all.every(mayAsk) ? 'not_offered' : 'not_allowed_outside');
    let failure: unknown;
    for (const candidate of candidates) {
      try {
        return await this.with(candidate, wish, texts);
      } catch (error) {
        // It may be one of many texts; the others need not go elsewhere for that.
        if (texts.length > 1 && isOfOneText(error)) throw error;
        // Of one engine that may not be asked and one that cannot now, the second is worth another try.
        if (!(failure instanceof EngineError)) failure = error;
      }
    }
    throw failure;
  }

  private async allowedBy({ dyadId, staysInside }: Wish): Promise<(engine: TranslationEngine) => boolean> {
    if (staysInside || this.engines.all.every(isOwn)) return isOwn;
    const isConsented = await this.gate.consented(dyadId);
    return (engine) => isOwn(engine) || isConsented(engine);
  }

  private async with({ engine, breaker }: Candidate, wish: Wish, texts: readonly string[]): Promise<Translated[]> {
    if (breaker.isOpen) throw new EngineError('unavailable', engine.id, breaker.retryAfterSeconds);
    const cached = await this.cache.before(new GatedEngine(engine, wish.dyadId, this.gate), wish);
    const signal = AbortSignal.timeout(engine.patience ?? timeoutMilliseconds);
    try {
      const made = await translateTexts(cached, wish, texts, signal, cached.terms);
      // What comes from the cache says nothing about the engine now.
      if (cached.wasAsked) breaker.succeeded();
      return made.map(({ text, engineVersion, via, failed, unknownWords, segments }) => ({
        text,
        engine: engine.id,
        engineVersion,
        via,
        doubts: failed,
        unknownWords,
        answers: failed.length > 0 ? [] : cached.freshOf(segments),
      }));
    } catch (error) {
      if (error instanceof NoEngine) throw error;
      breaker.failed(error);
      await this.gate.failed(wish.dyadId, engine);
      this.log.warn('translation.engine_failed', {
        engine: engine.id,
        ...(error instanceof EngineError && { kind: error.kind }),
      });
      throw error;
    }
  }
}
