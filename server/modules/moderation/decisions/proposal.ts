import { createHash } from 'node:crypto';
import type { Side } from '../../../../shared/access/actor.js';
import type { DecisionClass, Key } from '../../../../shared/moderation/decision-classes.rules.js';
import {
  canonicalAction,
  type ProposedAction,
  type ProposalState,
} from '../../../../shared/moderation/proposal.rules.js';
import { safetyReasons } from '../../../../shared/moderation/reasons.js';
import type { EventPayload } from '../items/item.js';

/** A proposal as it is stored. */
export interface Proposal extends ProposedAction {
  readonly id: string;
  readonly dyadId: string;
  readonly class: DecisionClass;
  readonly actionHash: string;
  readonly state: ProposalState;
  /** Nobody, where time alone put the item before a panel. */
  readonly proposedBy: string | null;
  readonly proposedSide: Side | null;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  readonly bulk: string | null;
}

/** A key as it is stored. */
export interface KeptKey extends Key {
  readonly id: string;
  readonly proposal: string;
  readonly note: string;
  readonly at: Date;
}

/** The SHA-256 of an action in its canonical form, in hexadecimal. */
export const hashOfAction = (action: ProposedAction): string =>
  createHash('sha256').update(canonicalAction(action)).digest('hex');

/** Whether it is about words that endanger: what time cannot restore by itself. */
export const isSafety = ({ reason }: Pick<Proposal, 'reason'>): boolean => safetyReasons.has(reason);

/** What every event of a proposal keeps: which it is, and what the table looks at. */
export const payloadOf = (proposal: Proposal): EventPayload => ({
  proposal: proposal.id,
  actionHash: proposal.actionHash,
  safety: isSafety(proposal),
  ...(proposal.measure && { measure: proposal.measure }),
  ...(proposal.bulk && { bulk: proposal.bulk }),
});

/** The action of a proposal alone. */
export const actionOfProposal = (proposal: Proposal): ProposedAction => ({
  item: proposal.item,
  revision: proposal.revision,
  measure: proposal.measure,
  passages: proposal.passages,
  sanction: proposal.sanction,
  reason: proposal.reason,
  policyVersion: proposal.policyVersion,
  article: proposal.article,
  facts: proposal.facts,
});
