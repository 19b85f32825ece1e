import type { Side } from '../../../../shared/access/actor.js';
import type { Candidate, PanelVerdict } from '../../../../shared/moderation/panel.rules.js';

/** What a panel decides: an opposed proposal, or an appeal. */
export type PanelMatter = { readonly proposalId: string } | { readonly appealId: string };

/** A panel as it is stored. `waiting` has no seats: none could be drawn yet. */
export interface StoredPanel {
  readonly id: string;
  readonly dyadId: string;
  readonly itemId: string;
  readonly proposalId: string | null;
  readonly appealId: string | null;
  readonly state: 'waiting' | 'deliberating' | 'decided' | 'dissolved';
  readonly openedAt: Date;
  readonly dueAt: Date;
}

/** A seat with what was said from it. */
export interface PanelSeat {
  readonly panel: string;
  readonly side: Side;
  readonly memberId: string;
  readonly verdict: string | null;
  readonly note: string | null;
  readonly at: Date | null;
}

/** Somebody who could sit on a panel, before lots are drawn. */
export type Eligible = Omit<Candidate, 'lot'>;

/** What is said from a seat. */
export interface Saying {
  readonly panel: string;
  readonly side: Side;
  readonly verdict: PanelVerdict;
  readonly note: string;
}
