/** A joint act is open until the other side answers or its time is over. */
export type JointActState = 'open' | 'done' | 'declined' | 'expired';

export const jointActHours = 48;

export interface JointActFacts {
  readonly answer: 'agree' | 'decline' | null;
  readonly expiresAt: Date;
}

/** The state follows from what was said and when; nothing has to be written for time to pass. */
export function stateOf({ answer, expiresAt }: JointActFacts, now: Date): JointActState {
  if (answer !== null) return answer === 'agree' ? 'done' : 'declined';
  return now < expiresAt ? 'open' : 'expired';
}

export type Party = 'a' | 'b';

/** What happens to one act, for the mirror property: who proposed, who answered what, when it is looked at. */
export type JointActEvent =
  | { readonly type: 'propose'; readonly side: Party }
  | { readonly type: 'answer'; readonly side: Party; readonly answer: 'agree' | 'decline' }
  | { readonly type: 'expire' };

export type JointActStory =
  | { readonly state: 'none' }
  | { readonly state: JointActState; readonly proposedBy: Party; readonly answeredBy?: Party };

/** The whole rule of two keys as a pure function: an answer of the proposer's own side, or a late one, changes nothing. */
export function next(story: JointActStory, event: JointActEvent): JointActStory {
  if (event.type === 'propose') return story.state === 'none' ? { state: 'open', proposedBy: event.side } : story;
  if (story.state !== 'open') return story;
  if (event.type === 'expire') return { ...story, state: 'expired' };
  if (event.side === story.proposedBy) return story;
  return { ...story, state: event.answer === 'agree' ? 'done' : 'declined', answeredBy: event.side };
}
