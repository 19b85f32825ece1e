import type { ReasonCode } from '../reasons.js';
import type { TextRange } from './text-range.js';

/** What looks at a text, in the order in which it is asked. */
export const phaseNames = [
  'shape',
  'words',
  'links',
  'repeats',
  'personal_data',
  'newcomer',
  'history',
  'language',
  'external',
] as const;
export type PhaseName = (typeof phaseNames)[number];

/** What one kind of finding means. */
interface FindingKind {
  readonly phase: PhaseName;
  /** How much it matters, from 0 (worth a word) to below 1; where a finding says how much, at most this. */
  readonly weight: number;
  /** The reason a moderator would give, as a suggestion. */
  readonly reason: ReasonCode | null;
  /** What its sentence puts in: numbers, entries of lists and names of hosts, never words about a person. */
  readonly params: readonly string[];
}

/**
 * Everything that can be found, with its sentence in `locales/<language>/moderation.json` under `finding`. A finding only
 * brings a text sooner before a moderator. None of them names a side: what holds for one holds for the other.
 */
export const findingKinds = {
  almost_empty: { phase: 'shape', weight: 0.05, reason: 'SPAM', params: [] },
  very_long: { phase: 'shape', weight: 0.05, reason: null, params: ['characters'] },
  capitals: { phase: 'shape', weight: 0.1, reason: null, params: ['percent'] },
  repeated_signs: { phase: 'shape', weight: 0.1, reason: 'SPAM', params: [] },
  hidden_signs: { phase: 'shape', weight: 0.2, reason: null, params: ['number'] },
  heaped_marks: { phase: 'shape', weight: 0.2, reason: 'SPAM', params: [] },

  word_banned: { phase: 'words', weight: 0.6, reason: null, params: ['entry', 'language', 'version'] },
  word_banned_disguised: { phase: 'words', weight: 0.5, reason: null, params: ['entry', 'language', 'version'] },
  word_suspect: { phase: 'words', weight: 0.25, reason: null, params: ['entry', 'language', 'version'] },
  word_suspect_disguised: { phase: 'words', weight: 0.3, reason: null, params: ['entry', 'language', 'version'] },
  /** The thread was late or died, or a phase failed; the finding says which. */
  not_looked_at: { phase: 'words', weight: 0.6, reason: null, params: [] },

  many_links: { phase: 'links', weight: 0.3, reason: 'SPAM', params: ['number', 'usual'] },
  host_unlisted: { phase: 'links', weight: 0.1, reason: null, params: ['host'] },
  host_lookalike: { phase: 'links', weight: 0.5, reason: 'SPAM', params: ['host', 'known'] },
  link_misleads: { phase: 'links', weight: 0.5, reason: 'SPAM', params: ['shown', 'host'] },

  repeated_by_author: { phase: 'repeats', weight: 0.6, reason: 'SPAM', params: ['times'] },
  repeated_by_others: { phase: 'repeats', weight: 0.6, reason: 'COORDINATED', params: ['accounts'] },

  personal_phone: { phase: 'personal_data', weight: 0.4, reason: 'DOXX', params: [] },
  personal_email: { phase: 'personal_data', weight: 0.3, reason: 'DOXX', params: [] },
  personal_national_id: { phase: 'personal_data', weight: 0.6, reason: 'DOXX', params: [] },
  personal_iban: { phase: 'personal_data', weight: 0.5, reason: 'DOXX', params: [] },
  personal_plate: { phase: 'personal_data', weight: 0.3, reason: 'DOXX', params: [] },
  personal_address: { phase: 'personal_data', weight: 0.4, reason: 'DOXX', params: [] },

  new_member: { phase: 'newcomer', weight: 0.05, reason: null, params: ['approved', 'needed'] },
  restricted_before: { phase: 'history', weight: 0.3, reason: null, params: ['restricted', 'of'] },

  other_language: { phase: 'language', weight: 0.1, reason: null, params: ['named', 'found'] },
  other_script: { phase: 'language', weight: 0.05, reason: null, params: ['named'] },

  external: { phase: 'external', weight: 0.5, reason: null, params: ['label'] },
  external_unavailable: { phase: 'external', weight: 0, reason: null, params: [] },
} as const satisfies Record<string, FindingKind>;
export type FindingCode = keyof typeof findingKinds;

/** Something found in a text, with what a moderator needs to understand it. */
export interface Finding {
  readonly code: FindingCode;
  readonly phase: PhaseName;
  readonly weight: number;
  readonly reason: ReasonCode | null;
  /** What the sentence puts in. */
  readonly params: Readonly<Record<string, string | number>>;
  /** Where in the text as it was written; empty for what is about the whole. */
  readonly where: readonly TextRange[];
}

/** How a finding differs from its kind. */
interface FindingDetails {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly where?: readonly TextRange[];
  readonly weight?: number;
  readonly reason?: ReasonCode | null;
  readonly phase?: PhaseName;
}

/** A finding of a kind; its weight is never more than that of the kind. */
export function finding(code: FindingCode, details: FindingDetails = {}): Finding {
  const kind: FindingKind = findingKinds[code];
  const { params = {}, where = [], weight = kind.weight, ...rest } = details;
  return {
    code,
    phase: kind.phase,
    reason: kind.reason,
    ...rest,
    weight: Math.min(weight, kind.weight),
    params,
    where,
  };
}

/** From this concern on a human should look, also at what is published already. */
export const concernToLook = 0.5;

/**
 * How much there is to look at a text for, from 0 to below 1: what is left of 1 when each finding independently takes its
 * weight away (noisy-or; J. Pearl, "Probabilistic Reasoning in Intelligent Systems", 1988, section 4.3). The order of the
 * findings does not matter, and more of them never make it less.
 */
export const concernOf = (findings: readonly Pick<Finding, 'weight'>[]): number =>
  1 - findings.reduce((left, { weight }) => left * (1 - weight), 1);
