import type { Pair, Segment, TranslatedSegment, TranslationEngine } from './translation-engine.js';

/**
 * Translates nothing: it puts each piece in brackets with the target's code. Deterministic, for tests that ask whether
 * a translation arrived and not how good it is.
 */
export class PseudoEngine implements TranslationEngine {
  readonly id = 'pseudo';
  readonly egress = 'local';

  async version(): Promise<string> {
    return 'pseudo/1';
  }

  /** Any language into any other: it names none. */
  async pairs(): Promise<readonly Pair[]> {
    return [{ source: '*', target: '*' }];
  }

  async translate({ target }: Pair, segments: readonly Segment[]): Promise<readonly TranslatedSegment[]> {
    return segments.map(({ id, html }) => ({ id, html: `⟦${target}⟧ ${html}`, unknownWords: [] }));
  }
}
