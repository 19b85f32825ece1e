import type { ClaimView } from '../../../../shared/moderation/claim.schema.js';
import type { MemberView } from '../../../../shared/dyads/dyad.schema.js';
import { cardStates, type CardState } from '../../../../shared/moderation/desk.rules.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import type { ItemState } from '../../../../shared/moderation/moderation.lifecycle.js';
import type { ProposalView } from '../../../../shared/moderation/proposal.schema.js';
import type { Finding } from '../../../../shared/moderation/detection/finding.rules.js';
import type { DeskReports } from '../../../../shared/moderation/report.schema.js';
import { reasonCode } from '../../../../shared/moderation/reason.schema.js';
import type { Item, ItemHistory } from '../items/item.js';
import type { ContentCard } from '../moderated-content.port.js';

/** What a card is made of. */
export interface CardParts {
  readonly item: Item;
  readonly author: MemberView;
  readonly holder: MemberView | null;
  readonly content: ContentCard;
  readonly proposal: ProposalView | null;
  readonly findings: readonly Finding[];
  readonly reports: DeskReports;
  readonly claims: readonly ClaimView[];
  readonly history: readonly ItemHistory[];
}

/** A card of the desk: the thing, its author as members know them, and what happened, by role and side only. */
export function deskView({ item, author, holder, content, findings, history, ...said }: CardParts): DeskItem {
  const { source, judged: _judged, facing = null, ...words } = content;
  return {
    id: item.id,
    version: item.version,
    state: cardState(item.state),
    shown: item.shown,
    kind: item.kind,
    content: item.content,
    revision: item.revision,
    place: item.place,
    ...words,
    facing,
    author,
    waitingSince: item.since.toISOString(),
    heldUntil: item.heldUntil?.toISOString() ?? null,
    heldBy: holder,
    priority: item.priority,
    found: findings.length === 0 ? null : { source, findings: [...findings] },
    reports: said.reports,
    claims: [...said.claims],
    proposal: said.proposal,
    events: history.map(({ type, side, reason, note, at }) => ({
      type,
      side,
      reason: reasonCode.nullable().catch(null).parse(reason),
      note,
      at: at.toISOString(),
    })),
  };
}

const hasCard = (state: ItemState): state is CardState => cardStates.some((one) => one === state);

function cardState(state: ItemState): CardState {
  if (state === 'merged') return 'live';
  if (!hasCard(state)) throw new Error(`An item that is ${state} has no card`);
  return state;
}
