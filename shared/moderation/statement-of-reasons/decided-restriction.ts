import type { ItemSource } from '../fairness/fairness.rules.js';
import type { ReasonCode, ReasonVersion } from '../reasons.js';

/** What is done to content that somebody wrote; a hold ends by itself. */
export const restrictingMeasures = ['hold', 'remove', 'redact', 'lock_thread'] as const;
export type RestrictingMeasure = (typeof restrictingMeasures)[number];

/** What is done to a member in one dialogue. Notes and warnings restrict nobody, so they need no statement. */
export const restrictingSanctions = ['silence', 'suspend', 'ban'] as const;
export type RestrictingSanction = (typeof restrictingSanctions)[number];

/** What a restriction rests upon: the charter that members accepted, as a rule by one of its articles; or a law. */
export type RestrictionGround =
  | { readonly kind: 'charter'; readonly version: number; readonly article: number | null }
  | {
      readonly kind: 'law';
      /** The country, by ISO 3166-1. */
      readonly country: string;
      /** The act and the provision as the dialogue's list of laws has them; nobody types them for one decision. */
      readonly act: string;
      readonly provision: string;
    };

interface Restriction {
  /** A random id of the decision, that is never given to another. */
  readonly puid: string;
  readonly reason: ReasonCode;
  readonly reasonVersion: ReasonVersion;
  readonly ground: RestrictionGround;
  readonly source: ItemSource;
  /** Whether a detector brought it before moderators, or was one of several that did. */
  readonly detectedAutomatically: boolean;
  /** The day on which the content was written, as `2026-03-31`. */
  readonly contentDate: string;
  /** The day from which the restriction holds. */
  readonly applicationDate: string;
  /** The language of the content, as a tag: `mk`, `ur-Latn`. */
  readonly language: string;
}

interface ContentRestriction {
  readonly measure: RestrictingMeasure;
  /** The last day of a hold; everything else lasts. */
  readonly endsOn: string | null;
}

interface Sanction {
  readonly kind: RestrictingSanction;
  /** For how many days; null for good. */
  readonly days: number | null;
}

/**
 * A decision that restricts somebody (DSA, article 17), with all that its statement of reasons is made of and nothing that a
 * person wrote. A machine decides nothing but the hold of spam, which ends by itself.
 */
export type DecidedRestriction = Restriction &
  (
    | { readonly decidedBy: 'people'; readonly content: ContentRestriction; readonly sanction: Sanction | null }
    | { readonly decidedBy: 'people'; readonly content: null; readonly sanction: Sanction }
    | {
        readonly decidedBy: 'machine';
        readonly reason: 'SPAM';
        readonly content: { readonly measure: 'hold'; readonly endsOn: string };
        readonly sanction: null;
      }
  );
