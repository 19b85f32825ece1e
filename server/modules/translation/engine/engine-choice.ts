import { normalLanguage } from '../../../../shared/translation/translation.rules.js';
import { CircuitBreaker } from './circuit-breaker.js';
import type { Pair, TranslationEngine } from './translation-engine.js';

const rememberMilliseconds = 60_000;

/** Whether nobody has to be asked before an engine gets words: they stay in the house. */
export const isOwn = ({ egress }: TranslationEngine): boolean => egress !== 'third-party';

/** An engine with what is known of its health. */
export interface Candidate {
  readonly engine: TranslationEngine;
  readonly breaker: CircuitBreaker;
}

/** Which engines serve a pair, the one to ask first in front. */
export class EngineChoice {
  private readonly candidates: readonly Candidate[];
  private readonly known = new Map<Candidate, { pairs: readonly Pair[]; until: number }>();

  constructor(
    engines: readonly TranslationEngine[],
    private readonly now: () => number = Date.now,
  ) {
    this.candidates = engines.map((engine) => ({ engine, breaker: new CircuitBreaker(now) }));
  }

  /**
   * Those that serve the pair: healthy ones first, among them our own first, and otherwise in the order given.
   * @param mayAsk the engines that may get words of this text, and are asked what they serve
   */
  async serving(pair: Pair, mayAsk: (engine: TranslationEngine) => boolean = isOwn): Promise<Candidate[]> {
    const serving: Candidate[] = [];
    for (const candidate of this.candidates.filter(({ engine }) => mayAsk(engine))) {
      if ((await this.pairsOf(candidate)).some((one) => matches(one, pair))) serving.push(candidate);
    }
    return serving.toSorted((one, other) => rankOf(one) - rankOf(other));
  }

  /** Those that have just failed again and again, asked for a pause or will not serve us. */
  resting(): string[] {
    return this.candidates.filter(({ breaker }) => breaker.isOpen).map(({ engine }) => engine.id);
  }

  /** Ends what the engines started of their own. */
  async stop(): Promise<void> {
    await Promise.all(this.candidates.map(async ({ engine }) => engine.stop?.()));
  }

  private async pairsOf(candidate: Candidate): Promise<readonly Pair[]> {
    const known = this.known.get(candidate);
    if (known && known.until > this.now()) return known.pairs;
    // An engine that cannot say what it offers offers what it did before, and is asked again in a minute.
    const pairs = await candidate.engine.pairs().catch(() => known?.pairs ?? []);
    this.known.set(candidate, { pairs, until: this.now() + rememberMilliseconds });
    return pairs;
  }
}

const rankOf = ({ engine, breaker }: Candidate): number => (breaker.isOpen ? 2 : 0) + (isOwn(engine) ? 0 : 1);

const matches = (offered: Pair, wanted: Pair): boolean =>
  speaks(offered.source, wanted.source) && speaks(offered.target, wanted.target);

const speaks = (offered: string, wanted: string): boolean =>
  offered === '*' || normalLanguage(offered) === normalLanguage(wanted);
