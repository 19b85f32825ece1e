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

/** Of whoever reads what members read. */
const reading = ['admitted', 'consented'] as const satisfies readonly ActorCondition[];
/** Of whoever does what others come to read. */
const writing = [...reading, 'mayWrite'] as const satisfies readonly ActorCondition[];
/** Of whoever acts in a role that is guarded. */
const serving = [...writing, 'strong'] as const satisfies readonly ActorCondition[];

/**
 * The one table of who may do what, in which state. Every HTTP route and every socket event names a row; the server
 * refuses to start when one does not. No row names a side: what one side may, the other may. What others read takes somebody
 * who may write now; whatever a member does in the dyad takes somebody who is admitted, but for what is theirs alone.
 * The page `/policy` is this table, read aloud.
 */
export const policyTable = {
  'public.read': { who: ['visitor'] },
  'policy.read': { who: ['visitor'] },
  // The cosignature itself says who sends it.
  'log.cosign': { who: ['visitor'] },

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
  'dyad.view': { who: ['member'], when: ['admitted'] },
  'member.manage_own': { who: ['member'] },
  'member.rename': { who: ['member'], when: ['admitted', 'mayWrite'] },
  'member.find': { who: ['steward'], when: [...reading, 'strong'] },
  'charter.accept': { who: ['member'], when: ['admitted'] },
  'invitation.issue': { who: ['moderator', 'steward'], when: serving },
  'invitation.list': { who: ['moderator', 'steward'], when: [...reading, 'strong'] },
  'joint_act.view': { who: ['steward', 'evaluator'], when: ['admitted', 'strong'] },
  'joint_act.propose': { who: ['steward'], when: serving },
  'joint_act.second': { who: ['steward'], when: serving, given: ['otherSide'] },

  'stream.follow': { who: ['member'], when: ['consented'], given: ['streamAudience', 'streamOpen'] },
  'typing.show': { who: speaking, when: writing, given: ['streamAudience'] },

  'topic.read': { who: ['member'], when: reading },
  'topic.open': { who: ['steward'], when: serving },
  'thread.read': { who: ['member'], when: reading, given: ['placeReader'] },
  'thread.open': { who: speaking, when: writing, given: ['topicTakesPosts'] },
  'post.write': { who: speaking, when: writing, given: ['topicTakesPosts', 'threadOpen', 'placeWriter'] },
  'post.preview': { who: speaking, when: writing },
  'post.revise': { who: speaking, when: writing, given: ['topicTakesPosts', 'author', 'placeWriter'] },
  'post.withdraw': { who: speaking, when: reading, given: ['notFrozen', 'author'] },
  'post.history': { who: ['member'], when: reading, given: ['placeReader'] },
  'post.own_waiting': { who: ['member'], when: reading },

  'report.write': { who: ['member'], when: reading, given: ['placeReader', 'notAuthor'] },
  'report.own': { who: ['member'] },

  'desk.view': { who: ['moderator'], when: [...reading, 'strong'] },
  'desk.claim': { who: ['moderator'], when: serving, given: ['notAuthor'] },
  'desk.approve': { who: ['moderator'], when: serving, given: ['notAuthor'] },
  'desk.hold': { who: ['moderator'], when: serving, given: ['notAuthor'] },
  'desk.release': { who: ['moderator'], when: serving, given: ['notAuthor'] },
  'desk.return': { who: ['moderator'], when: serving, given: ['notAuthor'] },
  'desk.propose': { who: ['moderator'], when: serving, given: ['notAuthor'] },
  'desk.key': { who: ['moderator'], when: serving, given: ['notAuthor'] },
  'desk.judge': { who: ['moderator'], when: serving, given: ['notAuthor'] },
  'desk.bulk': { who: ['moderator'], when: serving },
  'desk.duty': { who: ['moderator'], when: serving },
  'egress.withdraw': { who: ['steward'], when: serving },
  'wordlist.view': { who: ['moderator', 'steward', 'evaluator'], when: [...reading, 'strong'] },

  'template.propose': { who: ['moderator'], when: serving },
  'template.key': { who: ['moderator'], when: [...serving, 'ofASide'] },

  'notice.read': { who: ['member'] },
  'notice.acknowledge': { who: ['member'] },
  'notice.appeal': { who: ['member'] },

  'document.open': { who: ['member'], when: reading, given: ['documentReader'] },
  'document.write': { who: ['drafter'], when: writing, given: ['documentWriter'] },

  'statement.list': { who: ['member'], when: reading },
  'statement.open': { who: ['drafter', 'steward'], when: writing },
  'statement.keep_version': { who: ['drafter'], when: writing, given: ['documentReader'] },
  'suggestion.open': { who: ['drafter'], when: writing, given: ['documentSuggester'] },
  'suggestion.withdraw': { who: ['drafter'], when: reading, given: ['author'] },
  'statement.freeze': { who: ['drafter'], when: writing, given: ['documentWriter'] },
  'statement.take_back': { who: ['drafter'], when: writing, given: ['documentReader'] },
  'statement.sign': { who: ['member'], when: [...writing, 'proven', 'recent'], given: ['documentReader', 'delegate'] },
  'statement.decline': { who: ['member'], when: writing, given: ['documentReader', 'delegate'] },
  'reservation.write': { who: ['member'], when: writing, given: ['documentReader', 'speaker'] },
  'statement.show': { who: ['drafter'], when: writing, given: ['documentWriter'] },
  'comment.read': { who: ['member'], when: reading, given: ['documentReader'] },
  'comment.open': { who: speaking, when: writing, given: ['documentCommenter', 'topicTakesPosts'] },
  'comment.resolve': { who: speaking, when: writing, given: ['documentCommenter', 'drafterOrAuthor'] },
  'clause.machine_text': { who: ['drafter'], when: writing, given: ['documentWriter'] },
  'citation.find': { who: ['drafter'], when: reading },
  'citation.read': { who: ['member'], when: reading },
  'clause.key': { who: ['drafter'], when: writing, given: ['documentWriter'] },

  'translation.ask': { who: ['member'], when: reading, given: ['placeReader'] },
  'translation.view': { who: ['member'], when: reading, given: ['placeReader'] },
  'translation.work': { who: ['member'], when: reading },
  'translation.provide': { who: ['member'], when: writing, given: ['placeReader', 'translates'] },
  'translation.claim': { who: ['member'], when: writing, given: ['placeReader', 'translates'] },
  'translation.look_up': { who: ['member'], when: writing, given: ['placeReader', 'translates'] },
  'translation.review': { who: ['member'], when: writing, given: ['placeReader', 'judgesTranslations', 'notAuthor'] },
  'translation.dispute': { who: ['member'], when: writing, given: ['placeReader'] },
  'translation.decline_dispute': {
    who: ['member'],
    when: writing,
    given: ['placeReader', 'judgesTranslations', 'notAuthor'],
  },
  'translation.confirm_dispute': { who: ['member'], when: writing, given: ['placeReader', 'author'] },
  'memory.read': { who: ['moderator', 'steward'], when: [...reading, 'strong'] },
  'memory.confirm': { who: ['moderator', 'steward'], when: [...serving, 'ofASide'] },
  'memory.import': { who: ['steward'], when: serving },
  'memory.remove': { who: ['moderator', 'steward'], when: serving },

  'commitment.read_drafts': { who: ['drafter', 'steward', 'evaluator'], when: reading },
  'commitment.draft': { who: ['drafter', 'steward'], when: writing },
  'commitment.read_part': { who: ['member'], when: reading },
  'commitment.follow': { who: ['member'], when: reading },
  'commitment.manage_followed': { who: ['member'] },
  'progress.report': { who: ['member'], when: writing, given: ['delegate'] },
  'progress.withdraw': { who: ['member'], when: reading, given: ['delegate'] },
  'progress.answer': { who: ['member'], when: writing, given: ['claimAnswerer'] },
  'commitment.assess': { who: ['evaluator'], when: writing, given: ['independent'] },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof policyTable;

/** The rule of an action, in its general shape. */
export function ruleOf(action: Action): Rule {
  return policyTable[action];
}
