import type { Side } from '../../../shared/access/actor.js';
import type { MemberView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { hasHandIn } from '../../../shared/moderation/content-kind.rules.js';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import type { ProposalView } from '../../../shared/moderation/proposal.schema.js';
import { safetyReasons } from '../../../shared/moderation/reasons.js';

/** Who sits at the desk. */
export type Moderator = Pick<OwnMemberView, 'id' | 'side' | 'roles'>;

/** Somebody who has said that they can be asked for keys. */
export type OnCall = Pick<MemberView, 'id' | 'side'>;

/**
 * What a moderator can do about an item as it stands, so that no key and no button offers what would be refused. The server
 * decides; what only it can know, such as who stands too near to a case, it says when it is asked.
 */
export interface PossibleActs {
  readonly approve: boolean;
  readonly give_back: boolean;
  readonly hold: boolean;
  readonly release: boolean;
  /** A decision about the words and their author, or a decision of both sides taken up again. */
  readonly propose: 'decision' | 'reopening' | null;
  readonly amend: boolean;
  readonly give_key: boolean;
  /** The sides that have nobody on call, for which somebody neutral can give a key. */
  readonly proxyFor: readonly ('a' | 'b')[];
  readonly oppose: boolean;
  readonly retract: boolean;
  readonly verdict: boolean;
  /** Keys that were given for one's own side, and that it has not looked at yet. */
  readonly confirm: boolean;
}

const nothing: PossibleActs = {
  approve: false,
  give_back: false,
  hold: false,
  release: false,
  propose: null,
  amend: false,
  give_key: false,
  proxyFor: [],
  oppose: false,
  retract: false,
  verdict: false,
  confirm: false,
};

/** The proposal that waits for keys now. */
export const openProposal = ({ proposal }: Pick<DeskItem, 'proposal'>): ProposalView | undefined =>
  proposal?.state === 'open' ? proposal : undefined;

/** Whether this moderator has given a key for the action as it stands. */
export const hasKeyed = ({ keys }: ProposalView, me: Moderator): boolean =>
  keys.some(({ by, counts, verdict }) => counts && verdict === 'give' && by.id === me.id);

/** Whether a report of danger or indignity is open: then no single key says that it was nothing. */
export const isAlarmed = ({ reports }: Pick<DeskItem, 'reports'>): boolean =>
  reports.groups.some(({ reason, open }) => open > 0 && safetyReasons.has(reason));

const isOneSide = (side: Side): side is 'a' | 'b' => side !== 'neutral';

function proposing({ state, proposal }: DeskItem): PossibleActs['propose'] {
  if (state === 'pending' || state === 'live' || state === 'in_review' || state === 'held') return 'decision';
  return state === 'actioned' && proposal?.state !== 'open' ? 'reopening' : null;
}

function aboutProposal(item: DeskItem, me: Moderator, onCall: readonly OnCall[]): Partial<PossibleActs> {
  const proposal = openProposal(item);
  if (!proposal) return {};
  const keyed = hasKeyed(proposal, me);
  const isFree = (side: Side): boolean => !onCall.some((one) => one.side === side && one.id !== item.author.id);
  return {
    amend: true,
    give_key: !keyed && proposal.missing.includes(me.side),
    proxyFor: me.side === 'neutral' && !keyed ? proposal.missing.filter(isOneSide).filter(isFree) : [],
    oppose: !keyed && proposal.proposedBy?.id !== me.id,
    retract: proposal.proposedBy?.id === me.id,
  };
}

function aboutPanel({ proposal }: DeskItem, me: Moderator): Partial<PossibleActs> {
  const seats = proposal?.panel?.state === 'deliberating' ? proposal.panel.seats : [];
  const keys = proposal?.keys ?? [];
  return {
    verdict: seats.some(({ by, verdict }) => by.id === me.id && verdict === null),
    confirm: keys.some(({ proxyFor, counts, reviewed }) => counts && !reviewed && proxyFor === me.side),
  };
}

/** Whether they have a hand in the words themselves; who wrote in them before and does no more, only the server knows. */
export const isOwn = ({ kind, author }: DeskItem, { id, roles }: Moderator): boolean =>
  hasHandIn({ kind, authorId: author.id, concerns: [] }, { memberId: id, roles });

export function possibleActs(item: DeskItem, me: Moderator, onCall: readonly OnCall[] = []): PossibleActs {
  if (isOwn(item, me)) return nothing;
  const { state, shown } = item;
  return {
    ...nothing,
    approve: state === 'pending' || (state === 'in_review' && !isAlarmed(item)),
    give_back: state === 'pending',
    hold: shown && (state === 'live' || state === 'in_review' || state === 'proposed' || state === 'escalated'),
    release: item.heldBy?.id === me.id,
    propose: proposing(item),
    ...aboutProposal(item, me, onCall),
    ...aboutPanel(item, me),
  };
}
