import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ItemRepository } from '../items/item.repository.js';
import type { StoredAppeal } from './appeal.js';
import { AppealOpening } from './appeal-opening.js';
import { AppealableNotices } from './appealable-notices.js';

/** From what somebody was told to an appeal against it. */
@Injectable()
export class AppealMaking {
  constructor(
    private readonly items: ItemRepository,
    private readonly against: AppealableNotices,
    private readonly opening: AppealOpening,
  ) {}

  /** @throws Failure what stands in the way: time, an earlier appeal, or what is decided about it anyway */
  async make(
    tx: Tx,
    member: DyadMember,
    notice: string,
    said: Pick<StoredAppeal, 'words' | 'language'>,
  ): Promise<void> {
    const told = await this.against.require(tx, member.memberId, notice);
    const seen = await this.items.find(tx, told.itemId);
    const around = seen ? await this.items.lockOf(tx, seen.kind, seen.content) : [];
    const item = around.find(({ id }) => id === told.itemId);
    if (!item) throw new Failure('appeal.not_possible');
    await this.against.requireStanding(tx, item, told);
    await this.opening.open(tx, member, item, told, said);
  }
}
