/** Why something is held, returned or decided upon: stable codes, each with its sentence in every language. */
export const reasonCodes = [
  'HATE',
  'THREAT',
  'INCITE',
  'HARASS',
  'DEHUMANISE',
  'GLORIFY',
  'DENIAL',
  'DOXX',
  'PRIVACY',
  'IMPERSONATE',
  'COORDINATED',
  'SPAM',
  'OFFTOPIC',
  'MISQUOTE',
  'UNSOURCED_CLAIM',
  'ILLEGAL_OTHER',
  'RULES_OTHER',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/**
 * The safety set: words that put people in danger or take their dignity while they stand. Where moderators do not come to
 * a decision in time, these go to a panel; all others are shown again.
 */
export const safetyReasons: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'HATE',
  'THREAT',
  'INCITE',
  'HARASS',
  'DEHUMANISE',
  'GLORIFY',
  'DOXX',
  'PRIVACY',
]);
