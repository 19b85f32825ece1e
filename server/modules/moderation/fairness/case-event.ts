import type { Side } from '../../../../shared/access/actor.js';
import type { TopicMode } from '../../../../shared/access/conditions.js';
import type { ContentMeasure, Sanction } from '../../../../shared/moderation/decision-classes.rules.js';
import type { ItemEvent, ItemState } from '../../../../shared/moderation/moderation.lifecycle.js';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';
import type { ItemOrigin } from '../items/item.js';

/** What of an event statistics look at. Who acted is not among it: of them only the side is counted. */
export interface CaseEvent {
  readonly id: string;
  readonly itemId: string;
  readonly type: ItemEvent;
  /** Where it led. */
  readonly state: ItemState;
  readonly side: Side | null;
  readonly reason: ReasonCode | null;
  readonly automated: boolean;
  /** A detector did it. */
  readonly detected: boolean;
  readonly at: Date;
  /** At the beginning of an item only. */
  readonly origin: Pick<ItemOrigin, 'kind' | 'authorId' | 'authorSide' | 'amends'> | null;
  readonly mode: TopicMode | null;
  readonly measure: ContentMeasure | null;
  readonly verdict: string | null;
  readonly isProxy: boolean;
  /** Of a proposal and its amendments, and of what an appeal leaves of it: what is done to the member. */
  readonly sanction: Sanction | null;
}
