/** Why something is held or returned: stable codes, each with its sentence in every language. */
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
