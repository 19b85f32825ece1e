import type { Side } from '../../../../shared/access/actor.js';
import type { TopicMode } from '../../../../shared/access/conditions.js';
import type { AppealVerdict } from '../../../../shared/moderation/appeal.rules.js';
import type { Sanction } from '../../../../shared/moderation/decision-classes.rules.js';
import type { ClosedOutcome } from '../../../../shared/moderation/digest/digest.rules.js';
import type { ItemSource, Verdict } from '../../../../shared/moderation/fairness/fairness.rules.js';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';
import type { RestrictingMeasure } from '../../../../shared/moderation/statement-of-reasons/decided-restriction.js';

/** How a case came to an end: `withdrawn` by its author, everything else by moderators or by time. */
export type CaseOutcome = 'restricted' | 'returned' | 'left' | 'expired' | 'withdrawn';

/** Whose words something was about. */
export interface Authored {
  readonly author: string;
  readonly authorSide: Side;
}

/** What a case ended with. */
export interface CaseEnd {
  readonly at: Date;
  readonly outcome: CaseOutcome;
}

/** Once that an item was before moderators: from the step that brought it there to the one that took it away. */
export interface Case extends Authored {
  readonly openedAt: Date;
  /** What was held against it then; nothing of what comes before them because everything does. */
  readonly openedFor: ReasonCode | null;
  readonly mode: TopicMode;
  readonly source: ItemSource;
  readonly detected: boolean;
  readonly firstKey: { readonly side: Side; readonly verdict: Verdict } | null;
  /** For how long it was held, together. */
  readonly secondsHeld: number;
  readonly end: CaseEnd | null;
}

/**
 * Something that was closed: a hold, a decision, what an appeal left of one; a case that ended without a restriction; a decision
 * that an appeal overturned.
 */
export interface Closed extends Authored {
  readonly eventId: string;
  /** Since when it had been before those who decided it. */
  readonly openedAt: Date;
  readonly at: Date;
  readonly outcome: ClosedOutcome;
  readonly reason: ReasonCode | null;
  readonly measure: RestrictingMeasure | null;
  readonly sanction: Sanction | null;
  readonly source: ItemSource;
  /** A detector brought it before moderators, or was one of several that did. */
  readonly detected: boolean;
  /** No person decided it. */
  readonly automated: boolean;
  /** The sides whose keys it took. */
  readonly keys: readonly Side[];
  readonly isProxy: boolean;
}

export interface AppealCase extends Authored {
  readonly openedAt: Date;
  readonly end: { readonly at: Date; readonly outcome: AppealVerdict } | null;
}

export interface ReportMade extends Authored {
  readonly at: Date;
  readonly reason: ReasonCode | null;
  /** When the case that it was made in ended; nothing while that is open. */
  readonly answeredAt: Date | null;
}

/** Everything that statistics are made of, as it stood at one moment. */
export interface CaseHistory {
  readonly cases: readonly Case[];
  readonly closed: readonly Closed[];
  readonly appeals: readonly AppealCase[];
  readonly reports: readonly ReportMade[];
  /** When something was first shown to readers. */
  readonly published: readonly (Authored & { readonly at: Date })[];
  /** When neutral moderators gave keys for a side. */
  readonly proxyKeys: readonly Date[];
  /** When a hold or a proposal ended because its time was over. */
  readonly expiries: readonly { readonly of: 'holds' | 'proposals'; readonly at: Date }[];
}
