import type { Side } from '../../access/actor.js';
import type { TopicMode } from '../../access/conditions.js';
import type { ReasonCode } from '../reasons.js';
import type { ItemSource, Verdict } from './fairness.rules.js';
import type { OneSide, Sided } from './sided.js';
import type { Counted } from './small-cells.js';

/** One item of an author of a side that moderators decided on. */
export interface DecidedFact extends Counted {
  readonly authorSide: OneSide;
  /** Whether the decision restricted it, or left it as it was. */
  readonly restricted: boolean;
  /**
   * What was held against it when it came before moderators, whatever they found then; nothing where everything comes before
   * them. What they found would not do here: it is known only of what they restrict.
   */
  readonly reason: ReasonCode | null;
  readonly source: ItemSource;
  readonly mode: TopicMode;
  /** The day of the decision, as `2026-03-31`. */
  readonly day: string;
  /** From when it came before moderators until the decision. */
  readonly secondsToDecision: number;
  /** For how long it was held, together; nought when it never was. */
  readonly secondsHeld: number;
  /** The first key, given before there was another to look at; nothing where no key was needed. */
  readonly firstKey: { readonly side: Side; readonly verdict: Verdict } | null;
  /** What two raters from outside said who did not see the side, where the item was drawn for them. */
  readonly rerating: readonly [Verdict, Verdict] | null;
}

/** An appeal that was decided on in the period, about something that an author of a side wrote. */
export interface AppealFact extends Counted {
  readonly authorSide: OneSide;
  /** Whether nothing is left of the decision; what was only made milder stands. */
  readonly overturned: boolean;
}

/** One item that still waits for a decision at the end of the period. */
export interface WaitingFact {
  readonly authorSide: OneSide;
  readonly source: ItemSource;
  readonly mode: TopicMode;
  readonly secondsWaiting: number;
}

/** What members of a side published, and what was reported of it. */
export interface Activity {
  readonly posts: number;
  readonly reports: number;
  /** How many people wrote what was reported. */
  readonly reportedAuthors: number;
}

/**
 * What one report is made of: everything of one period that is over. Periods that are reported do not overlap; of two that did,
 * the difference could be a single person.
 */
export interface FairnessFacts {
  readonly period: { readonly from: string; readonly to: string };
  readonly decided: readonly DecidedFact[];
  /** What was decided before the period: the alarm looks at everything so far, and all other figures at the period alone. */
  readonly earlier: readonly DecidedFact[];
  readonly appeals: readonly AppealFact[];
  readonly waiting: readonly WaitingFact[];
  readonly activity: Sided<Activity>;
}
