import type { AppealState } from '../../../../shared/moderation/appeal.rules.js';

/** An appeal as it is stored: of the author against a decision, or of a reporter against its absence. */
export interface StoredAppeal {
  readonly id: string;
  readonly dyadId: string;
  readonly memberId: string;
  readonly itemId: string;
  /** The event of the decision that it is against. */
  readonly eventId: string;
  /** Where the decision was told to whoever appeals: one of both. */
  readonly statementId: string | null;
  readonly answerId: string | null;
  readonly language: string;
  readonly words: string;
  readonly openedAt: Date;
  readonly state: AppealState;
  readonly decidedAt: Date | null;
}
