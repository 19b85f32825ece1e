import type { Side } from '../../../../shared/access/actor.js';
import type { TopicMode } from '../../../../shared/access/conditions.js';
import type { ContentKind } from '../../../../shared/moderation/content-kind.rules.js';
import type { ContentMeasure } from '../../../../shared/moderation/decision-classes.rules.js';
import type { ItemEvent, ItemState, Standing } from '../../../../shared/moderation/moderation.lifecycle.js';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';

/** What is known of an item from its beginning and does not change. */
export interface ItemOrigin {
  readonly kind: ContentKind;
  readonly content: string;
  /** What the content stands in: for a post, its thread; for what stands by itself, that. */
  readonly place: string;
  /** A later revision of something already published, waiting by itself. */
  readonly amends: boolean;
  readonly authorId: string;
  readonly authorSide: Side;
}

/** An item as it stands: one submission of one piece of content. Everything here follows from its events. */
export interface Item extends ItemOrigin, Standing {
  readonly id: string;
  readonly dyadId: string;
  readonly revision: number;
  /** The members whom the words address or name: they take no part in decisions about them. */
  readonly concerns: readonly string[];
  readonly version: number;
  /** How urgent reports and findings make it, before the time that it has waited is looked at. */
  readonly priority: number;
  /** Since when it is in this state. */
  readonly since: Date;
  /** Its place in its queue: since when it would wait, were it of ordinary priority. */
  readonly turnAt: Date;
  /** When the author last wrote it. */
  readonly submittedAt: Date;
  /** Until when, and by whom, it is held; also while something is being decided about it. */
  readonly heldUntil: Date | null;
  readonly heldBy: string | null;
  /** When its first revision was approved by a moderator, if one was. */
  readonly approvedAt: Date | null;
}

/** By what way a step was taken. */
export type Tool = 'author' | 'reader' | 'desk' | 'panel' | 'timer' | 'detector';

/** What an event keeps beside who, when and why: all that the item's standing follows from. */
export interface EventPayload {
  /** At the beginning only. */
  readonly origin?: ItemOrigin;
  readonly revision?: number;
  readonly concerns?: readonly string[];
  readonly mode?: TopicMode;
  readonly approvedBefore?: number;
  readonly safety?: boolean;
  /** How much a detector found there is to look at the words for. */
  readonly concern?: number;
  readonly measure?: ContentMeasure;
  /** How urgent the item is from now on. */
  readonly priority?: number;
  readonly report?: string;
  /** Who had taken it up before. */
  readonly holder?: string;
  /** Until when it is held. */
  readonly until?: string;
  readonly proposal?: string;
  readonly panel?: string;
  readonly bulk?: string;
  readonly appeal?: string;
  /** What is proposed, in full, with its hash; or what an appeal leaves of it. */
  readonly action?: unknown;
  readonly actionHash?: string;
  /** For keys and seats. */
  readonly proxyFor?: 'a' | 'b';
  readonly verdict?: string;
}

/** One thing that happened to an item, before it has its place in the chain. */
export interface NewEvent {
  readonly id: string;
  readonly dyadId: string;
  readonly itemId: string;
  readonly type: ItemEvent;
  readonly actorId: string | null;
  readonly actorSide: Side | null;
  readonly reason: ReasonCode | null;
  readonly note: string;
  readonly payload: EventPayload;
  readonly policyVersion: number | null;
  readonly tool: Tool;
  /** Time or a detector did it, and no person. */
  readonly automated: boolean;
  /** The event that this one follows from. */
  readonly causedBy: string | null;
  readonly at: Date;
}

/** An event as it is kept: what it led to, and its place in the dyad's chain. */
export interface KeptEvent extends NewEvent {
  readonly state: ItemState;
  readonly waitedSeconds: number | null;
  readonly seq: number;
}

/** What the desk tells of an event. */
export interface ItemHistory {
  readonly itemId: string;
  readonly type: string;
  readonly side: Side | null;
  readonly reason: string | null;
  readonly note: string;
  readonly at: Date;
}
