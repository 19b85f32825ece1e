import type { Month } from '../../moderation/fairness/month.js';
import type { Counted } from '../../moderation/fairness/small-cells.js';
import type { disputeStates } from '../human-work.rules.js';
import type { TranslationOrigin, WhyUntranslated } from './translation-statistics.rules.js';

/** The translation of a text that readers have. */
export interface ShownTranslation {
  readonly origin: TranslationOrigin;
  readonly engine: string | null;
  readonly via: string | null;
  /** The text was written anew since. */
  readonly isStale: boolean;
  /** Somebody of the other side than the author's stands behind it. */
  readonly otherSide: boolean;
  /** Somebody of each side does. */
  readonly isReviewed: boolean;
}

/** A published text and one language of readers: what they have of it. */
export interface ServedText extends Counted {
  readonly from: string;
  readonly to: string;
  /** In which it was published. */
  readonly month: Month;
  /** From publication to the first translation that readers had; until now where there was none. */
  readonly wait: { readonly seconds: number; readonly ended: boolean };
  readonly shown: ShownTranslation | null;
  /** Of what readers have in its own language alone. */
  readonly whyNone: WhyUntranslated | null;
  /** What the checks said of what an engine made of it last; nothing where no engine did. */
  readonly checks: 'passed' | 'failed' | null;
  /** The states of the disputes about its translations. */
  readonly disputes: readonly (typeof disputeStates)[number][];
}

/** What one report is made of. */
export interface ServedTexts {
  readonly dyad: string;
  readonly month: Month;
  readonly countedOn: string;
  readonly languageOf: { readonly a: string; readonly b: string };
  /** The bridge language, where it is none of the sides'. */
  readonly bridge: string | null;
  /** Everything published until the end of the month, once for each language it is to be read in. */
  readonly texts: readonly ServedText[];
}
