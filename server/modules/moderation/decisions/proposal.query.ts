import { Injectable } from '@nestjs/common';
import type { MemberView } from '../../../../shared/dyads/dyad.schema.js';
import type { ProposalView } from '../../../../shared/moderation/proposal.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { MemberReader } from '../../dyads/member.reader.js';
import { ItemEventRepository } from '../items/item-event.repository.js';
import { PanelRepository } from '../panels/panel.repository.js';
import { KeyRepository } from './key.repository.js';
import { ProposalRepository } from './proposal.repository.js';
import { proposalView } from './proposal.view.js';

/** Reads proposals for cards: what is being decided, or was decided last. A fixed number of queries for a whole page. */
@Injectable()
export class ProposalReader {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly keys: KeyRepository,
    private readonly panels: PanelRepository,
    private readonly events: ItemEventRepository,
    private readonly members: MemberReader,
  ) {}

  /** By item; items about which nothing was ever proposed are not in it. */
  async of(tx: Tx, items: readonly string[]): Promise<ReadonlyMap<string, ProposalView>> {
    const found = await this.proposals.newestOf(tx, items);
    if (found.length === 0) return new Map();
    const ids = found.map(({ id }) => id);
    const keys = await this.keys.of(tx, ids);
    const panels = await this.panels.newestOf(tx, ids);
    const seats = await this.panels.seatsOf(
      tx,
      panels.map(({ id }) => id),
    );
    const reviews = await this.events.reviewsOf(tx, ids);
    const people = await this.peopleOf(tx, [
      ...found.flatMap(({ proposedBy }) => proposedBy ?? []),
      ...keys.map(({ memberId }) => memberId),
      ...seats.map(({ memberId }) => memberId),
    ]);
    return new Map(
      found.map((proposal) => {
        const panel = panels.find((one) => one.proposalId === proposal.id);
        const view = proposalView(proposal, {
          keys: keys.filter((key) => key.proposal === proposal.id),
          reviewed: reviews.filter((one) => one.proposal === proposal.id).map(({ side }) => side),
          panel: panel && { ...panel, seats: seats.filter((seat) => seat.panel === panel.id) },
          people,
        });
        return [proposal.item, view];
      }),
    );
  }

  private peopleOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, MemberView>> {
    return this.members.views(tx, ids);
  }
}
