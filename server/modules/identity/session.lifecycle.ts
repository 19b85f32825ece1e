/** How long a session lives: with every use, and in all. Those who decide about others stay signed in for less. */
export const sessionLimits = {
  ordinary: { idleMinutes: 24 * 60, wholeMinutes: 14 * 24 * 60 },
  guarded: { idleMinutes: 30, wholeMinutes: 12 * 60 },
  /** The password was right; the second factor is still to come. */
  pending: { idleMinutes: 5, wholeMinutes: 5 },
} as const;

export const recentMinutes = 10;

/** The times that decide whether a session lives. */
export interface SessionTimes {
  readonly opened_at: Date;
  readonly last_seen_at: Date;
  readonly pending: boolean;
  readonly guarded: boolean;
}

const minutesSince = (then: Date, now: Date): number => (now.getTime() - then.getTime()) / 60_000;

const limitsOf = (session: Pick<SessionTimes, 'pending' | 'guarded'>) => {
  if (session.pending) return sessionLimits.pending;
  return session.guarded ? sessionLimits.guarded : sessionLimits.ordinary;
};

export function isAlive(session: SessionTimes, now: Date): boolean {
  const { idleMinutes, wholeMinutes } = limitsOf(session);
  return minutesSince(session.last_seen_at, now) < idleMinutes && minutesSince(session.opened_at, now) < wholeMinutes;
}

/** Writing the time of each request would cost a write per read; a minute is exact enough. */
export const isWorthNoting = (session: SessionTimes, now: Date): boolean =>
  minutesSince(session.last_seen_at, now) >= 1;

export const isRecent = (provedAt: Date, now: Date): boolean => minutesSince(provedAt, now) < recentMinutes;
