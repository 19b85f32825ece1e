import type { Restriction } from './restriction.js';

/** The two parties of a dyad, symmetric; a neutral member belongs to neither. */
export const sides = ['a', 'b', 'neutral'] as const;
export type Side = (typeof sides)[number];

export const roles = ['citizen', 'moderator', 'drafter', 'evaluator', 'steward'] as const;
export type Role = (typeof roles)[number];

/** Roles whose holder must have a second factor before acting in them. */
export const guardedRoles = ['moderator', 'steward'] as const satisfies readonly Role[];

/** Somebody without a session. */
export interface Visitor {
  readonly kind: 'visitor';
}

/** Somebody signed in, outside any dyad. */
export interface AccountHolder {
  readonly kind: 'account';
  readonly accountId: string;
  readonly sessionId: string;
  /** The session proved a second factor (passkey with user verification, or a one-time code). */
  readonly strong: boolean;
  /** The account has a second factor at all. */
  readonly hasSecondFactor: boolean;
  /** Signed in, or proved again who they are, within the last ten minutes. */
  readonly recent: boolean;
}

/** Somebody signed in, as the member they are in one dyad. */
export interface DyadMember extends Omit<AccountHolder, 'kind'> {
  readonly kind: 'member';
  readonly memberId: string;
  readonly dyadId: string;
  readonly dyadSlug: string;
  readonly side: Side;
  readonly roles: readonly Role[];
  /** Accepted the charter version in force. */
  readonly consented: boolean;
  /** The charter version in force, for the sentence that asks for consent. */
  readonly charterVersion: number;
  /** What moderators decided that they may not do for now. */
  readonly restriction: Restriction;
}

export type Actor = Visitor | AccountHolder | DyadMember;
