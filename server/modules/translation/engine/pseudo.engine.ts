import { scriptOf, type Script } from '../../../../shared/language/language.js';
import type { Pair, Segment, TranslatedSegment, TranslationEngine } from './translation-engine.js';

/** Letters with a stroke over them, as nobody writes them: who sees them knows that this is no translation. */
const accented: Readonly<Record<Script, string>> = {
  Latin: 'áé',
  Cyrillic: 'а\u0301е\u0301',
  Greek: 'ᾱῑ',
  Devanagari: 'अ\u0951आ\u0951',
  Arabic: 'اٰوٰ',
  Hebrew: 'אָבָ',
};

/**
 * Translates nothing: it puts each piece in brackets, with the target's code and some letters of its script before it,
 * so that a piece cut short shows. Deterministic, for tests that ask whether a translation arrived and not how good it is.
 */
export class PseudoEngine implements TranslationEngine {
  readonly id = 'pseudo';
  readonly egress = 'local';

  async version(): Promise<string> {
    return 'pseudo/2';
  }

  /** Any language into any other: it names none. */
  async pairs(): Promise<readonly Pair[]> {
    return [{ source: '*', target: '*' }];
  }

  via(): null {
    return null;
  }

  async translate({ target }: Pair, segments: readonly Segment[]): Promise<readonly TranslatedSegment[]> {
    const mark = `⟦${target} ${accented[scriptOf(target) ?? 'Latin']}`;
    return segments.map(({ id, html }) => ({ id, html: `${mark} ${html}⟧`, unknownWords: [] }));
  }

  async isWell(): Promise<boolean> {
    return true;
  }
}
