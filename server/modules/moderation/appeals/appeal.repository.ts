import { Injectable } from '@nestjs/common';
import type { AppealState } from '../../../../shared/moderation/appeal.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { StoredAppeal } from './appeal.js';

const columns = `id, dyad_id as "dyadId", member_id as "memberId", item_id as "itemId", event_id as "eventId",
  statement_id as "statementId", answer_id as "answerId", language, words, opened_at as "openedAt", state,
  decided_at as "decidedAt"`;

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

  /** The appeal against what a notice told, if there is one. */
  ofNotice(tx: Tx, notice: string): Promise<StoredAppeal | undefined> {
    return tx.one<StoredAppeal>(`select ${columns} from moderation_appeal where statement_id = $1 or answer_id = $1`, [
      notice,
    ]);
  }

  /** Whether somebody has appealed who was told the reasons of a decision: all who were are one party. */
  async hasAuthors(tx: Tx, eventId: string): Promise<boolean> {
    const row = await tx.one(
      `select id from moderation_appeal where event_id = $1 and statement_id is not null limit 1`,
      [eventId],
    );
    return row !== undefined;
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
