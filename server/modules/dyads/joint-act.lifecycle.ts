import type { Side } from '../../../shared/access/actor.js';

/** A joint act is open until the other side answers or its time is over. */
export type JointActState = 'open' | 'done' | 'declined' | 'expired';

export const jointActHours = 48;

/** A side that has a key; neutral members have none. */
export type Party = Exclude<Side, 'neutral'>;
export type JointActAnswer = 'agree' | 'decline';

/** What is known of one act: who proposed it, who answered it, and where it stands. */
export interface BegunStory {
  readonly state: JointActState;
  readonly proposedBy: Party;
  readonly answeredBy?: Party;
}
export type JointActStory = { readonly state: 'none' } | BegunStory;

export type JointActEvent =
  | { readonly type: 'propose'; readonly side: Side }
  | { readonly type: 'answer'; readonly side: Side; readonly answer: JointActAnswer }
  | { readonly type: 'expire' };

/**
 * The whole rule of two keys. What the rule does not allow changes nothing and gives back the very story it was given:
 * a key of somebody neutral, of the proposer's own side, or one that comes late.
 */
export function next(story: BegunStory, event: JointActEvent): BegunStory;
export function next(story: JointActStory, event: JointActEvent): JointActStory;
export function next(story: JointActStory, event: JointActEvent): JointActStory {
  if (story.state === 'none') {
    return event.type === 'propose' && event.side !== 'neutral' ? { state: 'open', proposedBy: event.side } : story;
  }
  if (story.state !== 'open' || event.type === 'propose') return story;
  if (event.type === 'expire') return { ...story, state: 'expired' };
  if (event.side === 'neutral' || event.side === story.proposedBy) return story;
  return { ...story, state: event.answer === 'agree' ? 'done' : 'declined', answeredBy: event.side };
}

/** What is stored of an act. */
export interface JointActFacts {
  readonly proposedBySide: Party;
  readonly expiresAt: Date;
  readonly answer: JointActAnswer | null;
  readonly answeredBySide: Party | null;
}

/** The story told again from what is stored; nothing has to be written for time to pass. */
export function storyOf({ proposedBySide, expiresAt, answer, answeredBySide }: JointActFacts, now: Date): BegunStory {
  let story: BegunStory = { state: 'open', proposedBy: proposedBySide };
  if (answer !== null && answeredBySide !== null) story = next(story, { type: 'answer', side: answeredBySide, answer });
  return now < expiresAt ? story : next(story, { type: 'expire' });
}

const hour = 3_600_000;

/** How many hours are left to answer, begun ones counted; none when there is nothing to answer any more. */
export const hoursLeft = (story: BegunStory, expiresAt: Date, now: Date): number =>
  story.state === 'open' ? Math.ceil((expiresAt.getTime() - now.getTime()) / hour) : 0;
