import type { FailureCode } from '../contract/failure.js';
import type { LanguageSkill } from '../translation/language-skill.rules.js';
import { roleReaches, type DocumentRole } from '../documents/document.rules.js';
import type { AccountHolder, Actor, DyadMember } from './actor.js';
import { whatKeepsOut, whatKeepsQuiet } from './restriction.js';

/** How posts reach readers in a topic; the same for both sides, always. */
export const topicModes = ['pre', 'graduated', 'post', 'read-only', 'frozen'] as const;
export type TopicMode = (typeof topicModes)[number];

/** What somebody may do with the threads about a thing; the module that owns the thing says so. */
export type PlaceRight = 'none' | 'read' | 'write';

/** What a use case knows of the thing acted upon; each state condition reads its part. */
export interface SubjectState {
  readonly topicMode: TopicMode;
  readonly threadClosed: boolean;
  /** The member who wrote it. */
  readonly authorId: string;
  /** The side whose key is already given. */
  readonly proposedBySide: 'a' | 'b';
  /** Whether the stream is one this member may hear. */
  readonly inStreamAudience: boolean;
  /** Whether those hear the stream as well who take no part at present. */
  readonly streamStaysOpen: boolean;
  /** What the owner of a document says this member may do with it. */
  readonly documentRole: DocumentRole;
  /** Whether this member may sign for the organisation. */
  readonly signsFor: boolean;
  /** Whether this member may speak for the organisation: its delegates, and drafters of its side. */
  readonly speaksFor: boolean;
  /** What the owner of the place says this member may do in its threads. */
  readonly placeRight: PlaceRight;
  /** Whether this member speaks for the other side about a claim: as a delegate of its organisations, or its steward. */
  readonly answersClaim: boolean;
  /** Whether this member may sign for any organisation at all. */
  readonly signsForAny: boolean;
  /** What this member says they can do with the languages of a text and of its translation. */
  readonly languageSkill: LanguageSkill;
}

/** The failure when a condition does not hold; some conditions have several ways of not holding. */
type Otherwise = FailureCode | ((actor: Actor) => FailureCode);

interface Condition<Subject> {
  readonly holds: (subject: Subject) => boolean;
  readonly otherwise: Otherwise;
}

const isHolder = (actor: Actor): actor is AccountHolder | DyadMember => actor.kind !== 'visitor';

const outside = (actor: Actor) => (actor.kind === 'member' ? whatKeepsOut(actor.restriction) : 'access.denied');
const quiet = (actor: Actor) => (actor.kind === 'member' ? whatKeepsQuiet(actor.restriction) : 'access.denied');

/** Whether moderators let a member take part now. */
export const isAdmitted = (actor: Actor): boolean => outside(actor) === undefined;
/** Whether moderators let a member write now. */
export const mayWrite = (actor: Actor): boolean => isAdmitted(actor) && quiet(actor) === undefined;

/** Conditions on the caller alone. */
export const actorConditions = {
  admitted: { holds: isAdmitted, otherwise: (actor: Actor) => outside(actor) ?? 'access.denied' },
  mayWrite: { holds: mayWrite, otherwise: (actor: Actor) => outside(actor) ?? quiet(actor) ?? 'access.denied' },
  consented: {
    holds: (actor: Actor) => actor.kind === 'member' && actor.consented,
    otherwise: 'charter.consent_needed',
  },
  strong: {
    holds: (actor: Actor) => isHolder(actor) && actor.strong,
    otherwise: (actor: Actor) =>
      isHolder(actor) && !actor.hasSecondFactor ? 'session.second_factor_to_set_up' : 'session.second_factor_needed',
  },
  proven: {
    holds: (actor: Actor) => isHolder(actor) && (actor.strong || !actor.hasSecondFactor),
    otherwise: 'session.second_factor_needed',
  },
  ofASide: {
    holds: (actor: Actor) => actor.kind === 'member' && actor.side !== 'neutral',
    otherwise: 'access.denied',
  },
  recent: { holds: (actor: Actor) => isHolder(actor) && actor.recent, otherwise: 'session.recent_sign_in_needed' },
} as const satisfies Record<string, Condition<Actor>>;

export type ActorCondition = keyof typeof actorConditions;

interface ActorAndState<K extends keyof SubjectState> {
  readonly actor: DyadMember;
  readonly state: Pick<SubjectState, K>;
}

/** Conditions on the thing acted upon, by the part of the state that they read. */
export const stateConditions = {
  topicTakesPosts: {
    reads: 'topicMode',
    holds: ({ state }: ActorAndState<'topicMode'>) => state.topicMode !== 'read-only' && state.topicMode !== 'frozen',
    otherwise: 'topic.read_only',
  },
  notFrozen: {
    reads: 'topicMode',
    holds: ({ state }: ActorAndState<'topicMode'>) => state.topicMode !== 'frozen',
    otherwise: 'topic.frozen',
  },
  threadOpen: {
    reads: 'threadClosed',
    holds: ({ state }: ActorAndState<'threadClosed'>) => !state.threadClosed,
    otherwise: 'thread.closed',
  },
  author: {
    reads: 'authorId',
    holds: ({ actor, state }: ActorAndState<'authorId'>) => state.authorId === actor.memberId,
    otherwise: 'access.not_author',
  },
  notAuthor: {
    reads: 'authorId',
    holds: ({ actor, state }: ActorAndState<'authorId'>) => state.authorId !== actor.memberId,
    otherwise: 'access.own_item',
  },
  otherSide: {
    reads: 'proposedBySide',
    holds: ({ actor, state }: ActorAndState<'proposedBySide'>) =>
      actor.side !== 'neutral' && actor.side !== state.proposedBySide,
    otherwise: 'joint_act.same_side',
  },
  streamAudience: {
    reads: 'inStreamAudience',
    holds: ({ state }: ActorAndState<'inStreamAudience'>) => state.inStreamAudience,
    otherwise: 'access.denied',
  },
  streamOpen: {
    reads: 'streamStaysOpen',
    holds: ({ actor, state }: ActorAndState<'streamStaysOpen'>) => state.streamStaysOpen || isAdmitted(actor),
    otherwise: (actor: Actor) => outside(actor) ?? 'access.denied',
  },
  placeReader: {
    reads: 'placeRight',
    holds: ({ state }: ActorAndState<'placeRight'>) => state.placeRight !== 'none',
    otherwise: 'access.denied',
  },
  placeWriter: {
    reads: 'placeRight',
    holds: ({ state }: ActorAndState<'placeRight'>) => state.placeRight === 'write',
    otherwise: 'document.read_only',
  },
  judgesTranslations: {
    reads: 'languageSkill',
    holds: ({ state }: ActorAndState<'languageSkill'>) => state.languageSkill !== 'none',
    otherwise: 'translation.languages_not_declared',
  },
  translates: {
    reads: 'languageSkill',
    holds: ({ state }: ActorAndState<'languageSkill'>) => state.languageSkill === 'translates',
    otherwise: 'translation.languages_not_declared',
  },
  documentReader: {
    reads: 'documentRole',
    holds: ({ state }: ActorAndState<'documentRole'>) => roleReaches(state.documentRole, 'read'),
    otherwise: 'access.denied',
  },
  documentSuggester: {
    reads: 'documentRole',
    holds: ({ state }: ActorAndState<'documentRole'>) => roleReaches(state.documentRole, 'suggest'),
    otherwise: 'document.read_only',
  },
  documentCommenter: {
    reads: 'documentRole',
    holds: ({ state }: ActorAndState<'documentRole'>) => roleReaches(state.documentRole, 'comment'),
    otherwise: 'document.read_only',
  },
  drafterOrAuthor: {
    reads: 'authorId',
    holds: ({ actor, state }: ActorAndState<'authorId'>) =>
      state.authorId === actor.memberId || actor.roles.includes('drafter'),
    otherwise: 'access.not_author',
  },
  documentWriter: {
    reads: 'documentRole',
    holds: ({ state }: ActorAndState<'documentRole'>) => roleReaches(state.documentRole, 'write'),
    otherwise: 'document.read_only',
  },
  delegate: {
    reads: 'signsFor',
    holds: ({ state }: ActorAndState<'signsFor'>) => state.signsFor,
    otherwise: 'access.not_delegate',
  },
  claimAnswerer: {
    reads: 'answersClaim',
    holds: ({ state }: ActorAndState<'answersClaim'>) => state.answersClaim,
    otherwise: 'claim.other_side_answers',
  },
  independent: {
    reads: 'signsForAny',
    holds: ({ state }: ActorAndState<'signsForAny'>) => !state.signsForAny,
    otherwise: 'access.not_independent',
  },
  speaker: {
    reads: 'speaksFor',
    holds: ({ state }: ActorAndState<'speaksFor'>) => state.speaksFor,
    otherwise: 'access.not_delegate',
  },
} as const satisfies Record<
  string,
  { readonly reads: keyof SubjectState; readonly holds: (subject: never) => boolean; readonly otherwise: Otherwise }
>;

export type StateCondition = keyof typeof stateConditions;

/** The failure of a condition that does not hold for this caller. */
export const otherwiseFor = (otherwise: Otherwise, actor: Actor): FailureCode =>
  typeof otherwise === 'function' ? otherwise(actor) : otherwise;
