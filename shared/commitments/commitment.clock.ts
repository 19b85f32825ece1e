import {
  hasEnded,
  isReachedAsClaimed,
  isSuspendedOn,
  type Claim,
  type CommitmentEvent,
  type CommitmentStory,
  type MilestoneTerms,
} from './commitment.lifecycle.js';
import { claimRules } from './commitment.rules.js';

/** A day, and so many days later. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The last day on which an answer to a claim is in time. */
export const answerBy = ({ on }: Pick<Claim, 'on'>): string => daysAfter(on, claimRules.answerWithinDays);

/** What is written down because nobody spoke. */
export type Silence = Extract<CommitmentEvent, { readonly type: 'missed' | 'unanswered' }>;

/**
 * What the clock writes down on a day because nobody spoke: milestones whose day has passed without a claim, and claims
 * that the other side did not answer in time. In the order of the milestones and of the claims.
 */
export function silenceOn(story: CommitmentStory, on: string): readonly Silence[] {
  if (hasEnded(story)) return [];
  return [
    ...unclaimed(story)
      .filter(({ due }) => due < on && !isSuspendedOn(story, on))
      .map(({ number }) => ({ type: 'missed', milestone: number, on }) as const),
    ...waiting(story)
      .filter((claim) => answerBy(claim) < on)
      .map(({ number }) => ({ type: 'unanswered', claim: number, on }) as const),
  ];
}

/** The first day on which the clock has something to write down, as things are now; none when there is no such day. */
export function looksOn(story: CommitmentStory): string | null {
  if (hasEnded(story)) return null;
  const { suspendedUntil } = story;
  const days = [
    ...unclaimed(story).map(({ due }) => (suspendedUntil !== null && suspendedUntil > due ? suspendedUntil : due)),
    ...waiting(story).map(answerBy),
  ];
  const first = days.toSorted()[0];
  return first === undefined ? null : daysAfter(first, 1);
}

const unclaimed = (story: CommitmentStory): MilestoneTerms[] =>
  story.promise.milestones.filter(({ number }) => !story.missed.includes(number) && !isReachedAsClaimed(story, number));

const waiting = ({ claims }: CommitmentStory): Claim[] =>
  claims.filter(({ answer, withdrawn }) => answer === 'waiting' && !withdrawn);
