import type { Side } from '../access/actor.js';
import type { AnswerState, AssessmentLevel, ClaimAnswer, ProgressStatus, Promisor } from './commitment.rules.js';

/** The two sides that promise and answer. */
export type Party = Exclude<Side, 'neutral'>;

/** What was adopted and stays as it is, as far as the rule needs it. */
export interface Promise {
  readonly promisor: Promisor;
  readonly milestones: readonly MilestoneTerms[];
}

export interface MilestoneTerms {
  /** From 1, in the order in which they were adopted. */
  readonly number: number;
  readonly due: string;
  readonly weight: number;
}

/** A milestone that something is said of; null is the whole, and speaks of every milestone. */
export type Subject = number | null;

export type CommitmentEvent = { readonly on: string } & (
  | { readonly type: 'suspended'; readonly until: string }
  | { readonly type: 'resumed' | 'withdrawn' | 'superseded' }
  | { readonly type: 'missed'; readonly milestone: number }
  | { readonly type: 'reported'; readonly side: Side; readonly milestone: Subject; readonly status: ProgressStatus }
  | { readonly type: ClaimAnswer; readonly side: Side; readonly claim: number }
  | { readonly type: 'unanswered'; readonly claim: number }
  | { readonly type: 'claim_withdrawn'; readonly claim: number }
  | {
      readonly type: 'assessed';
      readonly evaluator: number;
      readonly milestone: Subject;
      readonly level: AssessmentLevel;
    }
);

export interface Claim {
  /** From 1, in the order in which they were made. */
  readonly number: number;
  readonly side: Party;
  readonly milestone: Subject;
  readonly status: ProgressStatus;
  readonly on: string;
  readonly answer: AnswerState;
  readonly withdrawn: boolean;
}

export interface Assessment {
  readonly evaluator: number;
  readonly milestone: Subject;
  readonly level: AssessmentLevel;
  readonly on: string;
}

/** What holds of a commitment: what both sides made of it, and what each voice said, kept apart. */
export interface CommitmentStory {
  readonly promise: Promise;
  readonly standing: 'running' | 'suspended' | 'withdrawn' | 'superseded';
  /** The last day of a suspension that was not ended earlier. */
  readonly suspendedUntil: string | null;
  readonly missed: readonly number[];
  readonly claims: readonly Claim[];
  readonly assessments: readonly Assessment[];
}

export const adopted = (promise: Promise): CommitmentStory => ({
  promise,
  standing: 'running',
  suspendedUntil: null,
  missed: [],
  claims: [],
  assessments: [],
});

/** Whether both sides ended it; nothing is added to it any more. */
export const hasEnded = ({ standing }: CommitmentStory): boolean =>
  standing === 'withdrawn' || standing === 'superseded';

/** The sides that made the promise. */
export const promisingSides = (promisor: Promisor): readonly Party[] =>
  promisor === 'joint' ? ['a', 'b'] : [promisor];

/** The side that answers a claim: the one that did not make it. */
export const answeringSide = (claimedBy: Party): Party => (claimedBy === 'a' ? 'b' : 'a');

/**
 * The whole rule of what becomes of a commitment. What the rule does not allow changes nothing and gives back the very
 * story it was given: a claim of a side that did not promise, an answer of the side that claimed, a second answer, a
 * milestone that is written down as missed twice or although it is claimed, anything after the end.
 */
export function next(story: CommitmentStory, event: CommitmentEvent): CommitmentStory {
  if (hasEnded(story)) return story;
  switch (event.type) {
    case 'suspended':
      return { ...story, standing: 'suspended', suspendedUntil: event.until };
    case 'resumed':
      return story.standing === 'suspended' ? { ...story, standing: 'running', suspendedUntil: null } : story;
    case 'withdrawn':
    case 'superseded':
      return { ...story, standing: event.type, suspendedUntil: null };
    case 'missed':
      return missed(story, event);
    case 'reported':
      return reported(story, event);
    case 'acknowledged':
    case 'contested':
      return answered(story, event);
    case 'unanswered':
      return changedClaim(story, event.claim, (claim) => claim.answer === 'waiting', { answer: 'unanswered' });
    case 'claim_withdrawn':
      return changedClaim(story, event.claim, () => true, { withdrawn: true });
    case 'assessed':
      return assessed(story, event);
  }
}

type Of<Type extends CommitmentEvent['type']> = Extract<CommitmentEvent, { readonly type: Type }>;

/** Whether it is suspended on a day; a suspension ends by itself after its last day, or earlier by both sides. */
export const isSuspendedOn = (
  { standing, suspendedUntil }: Pick<CommitmentStory, 'standing' | 'suspendedUntil'>,
  day: string,
): boolean => standing === 'suspended' && suspendedUntil !== null && day <= suspendedUntil;

function missed(story: CommitmentStory, { milestone, on }: Of<'missed'>): CommitmentStory {
  const terms = story.promise.milestones.find(({ number }) => number === milestone);
  if (!terms || story.missed.includes(milestone) || isSuspendedOn(story, on)) return story;
  if (on <= terms.due || isReachedAsClaimed(story, milestone)) return story;
  return { ...story, missed: [...story.missed, milestone] };
}

function reported(story: CommitmentStory, { side, milestone, status, on }: Of<'reported'>): CommitmentStory {
  if (side === 'neutral' || !promisingSides(story.promise.promisor).includes(side)) return story;
  if (!isPart(story, milestone)) return story;
  const number = story.claims.length + 1;
  const claim: Claim = { number, side, milestone, status, on, answer: 'waiting', withdrawn: false };
  return { ...story, claims: [...story.claims, claim] };
}

/** An answer that comes after the time for it counts as well: that nobody spoke in time stays written down beside it. */
function answered(story: CommitmentStory, { claim, side, type }: Of<ClaimAnswer>): CommitmentStory {
  const isOpen = ({ answer, side: claimedBy }: Claim) =>
    (answer === 'waiting' || answer === 'unanswered') && side === answeringSide(claimedBy);
  return changedClaim(story, claim, isOpen, { answer: type });
}

function changedClaim(
  story: CommitmentStory,
  number: number,
  holds: (claim: Claim) => boolean,
  change: Partial<Claim>,
): CommitmentStory {
  const before = story.claims[number - 1];
  if (!before || before.withdrawn || !holds(before)) return story;
  return { ...story, claims: story.claims.with(number - 1, { ...before, ...change }) };
}

function assessed(story: CommitmentStory, { evaluator, milestone, level, on }: Of<'assessed'>): CommitmentStory {
  if (!isPart(story, milestone)) return story;
  return { ...story, assessments: [...story.assessments, { evaluator, milestone, level, on }] };
}

const isPart = ({ promise }: CommitmentStory, milestone: Subject): boolean =>
  milestone === null || promise.milestones.some(({ number }) => number === milestone);

const speaksOf = (subject: Subject, milestone: number): boolean => subject === null || subject === milestone;

/** What the promising sides say of a milestone now: their newest claim about it that was not withdrawn. */
export const standingClaim = ({ claims }: CommitmentStory, milestone: number): Claim | undefined =>
  claims.findLast((claim) => !claim.withdrawn && speaksOf(claim.milestone, milestone));

export const isReachedAsClaimed = (story: CommitmentStory, milestone: number): boolean =>
  standingClaim(story, milestone)?.status === 'reached';

/** What evaluators say of a milestone now: the newest assessment of each. */
export function standingAssessments({ assessments }: CommitmentStory, milestone: number): readonly Assessment[] {
  const newest = new Map<number, Assessment>();
  for (const one of assessments) if (speaksOf(one.milestone, milestone)) newest.set(one.evaluator, one);
  return [...newest.values()];
}
