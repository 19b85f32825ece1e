import { Injectable } from '@nestjs/common';
import type { AppealParty, AppealState } from '../../../../shared/moderation/appeal.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { StoredAppeal } from './appeal.js';

const columns = `id, dyad_id as "dyadId", member_id as "memberId", item_id as "itemId", event_id as "eventId",
  statement_id as "statementId", answer_id as "answerId", language, words, opened_at as "openedAt", state,
  decided_at as "decidedAt"`;

/** What of a notice says which appeal is against it. */
export interface ToldOf {
  readonly id: string;
  readonly eventId: string;
}

/** Appeals; whoever opens or decides one has locked the item it is about. */
@Injectable()
export class AppealRepository {
  /** @returns whether there was none against the same before */
  async add(tx: Tx, one: StoredAppeal): Promise<boolean> {
    const added = await tx.one(
      `insert into moderation_appeal (id, dyad_id, member_id, item_id, event_id, statement_id, answer_id, language, words,
         opened_at, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
      [
        one.id,
        one.dyadId,
        one.memberId,
        one.itemId,
        one.eventId,
        one.statementId,
        one.answerId,
        one.language,
        one.words,
        one.openedAt,
        one.state,
      ],
    );
    return added !== undefined;
  }

  async decide(tx: Tx, id: string, state: Exclude<AppealState, 'open'>, at: Date): Promise<void> {
    await tx.query(`update moderation_appeal set state = $2, decided_at = $3 where id = $1`, [id, state, at]);
  }

  find(tx: Tx, id: string): Promise<StoredAppeal | undefined> {
    return tx.one<StoredAppeal>(`select ${columns} from moderation_appeal where id = $1`, [id]);
  }

  /**
   * The appeal against what a notice told, if there is one. All who were told the reasons of one decision are one party:
   * the appeal of one of them is that of all.
   */
  against(tx: Tx, party: AppealParty, { id, eventId }: ToldOf): Promise<StoredAppeal | undefined> {
    return party === 'author'
      ? tx.one<StoredAppeal>(
          `select ${columns} from moderation_appeal where event_id = $1 and statement_id is not null`,
          [eventId],
        )
      : tx.one<StoredAppeal>(`select ${columns} from moderation_appeal where answer_id = $1`, [id]);
  }

  /** The newest appeal about an item. */
  newestOf(tx: Tx, itemId: string): Promise<StoredAppeal | undefined> {
    return tx.one<StoredAppeal>(
      `select ${columns} from moderation_appeal where item_id = $1 order by opened_at desc, id desc limit 1`,
      [itemId],
    );
  }

  /** The appeal about an item that waits for its answer. */
  openOf(tx: Tx, itemId: string): Promise<StoredAppeal | undefined> {
    return tx.one<StoredAppeal>(`select ${columns} from moderation_appeal where item_id = $1 and state = 'open'`, [
      itemId,
    ]);
  }
}
