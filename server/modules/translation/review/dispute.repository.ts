import { Injectable } from '@nestjs/common';
import type { Side } from '../../../../shared/access/actor.js';
import type { DisputeKind } from '../../../../shared/translation/human-work.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Target } from './proposal.repository.js';

/** What somebody says is wrong with a translation, and what came of it. */
export interface Dispute extends Target {
  readonly id: string;
  readonly dyadId: string;
  readonly translation: string;
  readonly kind: DisputeKind;
  readonly words: string;
  readonly disputedBy: string;
  readonly side: Side;
  readonly at: Date;
  readonly state: 'open' | 'corrected' | 'declined';
  readonly answer: string;
  readonly confirmedAt: Date | null;
}

export type NewDispute = Omit<Dispute, 'state' | 'answer' | 'confirmedAt'>;

const columns = `id, dyad_id as "dyadId", owner_id as owner, target as language, translation_id as translation, kind, words,
  disputed_by as "disputedBy", side, at, state, answer, confirmed_at as "confirmedAt"`;

@Injectable()
export class DisputeRepository {
  /** False when the same member disputes the same translation already. */
  async add(tx: Tx, one: NewDispute): Promise<boolean> {
    const row = await tx.one(
      `insert into translation_dispute (id, dyad_id, owner_id, target, translation_id, kind, words, disputed_by, side, at, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open') on conflict do nothing returning id`,
      [
        one.id,
        one.dyadId,
        one.owner,
        one.language,
        one.translation,
        one.kind,
        one.words,
        one.disputedBy,
        one.side,
        one.at,
      ],
    );
    return row !== undefined;
  }

  lock(tx: Tx, id: string, { owner, language }: Target): Promise<Dispute | undefined> {
    return tx.one<Dispute>(
      `select ${columns} from translation_dispute where id = $1 and owner_id = $2 and target = $3 for update`,
      [id, owner, language],
    );
  }

  of(tx: Tx, { owner, language }: Target): Promise<Dispute[]> {
    return tx.query<Dispute>(
      `select ${columns} from translation_dispute where owner_id = $1 and target = $2 order by at desc, id`,
      [owner, language],
    );
  }

  async decline(tx: Tx, id: string, answer: string, at: Date): Promise<void> {
    await tx.query(`update translation_dispute set state = 'declined', answer = $2, closed_at = $3 where id = $1`, [
      id,
      answer,
      at,
    ]);
  }

  async confirm(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(`update translation_dispute set confirmed_at = coalesce(confirmed_at, $2) where id = $1`, [id, at]);
  }

  /** Ends the disputes about any translation but one that both sides stand behind now. @returns whose they were */
  correct(tx: Tx, { owner, language }: Target, by: string, at: Date): Promise<{ disputedBy: string }[]> {
    return tx.query(
      `update translation_dispute set state = 'corrected', closed_at = $4
       where owner_id = $1 and target = $2 and translation_id <> $3 and state = 'open'
       returning disputed_by as "disputedBy"`,
      [owner, language, by, at],
    );
  }

  async remove(tx: Tx, owners: readonly string[]): Promise<void> {
    await tx.query(`delete from translation_dispute where owner_id = any($1::uuid[])`, [owners]);
  }
}
