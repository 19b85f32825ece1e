import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Config } from '../../platform/config/config.js';
import { OutgoingRequests } from '../../platform/http/outgoing-requests.js';
import { Log } from '../../platform/logging/log.js';
import { CONFIG } from '../../platform/platform.module.js';
import { EngineChoice, enginesOf, type Candidate } from './engine/engine-choice.js';
import { EngineError, type Pair } from './engine/translation-engine.js';
import { translateTexts } from './engine/translate-text.js';
import { Translator, type Translated } from './translator.js';

const timeoutMilliseconds = 10_000;

/** Translates with the engines of the configuration, in its order, leaving out those that keep failing. */
@Injectable()
export class EngineTranslator extends Translator implements OnModuleDestroy {
  private readonly choice: EngineChoice;

  constructor(
    @Inject(CONFIG) config: Config,
    outgoing: OutgoingRequests,
    private readonly log: Log,
  ) {
    super();
    this.choice = new EngineChoice(enginesOf(config, outgoing));
  }

  async onModuleDestroy(): Promise<void> {
    await this.choice.stop();
  }

  async translateAll(
    texts: readonly string[],
    source: string,
    target: string,
  ): Promise<readonly Translated[] | undefined> {
    const pair = { source, target };
    const candidates = await this.choice.serving(pair);
    const [first] = candidates;
    if (!first) return undefined;
    if (first.breaker.isOpen) throw new EngineError('unavailable', first.engine.id, 60);
    return this.with(first, pair, texts);
  }

  private async with({ engine, breaker }: Candidate, pair: Pair, texts: readonly string[]): Promise<Translated[]> {
    try {
      const made = await translateTexts(engine, pair, texts, AbortSignal.timeout(timeoutMilliseconds));
      breaker.succeeded();
      return made.map(({ text, engineVersion, via, failed, unknownWords }) => ({
        text,
        engine: engine.id,
        engineVersion,
        via,
        doubts: failed,
        unknownWords,
      }));
    } catch (error) {
      breaker.failed(error);
      this.log.warn('translation.engine_failed', {
        engine: engine.id,
        ...(error instanceof EngineError && { kind: error.kind }),
      });
      throw error;
    }
  }
}
