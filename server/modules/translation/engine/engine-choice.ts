import { join } from 'node:path';
import { normalLanguage } from '../../../../shared/translation/translation.rules.js';
import type { Config } from '../../../platform/config/config.js';
import type { OutgoingRequests } from '../../../platform/http/outgoing-requests.js';
import { ApertiumServer } from './apertium-server.js';
import { ApertiumEngine } from './apertium.engine.js';
import { CircuitBreaker } from './circuit-breaker.js';
import { LibreTranslateEngine } from './libretranslate.engine.js';
import { PseudoEngine } from './pseudo.engine.js';
import type { Egress, Pair, TranslationEngine } from './translation-engine.js';

type EngineConfig = Pick<Config, 'TRANSLATION_ENGINES' | 'LIBRETRANSLATE_URL' | 'LIBRETRANSLATE_API_KEY' | 'dataDir'>;

const rememberMilliseconds = 60_000;

/** Where words may go when nobody was asked. */
const withoutConsent: readonly Egress[] = ['local', 'self-hosted'];

/** The engines that the configuration names and that are there, in its order. */
export function enginesOf(config: EngineConfig, outgoing: OutgoingRequests): TranslationEngine[] {
  return config.TRANSLATION_ENGINES.flatMap((name): TranslationEngine[] => {
    if (name === 'apertium')
      return [new ApertiumEngine(join(config.dataDir, 'apertium'), { server: new ApertiumServer(outgoing) })];
    if (name === 'pseudo') return [new PseudoEngine()];
    return config.LIBRETRANSLATE_URL
      ? [new LibreTranslateEngine(config.LIBRETRANSLATE_URL, outgoing, config.LIBRETRANSLATE_API_KEY)]
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
  private readonly known = new Map<Candidate, { pairs: readonly Pair[]; until: number }>();

  constructor(
    engines: readonly TranslationEngine[],
    private readonly now: () => number = Date.now,
  ) {
    this.candidates = engines.map((engine) => ({ engine, breaker: new CircuitBreaker(now) }));
  }

  /**
   * Those that serve the pair: healthy ones first, among them our own first, and otherwise in the order given.
   * @param allowed where words may go; to a third party only with the consent of both sides
   */
  async serving(pair: Pair, allowed: readonly Egress[] = withoutConsent): Promise<Candidate[]> {
    const serving: Candidate[] = [];
    for (const candidate of this.candidates.filter(({ engine }) => allowed.includes(engine.egress))) {
      if ((await this.pairsOf(candidate)).some((one) => matches(one, pair))) serving.push(candidate);
    }
    return serving.toSorted((one, other) => rankOf(one) - rankOf(other));
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

const rankOf = ({ engine, breaker }: Candidate): number =>
  (breaker.isOpen ? 2 : 0) + (engine.egress === 'third-party' ? 1 : 0);

const matches = (offered: Pair, wanted: Pair): boolean =>
  speaks(offered.source, wanted.source) && speaks(offered.target, wanted.target);

const speaks = (offered: string, wanted: string): boolean =>
  offered === '*' || normalLanguage(offered) === normalLanguage(wanted);
