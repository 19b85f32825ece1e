import type { MemberView } from '../../../../shared/dyads/dyad.schema.js';
import { sidesMissing } from '../../../../shared/moderation/decision-classes.rules.js';
import { panelVerdicts } from '../../../../shared/moderation/panel.rules.js';
import type { PanelView, ProposalView } from '../../../../shared/moderation/proposal.schema.js';
import type { PanelSeat, StoredPanel } from '../panels/panel.js';
import type { KeptKey, Proposal } from './proposal.js';

/** What belongs to a proposal. */
export interface ProposalParts {
  readonly keys: readonly KeptKey[];
  /** The sides that have looked at keys given for them. */
  readonly reviewed: readonly string[];
  readonly panel: (StoredPanel & { readonly seats: readonly PanelSeat[] }) | undefined;
  readonly people: ReadonlyMap<string, MemberView>;
}

/** A proposal as the desk sees it: moderators know each other there. */
export function proposalView(proposal: Proposal, { keys, reviewed, panel, people }: ProposalParts): ProposalView {
  const { openedAt, expiresAt, proposedBy, dyadId: _dyad, proposedSide: _side, item: _item, ...told } = proposal;
  return {
    ...told,
    passages: [...told.passages],
    proposedBy: (proposedBy !== null && people.get(proposedBy)) || null,
    keys: keys.map(({ memberId, side, proxyFor, verdict, note, at, actionHash }) => ({
      by: known(people, memberId),
      side,
      proxyFor,
      verdict,
      note,
      at: at.toISOString(),
      counts: actionHash === proposal.actionHash,
      reviewed: proxyFor !== null && reviewed.includes(proxyFor),
    })),
    missing: proposal.state === 'open' ? sidesMissing(proposal.class, proposal.actionHash, keys) : [],
    openedAt: openedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    panel: panel ? panelView(panel, people) : null,
  };
}

function panelView(
  panel: StoredPanel & { readonly seats: readonly PanelSeat[] },
  people: ReadonlyMap<string, MemberView>,
): PanelView {
  return {
    state: panel.state === 'dissolved' ? 'waiting' : panel.state,
    seats: panel.seats.map(({ side, memberId, verdict, at }) => ({
      side,
      by: known(people, memberId),
      verdict: panelVerdicts.find((one) => one === verdict) ?? null,
      at: at?.toISOString() ?? null,
    })),
    dueAt: panel.state === 'decided' ? null : panel.dueAt.toISOString(),
  };
}

function known(people: ReadonlyMap<string, MemberView>, id: string): MemberView {
  const person = people.get(id);
  if (!person) throw new Error('A moderator who gave a key is not there');
  return person;
}
