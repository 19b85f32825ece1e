import type { RecipientSetting } from '../../../platform/config/engine-settings.js';

/** Two language codes (ISO 639-1), from the one to the other. */
export interface Pair {
  readonly source: string;
  readonly target: string;
}

/** One piece of a text, as HTML whose tags are placeholders only: `<x id="3"/>`. */
export interface Segment {
  readonly id: string;
  readonly html: string;
}

export interface TranslatedSegment extends Segment {
  /** Words the engine did not know, left as they were; a word that stands there twice is named twice. */
  readonly unknownWords: readonly string[];
}

/** Where the words go: nowhere, to a server of our own, or to somebody else's. Decides whose consent is needed. */
export type Egress = 'local' | 'self-hosted' | 'third-party';

/** Who gets the words that leave: a name that people can look up, and a country. */
export type Recipient = Readonly<RecipientSetting>;

/** A machine translation engine. */
export interface TranslationEngine {
  readonly id: string;
  readonly egress: Egress;
  /** Whoever runs it, for one of a third party. */
  readonly recipient?: Recipient | undefined;
  /** Milliseconds that a translation may take, for an engine that needs longer than others. */
  readonly patience?: number;
  /** Engine, data and our own changes to it: another version may translate otherwise. */
  version(pair: Pair): Promise<string>;
  /** The pairs it serves now; asked again from time to time. */
  pairs(): Promise<readonly Pair[]>;
  /** The language in between, for an engine that gets from one to the other by a third. */
  via(pair: Pair): string | null;
  /** All segments, in any order, each with its id. @throws EngineError */
  translate(pair: Pair, segments: readonly Segment[], signal: AbortSignal): Promise<readonly TranslatedSegment[]>;
  /** Whether it would answer now. Never throws: an engine that is away is an answer too. */
  isWell(signal: AbortSignal): Promise<boolean>;
  /** Ends what it started of its own. */
  stop?(): Promise<void>;
}

export type EngineErrorKind =
  'unavailable' | 'rate_limited' | 'quota_exceeded' | 'denied' | 'unsupported_pair' | 'bad_output' | 'rejected';

/** An engine that did not do its work; the kind says whether to try again, and the message never holds the text. */
export class EngineError extends Error {
  override readonly name = 'EngineError';

  constructor(
    readonly kind: EngineErrorKind,
    readonly engine: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(`${engine}: ${kind}`);
  }
}

/** Whether it may be one of the texts that made it fail, and not the engine. */
export const isOfOneText = (error: unknown): boolean =>
  error instanceof EngineError && (error.kind === 'bad_output' || error.kind === 'rejected');
