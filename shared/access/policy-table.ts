import type { Role } from './actor.js';
import type { ActorCondition, StateCondition } from './conditions.js';

/** Who a row admits: anybody, anybody signed in, any member of the dyad, or holders of a role in it. */
export type Who = 'visitor' | 'account' | 'member' | Role;

export interface Rule {
  readonly who: readonly Who[];
  /** Conditions on the caller, checked before the handler runs. */
  readonly when?: readonly ActorCondition[];
  /** Conditions on the thing acted upon, checked by the use case in its transaction with `permit.require(state)`. */
  readonly given?: readonly StateCondition[];
}

const speaking = ['citizen', 'moderator', 'drafter', 'steward'] as const satisfies readonly Who[];

/**
 * The one table of who may do what, in which state. Every HTTP route and every socket event names a row; the server
 * refuses to start when one does not. No row names a side: what one side may, the other may.
 * The page `/policy` is this table, read aloud.
 */
export const policyTable = {
  'public.read': { who: ['visitor'] },
  'policy.read': { who: ['visitor'] },

  'session.open': { who: ['visitor'] },
  'session.close': { who: ['account'] },
  'session.second_factor': { who: ['visitor'] },
  'session.step_up': { who: ['account'] },
  'account.view': { who: ['account'] },
  'account.manage': { who: ['account'] },
  'account.secure': { who: ['account'], when: ['recent'] },
  'second_factor.begin': { who: ['account'], when: ['recent'] },

  'invitation.look_up': { who: ['visitor'] },
  'dyad.join': { who: ['visitor'] },
  'dyad.view': { who: ['member'] },
  'member.manage_own': { who: ['member'] },
  'member.find': { who: ['steward'], when: ['consented', 'strong'] },
  'charter.accept': { who: ['member'] },
  'invitation.issue': { who: ['moderator', 'steward'], when: ['consented', 'strong'] },
  'invitation.list': { who: ['moderator', 'steward'], when: ['consented', 'strong'] },
  'joint_act.view': { who: ['steward', 'evaluator'], when: ['strong'] },
  'joint_act.propose': { who: ['steward'], when: ['consented', 'strong'] },
  'joint_act.second': { who: ['steward'], when: ['consented', 'strong'], given: ['otherSide'] },

  'stream.follow': { who: ['member'], when: ['consented'], given: ['streamAudience'] },
  'typing.show': { who: speaking, when: ['consented'], given: ['streamAudience'] },

  'topic.read': { who: ['member'], when: ['consented'] },
  'topic.open': { who: ['steward'], when: ['consented', 'strong'] },
  'thread.read': { who: ['member'], when: ['consented'], given: ['placeReader'] },
  'thread.open': { who: speaking, when: ['consented'], given: ['topicTakesPosts'] },
  'post.write': { who: speaking, when: ['consented'], given: ['topicTakesPosts', 'threadOpen', 'placeWriter'] },
  'post.preview': { who: speaking, when: ['consented'] },
  'post.revise': { who: speaking, when: ['consented'], given: ['topicTakesPosts', 'author', 'placeWriter'] },
  'post.withdraw': { who: speaking, when: ['consented'], given: ['notFrozen', 'author'] },
  'post.history': { who: ['member'], when: ['consented'], given: ['placeReader'] },
  'post.own_waiting': { who: ['member'], when: ['consented'] },

  'report.write': { who: ['member'], when: ['consented'], given: ['placeReader', 'notAuthor'] },
  'report.own': { who: ['member'], when: ['consented'] },

  'desk.view': { who: ['moderator'], when: ['consented', 'strong'] },
  'desk.claim': { who: ['moderator'], when: ['consented', 'strong'], given: ['notAuthor'] },
  'desk.approve': { who: ['moderator'], when: ['consented', 'strong'], given: ['notAuthor'] },
  'desk.hold': { who: ['moderator'], when: ['consented', 'strong'], given: ['notAuthor'] },
  'desk.release': { who: ['moderator'], when: ['consented', 'strong'], given: ['notAuthor'] },
  'desk.return': { who: ['moderator'], when: ['consented', 'strong'], given: ['notAuthor'] },
  'desk.propose': { who: ['moderator'], when: ['consented', 'strong'], given: ['notAuthor'] },
  'desk.key': { who: ['moderator'], when: ['consented', 'strong'], given: ['notAuthor'] },
  'desk.judge': { who: ['moderator'], when: ['consented', 'strong'], given: ['notAuthor'] },
  'desk.bulk': { who: ['moderator'], when: ['consented', 'strong'] },
  'desk.duty': { who: ['moderator'], when: ['consented', 'strong'] },
  'wordlist.view': { who: ['moderator', 'steward', 'evaluator'], when: ['consented', 'strong'] },

  'document.open': { who: ['member'], when: ['consented'], given: ['documentReader'] },
  'document.write': { who: ['drafter'], when: ['consented'], given: ['documentWriter'] },

  'statement.list': { who: ['member'], when: ['consented'] },
  'statement.open': { who: ['drafter', 'steward'], when: ['consented'] },
  'statement.keep_version': { who: ['drafter'], when: ['consented'], given: ['documentReader'] },
  'suggestion.open': { who: ['drafter'], when: ['consented'], given: ['documentSuggester'] },
  'suggestion.withdraw': { who: ['drafter'], when: ['consented'], given: ['author'] },
  'statement.freeze': { who: ['drafter'], when: ['consented'], given: ['documentWriter'] },
  'statement.take_back': { who: ['drafter'], when: ['consented'], given: ['documentReader'] },
  'statement.sign': { who: ['member'], when: ['consented', 'proven', 'recent'], given: ['documentReader', 'delegate'] },
  'statement.decline': { who: ['member'], when: ['consented'], given: ['documentReader', 'delegate'] },
  'reservation.write': { who: ['member'], when: ['consented'], given: ['documentReader', 'speaker'] },
  'statement.show': { who: ['drafter'], when: ['consented'], given: ['documentWriter'] },
  'comment.read': { who: ['member'], when: ['consented'], given: ['documentReader'] },
  'comment.open': { who: speaking, when: ['consented'], given: ['documentCommenter', 'topicTakesPosts'] },
  'comment.resolve': { who: speaking, when: ['consented'], given: ['documentCommenter', 'drafterOrAuthor'] },
  'clause.machine_text': { who: ['drafter'], when: ['consented'], given: ['documentWriter'] },
  'citation.find': { who: ['drafter'], when: ['consented'] },
  'citation.read': { who: ['member'], when: ['consented'] },
  'clause.key': { who: ['drafter'], when: ['consented'], given: ['documentWriter'] },

  'translation.ask': { who: ['member'], when: ['consented'], given: ['placeReader'] },
  'translation.provide': { who: ['moderator'], when: ['consented', 'strong'], given: ['placeReader'] },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof policyTable;

/** The rule of an action, in its general shape. */
export function ruleOf(action: Action): Rule {
  return policyTable[action];
}
