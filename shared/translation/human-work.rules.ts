import type { Side } from '../access/actor.js';
import type { TopicMode } from '../access/conditions.js';

/** How many translations a person may ask for in an hour, and for how many minutes a text that somebody took up is theirs. */
export const humanWork = { requestsAnHour: 60, leaseMinutes: 30, queueAtMost: 50 } as const;

/** What can be wrong with a translation, for those who read it. */
export const disputeKinds = ['meaning', 'offensive', 'name', 'grammar', 'missing'] as const;
export type DisputeKind = (typeof disputeKinds)[number];

/** A dispute ends by a translation that both sides stand behind, or by the reasons of somebody of the other side. */
export const disputeStates = ['open', 'corrected', 'declined'] as const;

/** Why a text waits for people. */
export const workReasons = ['disputed', 'proposed', 'failed_checks', 'asked'] as const;
export type WorkReason = (typeof workReasons)[number];

/** What members are told about translations that they had a part in, or of their words. */
export const translationNewsKinds = [
  'source_edited',
  'meaning_disputed',
  'reviewed',
  'declined',
  'dispute_corrected',
  'dispute_declined',
] as const;
export type TranslationNewsKind = (typeof translationNewsKinds)[number];

/** Which sides have somebody who stands behind a translation: whoever wrote it, and whoever found it right. */
export interface Standing {
  readonly a: boolean;
  readonly b: boolean;
}

/** @param behind the sides of those who stand behind it; neutral people help, and stand for no side */
export const standingOf = (behind: readonly Side[]): Standing => ({
  a: behind.includes('a'),
  b: behind.includes('b'),
});

/** Both the side of those who wrote and the side of those who read stand behind it: it is reviewed. */
export const isReviewed = ({ a, b }: Standing): boolean => a && b;

/** Whether somebody is of a side, and of another than the one who did it: neutral people leave it to either side. */
export const isOfOtherSide = (one: Side, other: Side): boolean => one !== 'neutral' && one !== other;

/** What readers have in a language when somebody proposes a translation. */
export type Present = 'nothing' | 'machine' | 'own' | 'of_another' | 'reviewed' | 'withheld';

/**
 * Whether a proposal is before readers at once. Otherwise it waits until both sides stand behind it.
 * What both sides stand behind gives way to nothing less. Where posts pass no moderator first, a person's words take the
 * place of a machine's; elsewhere those of moderators do, who could let them pass.
 */
export function isShownAtOnce(present: Present, proposer: { readonly moderates: boolean }, mode: TopicMode): boolean {
  if (present === 'reviewed') return false;
  if (proposer.moderates) return true;
  return mode === 'post' && ['nothing', 'machine', 'own'].includes(present);
}
