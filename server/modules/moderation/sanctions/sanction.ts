import type { SanctionKind } from '../../../../shared/moderation/decision-classes.rules.js';
import type { ImposedSanction, SanctionEnd } from '../../../../shared/moderation/sanctions.rules.js';

/** A sanction as it is stored. */
export interface StoredSanction extends ImposedSanction {
  readonly id: string;
  readonly dyadId: string;
  readonly memberId: string;
  /** The statement that gives its reasons. */
  readonly statementId: string;
  /** The item whose decision it belongs to: with that decision it ends. */
  readonly itemId: string;
  readonly startsAt: Date;
  readonly strike: number;
  readonly strikeExpiresAt: Date | null;
  readonly endedBy: SanctionEnd | null;
  readonly strikeEndedAt: Date | null;
}

/** A sanction as it is decided. */
export interface Imposition {
  readonly dyadId: string;
  readonly memberId: string;
  readonly kind: SanctionKind;
  /** For how many days, where it lasts for a time. */
  readonly days: number | null;
  readonly statementId: string;
  readonly itemId: string;
  readonly at: Date;
}
