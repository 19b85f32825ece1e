import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import type { SideName } from '../../ui/member-name';
import type { DeskAct } from './acts';
import type { Moderator, PossibleActs } from './possible-acts';
import type { Article } from './proposal/decision-text';

/** The form that is open under a case. */
export type Tool = 'give_back' | 'hold' | 'propose' | 'amend' | 'give_key' | 'oppose' | 'enact' | 'restore' | 'confirm';

export interface ToolProps {
  readonly dyad: string;
  readonly item: DeskItem;
  readonly me: Moderator;
  readonly possible: PossibleActs;
  readonly languages: readonly string[];
  readonly articles: readonly Article[];
  readonly sideName: SideName;
  readonly error: unknown;
  readonly busy: boolean;
  /** Does it; `sent` is called once the server has it. */
  readonly run: (act: DeskAct, sent?: () => void) => void;
}

/** Whether a tool does anything about an item as it stands. */
export function mayUse(tool: Tool, possible: PossibleActs): boolean {
  switch (tool) {
    case 'propose':
      return possible.propose !== null;
    case 'give_key':
      return possible.give_key || possible.proxyFor.length > 0;
    case 'enact':
    case 'restore':
      return possible.verdict;
    default:
      return possible[tool];
  }
}

/** Where the words of a tool about an item are kept. */
export const placeOf = ({ dyad, item }: Pick<ToolProps, 'dyad' | 'item'>, tool: string): string =>
  `${dyad}/desk/${item.id}/${tool}`;
