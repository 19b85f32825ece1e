import type { Side } from '../access/actor.js';

/** The two sides that have keys; who is neutral has none. */
export type Party = Exclude<Side, 'neutral'>;
const parties = ['a', 'b'] as const satisfies readonly Party[];

/** How a time of signing ends; all but the first give the statement back to its drafters. */
export const roundOutcomes = ['ratified', 'declined', 'expired', 'taken_back', 'changed'] as const;
export type RoundOutcome = (typeof roundOutcomes)[number];

/** What an organisation said to a frozen statement. */
export interface Word {
  readonly organisation: string;
  readonly side: Side;
  readonly said: 'signed' | 'declined' | 'acceded';
}

/** Nobody's signature is asked for; `returned` says how the last time of signing ended. */
export interface Drafting {
  readonly state: 'drafting';
  readonly returned: Exclude<RoundOutcome, 'ratified'> | null;
}

/** A side wants to freeze exactly this text; the other has not answered. */
export interface Proposed {
  readonly state: 'proposed';
  readonly by: Party;
  readonly hash: string;
}

export interface Frozen {
  readonly state: 'frozen' | 'ratified';
  readonly hash: string;
  /** How many organisations of each side have to sign. */
  readonly quorum: number;
  /** The moment from which nobody signs any more, in milliseconds. */
  readonly endsAt: number;
  /** How many organisations of each side could sign. */
  readonly admitted: Readonly<Record<Party, number>>;
  readonly words: readonly Word[];
  /** Sides whose drafters want the statement back. */
  readonly takenBack: readonly Party[];
}

export type RatificationStory = Drafting | Proposed | Frozen;

export type RatificationEvent =
  | { readonly type: 'propose'; readonly side: Side; readonly hash: string }
  | ({ readonly type: 'second'; readonly side: Side; readonly hash: string } & Terms)
  /** The text is now another, or is not agreed to by everybody any more. */
  | { readonly type: 'change' }
  | { readonly type: 'admit'; readonly side: Side }
  | ({ readonly type: 'sign' | 'decline'; readonly hash: string; readonly at: number } & Omit<Word, 'said'>)
  | { readonly type: 'take_back'; readonly side: Side }
  | { readonly type: 'pass'; readonly at: number };

/** What holds for a time of signing, fixed when it begins. */
export type Terms = Pick<Frozen, 'quorum' | 'endsAt' | 'admitted'>;

/**
 * The way from a draft to a ratified statement. What the rule does not allow changes nothing and gives back the very
 * story it was given: a key of one's own side or of somebody neutral, a signature to another hash, a second word of one
 * organisation, a word that comes late.
 */
export function next(story: RatificationStory, event: RatificationEvent): RatificationStory {
  if (story.state === 'drafting' || story.state === 'proposed') return prepared(story, event);
  if (story.state === 'ratified') return event.type === 'sign' ? acceded(story, event) : story;
  return signing(story, event);
}

function prepared(story: Drafting | Proposed, event: RatificationEvent): RatificationStory {
  if (event.type === 'propose')
    return event.side === 'neutral' ? story : { state: 'proposed', by: event.side, hash: event.hash };
  if (story.state !== 'proposed') return story;
  if (event.type === 'change') return { state: 'drafting', returned: null };
  if (event.type !== 'second' || event.hash !== story.hash) return story;
  if (event.side === 'neutral' || event.side === story.by) return story;
  const { hash, quorum, endsAt, admitted } = event;
  if (!parties.every((side) => admitted[side] >= quorum)) return story;
  return { state: 'frozen', hash, quorum, endsAt, admitted, words: [], takenBack: [] };
}

function signing(story: Frozen, event: RatificationEvent): RatificationStory {
  switch (event.type) {
    case 'pass':
      return event.at < story.endsAt ? story : returned('expired');
    case 'admit':
      return event.side === 'neutral' ? story : withOneMore(story, event.side);
    case 'change':
      return returned('changed');
    case 'take_back':
      return takenBack(story, event.side);
    case 'sign':
    case 'decline':
      return spoken(story, event);
    default:
      return story;
  }
}

const returned = (how: Drafting['returned']): Drafting => ({ state: 'drafting', returned: how });

const withOneMore = (story: Frozen, side: Party): Frozen => ({
  ...story,
  admitted: { ...story.admitted, [side]: story.admitted[side] + 1 },
});

function takenBack(story: Frozen, side: Side): RatificationStory {
  if (side === 'neutral' || story.takenBack.includes(side)) return story;
  const all = [...story.takenBack, side];
  return all.length === parties.length ? returned('taken_back') : { ...story, takenBack: all };
}

type Speaking = Extract<RatificationEvent, { type: 'sign' | 'decline' }>;

function spoken(story: Frozen, { type, organisation, side, hash, at }: Speaking): RatificationStory {
  const isLate = at >= story.endsAt;
  if (hash !== story.hash || isLate || story.words.some((word) => word.organisation === organisation)) return story;
  const said = type === 'sign' ? ('signed' as const) : ('declined' as const);
  const after: Frozen = { ...story, words: [...story.words, { organisation, side, said }] };
  if (parties.every((one) => count(after, one, 'signed') >= story.quorum)) return { ...after, state: 'ratified' };
  const isLost = parties.some((one) => story.admitted[one] - count(after, one, 'declined') < story.quorum);
  return isLost ? returned('declined') : after;
}

/** Whoever comes later signs the same hash; what they said before the ratification does not stand in their way. */
function acceded(story: Frozen, { organisation, side, hash }: Speaking): Frozen {
  const has = story.words.some((word) => word.organisation === organisation && word.said !== 'declined');
  if (hash !== story.hash || has) return story;
  return { ...story, words: [...story.words, { organisation, side, said: 'acceded' }] };
}

const count = ({ words }: Frozen, side: Side, said: Word['said']): number =>
  words.filter((word) => word.side === side && word.said === said).length;
