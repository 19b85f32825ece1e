import type { Side } from '../../../shared/access/actor.js';
import type { ItemState } from '../../../shared/moderation/moderation.lifecycle.js';

/** The kinds of content that moderation knows. */
export type ContentKind = 'post';

/** An item as it stands: one submission of one piece of content. */
export interface Item {
  readonly id: string;
  readonly dyadId: string;
  readonly kind: ContentKind;
  readonly content: string;
  readonly revision: number;
  /** A later revision of something already published, waiting by itself. */
  readonly amends: boolean;
  readonly authorId: string;
  readonly authorSide: Side;
  readonly state: ItemState;
  readonly version: number;
  readonly since: Date;
  readonly heldUntil: Date | null;
}

/** One thing that happened to an item. */
export interface ItemHistory {
  readonly itemId: string;
  readonly type: string;
  readonly side: Side | null;
  readonly reason: string | null;
  readonly note: string;
  readonly at: Date;
}
