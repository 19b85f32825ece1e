/**
 * What moderators decided that a member may not do for now. It is as of the moment at which it was asked: what is over is
 * not in it. It says nothing of why, and holds in one dyad alone.
 */
export interface Restriction {
  /** Until when the member reads and does not write: an ISO moment. */
  readonly silencedUntil: string | null;
  /** Until when the member takes no part; what is public stays open to them, and what moderators told them. */
  readonly suspendedUntil: string | null;
  /** Takes no part any more. */
  readonly isBanned: boolean;
  /** A warning waits to be read; until it is acknowledged the member does not write. */
  readonly hasUnreadWarning: boolean;
}

export const unrestricted: Restriction = {
  silencedUntil: null,
  suspendedUntil: null,
  isBanned: false,
  hasUnreadWarning: false,
};

/** The same as it is stored: moments in it may be over. */
export interface StoredRestriction {
  readonly silencedUntil: Date | null;
  readonly suspendedUntil: Date | null;
  readonly banned: boolean;
  readonly warned: boolean;
}

/** What holds at a moment of what is stored: what is over is over by the clock, whoever still has to note it. */
export const restrictionAt = (
  { silencedUntil, suspendedUntil, banned, warned }: StoredRestriction,
  now: Date,
): Restriction => ({
  silencedUntil: ahead(silencedUntil, now),
  suspendedUntil: ahead(suspendedUntil, now),
  isBanned: banned,
  hasUnreadWarning: warned,
});

const ahead = (moment: Date | null, now: Date): string | null =>
  moment !== null && moment > now ? moment.toISOString() : null;

/** Why somebody takes no part in the dyad at present, if they do not. */
export function whatKeepsOut({
  isBanned,
  suspendedUntil,
}: Restriction): 'access.banned' | 'access.suspended' | undefined {
  if (isBanned) return 'access.banned';
  return suspendedUntil === null ? undefined : 'access.suspended';
}

/** Why somebody who takes part does not write at present, if they do not. What ends by acknowledging comes last. */
export function whatKeepsQuiet({
  silencedUntil,
  hasUnreadWarning,
}: Restriction): 'access.silenced' | 'access.warning_unread' | undefined {
  if (silencedUntil !== null) return 'access.silenced';
  return hasUnreadWarning ? 'access.warning_unread' : undefined;
}
