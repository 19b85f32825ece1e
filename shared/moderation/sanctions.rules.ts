import type { StoredRestriction } from '../access/restriction.js';
import type { SanctionKind } from './decision-classes.rules.js';

/** What a sanction means for the member it is about; the same whatever their side. */
export interface SanctionRule {
  /** What the member may not do while it lasts. */
  readonly keepsFrom: 'nothing' | 'writing' | 'taking part';
  /** The member acknowledges having read it, and does not write before. */
  readonly isAcknowledged: boolean;
  /** How much it counts when moderators decide about the member again. */
  readonly strike: number;
}

/** From the mildest to the gravest. There is one table: it knows no sides. */
export const sanctionRules: Readonly<Record<SanctionKind, SanctionRule>> = {
  note: { keepsFrom: 'nothing', isAcknowledged: false, strike: 0 },
  warning: { keepsFrom: 'nothing', isAcknowledged: true, strike: 1 },
  silence: { keepsFrom: 'writing', isAcknowledged: false, strike: 2 },
  suspend: { keepsFrom: 'taking part', isAcknowledged: false, strike: 4 },
  ban: { keepsFrom: 'taking part', isAcknowledged: false, strike: 8 },
};

/** A strike counts for so many days from the decision; nobody is held to a mistake for ever. */
export const strikeDays = 90;

/** How a sanction came to its end: by the clock, or because another decision, or one on appeal, took its place. */
export const sanctionEnds = ['time', 'decision', 'appeal'] as const;
export type SanctionEnd = (typeof sanctionEnds)[number];

/** A sanction as far as what a member may do follows from it. */
export interface ImposedSanction {
  readonly kind: SanctionKind;
  /** Until when it lasts; null where it happens once, or does not end. */
  readonly endsAt: Date | null;
  /** Since when it is over, if it is. */
  readonly endedAt: Date | null;
  readonly acknowledgedAt: Date | null;
}

/** What a member may not do because of all that was decided about them: of several ends the latest counts. */
export function restrictionBy(sanctions: readonly ImposedSanction[]): StoredRestriction {
  const standing = sanctions.filter(({ endedAt }) => endedAt === null);
  const latest = (keepsFrom: SanctionRule['keepsFrom']): Date | null =>
    latestOf(
      standing
        .filter(({ kind }) => sanctionRules[kind].keepsFrom === keepsFrom)
        .flatMap(({ endsAt }) => (endsAt === null ? [] : [endsAt])),
    );
  return {
    silencedUntil: latest('writing'),
    suspendedUntil: latest('taking part'),
    banned: standing.some(({ kind, endsAt }) => sanctionRules[kind].keepsFrom === 'taking part' && endsAt === null),
    warned: standing.some(({ kind, acknowledgedAt }) => sanctionRules[kind].isAcknowledged && acknowledgedAt === null),
  };
}

/** A strike that no later decision took back, and until when it counts. */
export interface Strike {
  readonly weight: number;
  readonly expiresAt: Date;
}

/** What counts against a member at a moment, and until when the last of it does. */
export function strikesAt(
  strikes: readonly Strike[],
  now: Date,
): { readonly weight: number; readonly until: Date | null } {
  const counting = strikes.filter(({ expiresAt }) => expiresAt > now);
  return {
    weight: counting.reduce((sum, { weight }) => sum + weight, 0),
    until: latestOf(counting.map(({ expiresAt }) => expiresAt)),
  };
}

const latestOf = (moments: readonly Date[]): Date | null =>
  moments.reduce<Date | null>((last, one) => (last === null || one > last ? one : last), null);
