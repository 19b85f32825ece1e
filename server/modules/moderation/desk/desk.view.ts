import type { MemberView } from '../../../shared/dyads/dyad.schema.js';
import { reasonCode, type DeskItem } from '../../../shared/moderation/desk.schema.js';
import type { ContentCard } from './moderated-content.port.js';
import type { Item, ItemHistory } from './moderation-item.js';

/** A card of the desk: the thing, its author as members know them, and what happened, by role and side only. */
export function deskView(item: Item, author: MemberView, card: ContentCard, history: readonly ItemHistory[]): DeskItem {
  return {
    id: item.id,
    version: item.version,
    state: shownState(item),
    kind: item.kind,
    content: item.content,
    ...card,
    author,
    waitingSince: item.since.toISOString(),
    heldUntil: item.heldUntil?.toISOString() ?? null,
    events: history.map(({ type, side, reason, note, at }) => ({
      type,
      side,
      reason: reasonCode.nullable().catch(null).parse(reason),
      note,
      at: at.toISOString(),
    })),
  };
}

function shownState({ state }: Item): DeskItem['state'] {
  if (state === 'merged') return 'live';
  if (state === 'new' || state === 'withdrawn') throw new Error(`An item that is ${state} has no card`);
  return state;
}
