import type { Side } from '../../../../shared/access/actor.js';
import type { ContentKind } from '../../../../shared/moderation/content-kind.rules.js';
import type { ItemState } from '../../../../shared/moderation/moderation.lifecycle.js';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';
import type { ReportOutcome } from '../../../../shared/moderation/report.rules.js';
import type { ReportedWords } from '../../../../shared/moderation/report-snapshot.rules.js';

/** A report as it is filed. */
export interface NewReport {
  readonly id: string;
  readonly dyadId: string;
  readonly itemId: string;
  readonly snapshotHash: Buffer;
  readonly reporterId: string;
  readonly reporterSide: Side;
  readonly reason: ReasonCode;
  readonly words: string;
  readonly weight: number;
  readonly at: Date;
}

/** What was read when somebody reported it; several who read the same share it. */
export interface NewSnapshot {
  readonly itemId: string;
  readonly dyadId: string;
  readonly hash: Buffer;
  readonly revision: number;
  readonly words: ReportedWords;
  readonly takenAt: Date;
}

/** What an open report makes an item count. */
export interface OpenReport {
  readonly reason: ReasonCode;
  readonly weight: number;
}

/** A report as its reporter may know it. */
export interface OwnReport extends Pick<NewReport, 'id' | 'reason' | 'words' | 'at'> {
  readonly kind: ContentKind;
  readonly content: string;
  readonly place: string;
  readonly itemState: ItemState;
  /** A moderator has taken the item up now. */
  readonly isClaimed: boolean;
  readonly outcome: ReportOutcome | null;
  readonly closedAt: Date | null;
}

/** The reports of one side about one item for one reason. */
export interface ReportGroup {
  readonly itemId: string;
  readonly reason: ReasonCode;
  readonly side: Side;
  readonly reports: number;
  readonly open: number;
  readonly words: readonly string[];
  readonly oldestAt: Date;
  readonly newestAt: Date;
}

/** A snapshot as it is kept, and how many reports are about it. */
export interface KeptSnapshot extends Omit<NewSnapshot, 'dyadId' | 'words'> {
  readonly words: ReportedWords | null;
  readonly reports: number;
}
