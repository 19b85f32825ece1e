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
}

/** The engines, as the worker sees them. */
export abstract class Translator {
  /**
   * Translates Markdown texts together; placeholders, links and names come back as they were.
   * @returns one for each, in their order; nothing when no engine serves this pair of languages
   * @throws EngineError when an engine serves it and cannot just now, or makes nothing of one of the texts
   */
  abstract translateAll(
    texts: readonly string[],
    source: string,
    target: string,
  ): Promise<readonly Translated[] | undefined>;
}
