import type { WhyNone } from '../../../shared/translation/egress.rules.js';
import type { CachedAnswer } from './cache/cache.repository.js';

/** What an engine made of a text, and what the checks think of it. */
export interface Translated {
  readonly text: string;
  readonly engine: string;
  readonly engineVersion: string;
  /** The language in between, when the engine went by another one. */
  readonly via: string | null;
  /** The checks that failed. */
  readonly doubts: readonly string[];
  readonly unknownWords: readonly string[];
  /** What the engine said anew, for the cache; nothing when a check failed. */
  readonly answers: readonly CachedAnswer[];
}

/** Whose texts they are, in which language, and into which they go. */
export interface Wish {
  readonly dyadId: string;
  readonly source: string;
  readonly target: string;
  /** Whether they may go to no engine of others, whatever both sides consent to. */
  readonly staysInside: boolean;
}

/** There is no engine that may translate a text, and trying again would not help. */
export class NoEngine extends Error {
  override readonly name = 'NoEngine';

  constructor(readonly why: WhyNone) {
    super(`no engine: ${why}`);
  }
}

/** The engines, as the worker sees them. */
export abstract class Translator {
  /**
   * Translates Markdown texts together; placeholders, links and names come back as they were.
   * @returns one for each, in their order
   * @throws NoEngine when no engine may translate them; EngineError when one could and cannot just now, or makes nothing
   * of one of the texts
   */
  abstract translateAll(texts: readonly string[], wish: Wish): Promise<readonly Translated[]>;
}
