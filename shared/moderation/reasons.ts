import type { DsaCategory, DsaKeyword } from './statement-of-reasons/dsa-terms.js';

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
/** What a reason is called in the DSA Transparency Database. */
export interface DsaTerms {
  readonly category: DsaCategory;
  readonly keyword: DsaKeyword;
}

/**
 * What the reasons mean to the DSA Transparency Database, by versions. A version is never changed once something was decided by
 * it: what means something else from some day on is a new version, and an earlier decision keeps the old.
 */
export const reasonVersions = {
  1: {
    HATE: { category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', keyword: 'KEYWORD_HATE_SPEECH' },
    THREAT: { category: 'STATEMENT_CATEGORY_CYBER_VIOLENCE', keyword: 'KEYWORD_CYBER_BULLYING_INTIMIDATION' },
    INCITE: { category: 'STATEMENT_CATEGORY_VIOLENCE', keyword: 'KEYWORD_INCITEMENT_VIOLENCE_HATRED' },
    HARASS: { category: 'STATEMENT_CATEGORY_CYBER_VIOLENCE', keyword: 'KEYWORD_CYBER_HARASSMENT' },
    DEHUMANISE: { category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', keyword: 'KEYWORD_DISCRIMINATION' },
    GLORIFY: { category: 'STATEMENT_CATEGORY_VIOLENCE', keyword: 'KEYWORD_INCITEMENT_VIOLENCE_HATRED' },
    DENIAL: { category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', keyword: 'KEYWORD_HATE_SPEECH' },
    DOXX: {
      category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
      keyword: 'KEYWORD_MISSING_PROCESSING_GROUND',
    },
    PRIVACY: {
      category: 'STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS',
      keyword: 'KEYWORD_MISSING_PROCESSING_GROUND',
    },
    IMPERSONATE: { category: 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD', keyword: 'KEYWORD_IMPERSONATION_ACCOUNT_HIJACKING' },
    COORDINATED: { category: 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD', keyword: 'KEYWORD_INAUTHENTIC_ACCOUNTS' },
    SPAM: { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', keyword: 'KEYWORD_OTHER' },
    OFFTOPIC: { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', keyword: 'KEYWORD_OTHER' },
    MISQUOTE: {
      category: 'STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS',
      keyword: 'KEYWORD_MISINFORMATION_DISINFORMATION',
    },
    UNSOURCED_CLAIM: { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', keyword: 'KEYWORD_OTHER' },
    ILLEGAL_OTHER: { category: 'STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH', keyword: 'KEYWORD_OTHER' },
    RULES_OTHER: { category: 'STATEMENT_CATEGORY_OTHER_VIOLATION_TC', keyword: 'KEYWORD_OTHER' },
  },
} as const satisfies Record<number, Readonly<Record<ReasonCode, DsaTerms>>>;

export type ReasonVersion = keyof typeof reasonVersions;

/** By which version reasons are given from now on. */
export const reasonVersionInForce: ReasonVersion = 1;
