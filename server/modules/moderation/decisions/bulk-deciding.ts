import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { hasHandIn } from '../../../../shared/moderation/content-kind.rules.js';
import type { ProposalDraft } from '../../../../shared/moderation/proposal.schema.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import type { Item } from '../items/item.js';
import { KeyGiving } from './key-giving.js';
import { OpenProposals } from './open-proposals.js';
import type { Proposal } from './proposal.js';
import { ProposalRepository } from './proposal.repository.js';
import { ProposalWording } from './proposal-wording.js';

/** One of many: an item as it was locked, the version of it that was read, and what is proposed about all of them. */
interface OneOfMany {
  readonly item: Item | undefined;
  readonly version: number;
  readonly bulk: string;
  readonly draft: ProposalDraft;
}

/** What is decided about each of many items, as it is about a single one. */
@Injectable()
export class BulkDeciding {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly wording: ProposalWording,
    private readonly open: OpenProposals,
    private readonly giving: KeyGiving,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidRequest for a draft that fits no item. @returns what the proposals have in common */
  async begin(tx: Tx, member: DyadMember, draft: ProposalDraft): Promise<string> {
    await this.wording.check(tx, member, draft);
    const bulk = { id: randomId(), dyadId: member.dyadId, openedBy: member.memberId, openedAt: this.clock.now() };
    await this.proposals.addBulk(tx, bulk);
    return bulk.id;
  }

  /** @throws Failure as for a single proposal */
  propose(tx: Tx, member: DyadMember, { item, version, bulk, draft }: OneOfMany): Promise<Item> {
    if (!item) throw new Failure('request.not_found');
    if (hasHandIn(item, member)) throw new Failure('access.own_item');
    if (item.version !== version) throw new Failure('moderation.version_outdated');
    return this.wording.propose(tx, member, item, draft, bulk);
  }

  /** @throws Failure `request.not_found` where nothing was proposed together by this name */
  async of(tx: Tx, bulk: string): Promise<ReadonlyMap<string, Proposal>> {
    const together = await this.proposals.ofBulk(tx, bulk);
    if (together.size === 0) throw new Failure('request.not_found');
    return together;
  }

  /** @throws Failure as for a single key */
  async give(
    tx: Tx,
    member: DyadMember,
    item: Item | undefined,
    proposal: Proposal | undefined,
    actionHash: string,
  ): Promise<Item> {
    if (!item || !proposal) throw new Failure('request.not_found');
    if (hasHandIn(item, member)) throw new Failure('access.own_item');
    const current = await this.open.require(tx, item.id, proposal.id, actionHash);
    return this.giving.give(tx, member, item, current, null);
  }
}
