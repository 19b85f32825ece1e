import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import type { DeskReports } from '../../../../shared/moderation/report.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { MemberReader } from '../../dyads/member.reader.js';
import { ProposalReader } from '../decisions/proposal.query.js';
import type { Item } from '../items/item.js';
import { ItemEventRepository } from '../items/item-event.repository.js';
import { ItemAttention } from './item-attention.query.js';
import { ModeratedContents } from '../moderated-content.port.js';
import { claimView } from './claim.view.js';
import { deskView } from './desk.view.js';

const noReports: DeskReports = { open: 0, groups: [], versions: [] };

/** Dresses items as cards: a fixed number of queries for a whole page. */
@Injectable()
export class DeskCards {
  constructor(
    private readonly events: ItemEventRepository,
    private readonly contents: ModeratedContents,
    private readonly members: MemberReader,
    private readonly attention: ItemAttention,
    private readonly proposals: ProposalReader,
  ) {}

  /** @throws Failure `request.not_found` when its words are not there any more */
  async one(tx: Tx, item: Item): Promise<DeskItem> {
    const [card] = await this.of(tx, [item]);
    if (!card) throw new Failure('request.not_found');
    return card;
  }

  /** In the order of the items; without those whose words are not there any more. */
  async of(tx: Tx, items: readonly Item[]): Promise<DeskItem[]> {
    if (items.length === 0) return [];
    const ids = items.map((item) => item.id);
    const history = await this.events.history(tx, ids);
    const proposals = await this.proposals.of(tx, ids);
    const { reports, claims, findings } = await this.attention.of(tx, items);
    const people = await this.members.views(tx, [
      ...items.flatMap(({ authorId, heldBy }) => [authorId, ...(heldBy === null ? [] : [heldBy])]),
      ...claims.map(({ memberId }) => memberId),
    ]);
    const contents = await this.contents.ofEach(items, (owner, ofKind) => owner.describe(tx, ofKind));
    return items.flatMap((item) => {
      const author = people.get(item.authorId);
      const content = contents.get(item.id);
      if (!author || !content) return [];
      return [
        deskView({
          item,
          author,
          content,
          holder: (item.heldBy !== null && people.get(item.heldBy)) || null,
          findings: findings.get(item.id) ?? [],
          reports: reports.get(item.id) ?? noReports,
          claims: claims.filter(({ itemId }) => itemId === item.id).flatMap((claim) => claimView(claim, people)),
          proposal: proposals.get(item.id) ?? null,
          history: history.filter((event) => event.itemId === item.id),
        }),
      ];
    });
  }
}
