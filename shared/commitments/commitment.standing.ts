import {
  hasEnded,
  isReachedAsClaimed,
  isSuspendedOn,
  standingAssessments,
  standingClaim,
  type CommitmentStory,
} from './commitment.lifecycle.js';
import type { AnswerState } from './commitment.rules.js';

/** What can be said of a milestone, each voice beside the others. */
export interface MilestoneStanding {
  readonly number: number;
  /** The day of the newest claim that it is reached; none when the newest claim says otherwise, or there is none. */
  readonly claimedOn: string | null;
  /** How the other side stands to that claim; none without one. */
  readonly answer: AnswerState | null;
  /** The day since when all evaluators who assessed it hold it complete. */
  readonly verifiedOn: string | null;
  /** That the clock wrote down that its day had passed without a claim. */
  readonly missed: boolean;
  /** That it was claimed after its day only. */
  readonly late: boolean;
}

/** A weighted share of milestones, from 0 to 1, and how many words it rests on; none where nobody said anything. */
export interface VoiceProgress {
  readonly share: number | null;
  readonly n: number;
}

/** Three numbers beside each other. There is no fourth: who wants one number wants to hide who says it. */
export interface Progress {
  readonly promisor: VoiceProgress;
  readonly otherSide: VoiceProgress;
  readonly evaluators: VoiceProgress;
}

/** Facts that may hold at the same time; a commitment can be fulfilled as its side claims, and contested. */
export interface CommitmentStanding {
  readonly standing: CommitmentStory['standing'];
  readonly suspendedUntil: string | null;
  readonly contested: boolean;
  readonly fulfilledAsClaimed: boolean;
  readonly fulfilledAsAssessed: boolean;
  /** The earliest day of a milestone that is not claimed to be reached; none when all are, or it has ended. */
  readonly nextDue: string | null;
  readonly milestones: readonly MilestoneStanding[];
  readonly progress: Progress;
}

/** All that readers are told of how far a commitment is, from what happened to it. */
export function standingOf(story: CommitmentStory): CommitmentStanding {
  const milestones = story.promise.milestones.map((terms) => milestoneStanding(story, terms));
  const open = story.promise.milestones.filter(({ number }) => !isReachedAsClaimed(story, number));
  return {
    standing: story.standing,
    suspendedUntil: story.suspendedUntil,
    contested: story.promise.milestones.some(({ number }) => standingClaim(story, number)?.answer === 'contested'),
    fulfilledAsClaimed: open.length === 0,
    fulfilledAsAssessed: milestones.every(({ verifiedOn }) => verifiedOn !== null),
    nextDue: hasEnded(story) ? null : (open.map(({ due }) => due).toSorted()[0] ?? null),
    milestones,
    progress: progressOf(story),
  };
}

/** Whether a day that was promised has passed without a claim; not while both sides suspended it. */
export const isOverdueOn = (story: CommitmentStory, day: string): boolean => {
  const { nextDue } = standingOf(story);
  return nextDue !== null && nextDue < day && !isSuspendedOn(story, day);
};

function milestoneStanding(
  story: CommitmentStory,
  { number, due }: CommitmentStory['promise']['milestones'][number],
): MilestoneStanding {
  const claim = standingClaim(story, number);
  const reached = claim?.status === 'reached' ? claim : undefined;
  const assessments = standingAssessments(story, number);
  const agree = assessments.length > 0 && assessments.every(({ level }) => level === 'complete');
  const verifiedOn = agree
    ? (assessments
        .map(({ on }) => on)
        .toSorted()
        .at(-1) ?? null)
    : null;
  return {
    number,
    claimedOn: reached?.on ?? null,
    answer: reached?.answer ?? null,
    verifiedOn,
    missed: story.missed.includes(number),
    late: reached !== undefined && reached.on > due,
  };
}

/**
 * How far it is, by each voice alone: the weights of the milestones that the voice holds reached, over the weights of
 * all. Where evaluators differ, a milestone counts by the share of those who assessed it that hold it complete.
 */
export function progressOf(story: CommitmentStory): Progress {
  const { milestones } = story.promise;
  const standing = story.claims.filter(({ withdrawn }) => !withdrawn);
  const answers = standing.filter(({ answer }) => answer === 'acknowledged' || answer === 'contested');
  const whole = milestones.reduce((sum, { weight }) => sum + weight, 0);
  const voice = (n: number, holds: (milestone: number) => number): VoiceProgress => ({
    share: n === 0 ? null : milestones.reduce((sum, { number, weight }) => sum + weight * holds(number), 0) / whole,
    n,
  });
  return {
    promisor: voice(standing.length, (number) => Number(isReachedAsClaimed(story, number))),
    otherSide: voice(answers.length, (number) => {
      const claim = standingClaim(story, number);
      return Number(claim?.status === 'reached' && claim.answer === 'acknowledged');
    }),
    evaluators: voice(new Set(story.assessments.map(({ evaluator }) => evaluator)).size, (number) => {
      const all = standingAssessments(story, number);
      return all.length === 0 ? 0 : all.filter(({ level }) => level === 'complete').length / all.length;
    }),
  };
}
