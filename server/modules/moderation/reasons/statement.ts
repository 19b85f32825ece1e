import type { Sanction } from '../../../../shared/moderation/decision-classes.rules.js';
import type { ItemSource } from '../../../../shared/moderation/fairness/fairness.rules.js';
import type { DecidedBy } from '../../../../shared/moderation/notice.rules.js';
import type { ReasonCode, ReasonVersion } from '../../../../shared/moderation/reasons.js';
import type { SanctionEnd } from '../../../../shared/moderation/sanctions.rules.js';
import type { RestrictingMeasure } from '../../../../shared/moderation/statement-of-reasons/decided-restriction.js';

/** What was decided, as its statement of reasons says it. */
export interface DecidedOn {
  readonly eventId: string;
  readonly proposalId: string | null;
  readonly decidedBy: DecidedBy;
  readonly measure: RestrictingMeasure | null;
  /** Of a hold: when it ends by itself. */
  readonly measureEndsAt: Date | null;
  readonly passages: readonly string[];
  readonly sanction: Sanction | null;
  readonly reason: ReasonCode;
  readonly policyVersion: number;
  readonly article: number | null;
  readonly facts: Readonly<Record<string, string>>;
  readonly note: string;
  readonly at: Date;
  /** Until when an appeal is taken; nothing where none is. */
  readonly appealableUntil: Date | null;
}

/** A statement of reasons as it is stored. */
export interface StoredStatement extends DecidedOn {
  /** Random, and never given to another: what the DSA Transparency Database calls `puid`. */
  readonly id: string;
  readonly dyadId: string;
  readonly memberId: string;
  readonly itemId: string;
  /** The revision of the words that was judged. */
  readonly revision: number;
  readonly reasonVersion: ReasonVersion;
  readonly source: ItemSource;
  readonly detected: boolean;
  /** The day on which the words were written, as `2026-03-31`. */
  readonly writtenOn: string;
  readonly language: string;
  readonly readAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedBy: SanctionEnd | null;
  /** The digest of its day commits to it, and what opens the commitment is there. */
  readonly isCommitted: boolean;
}
