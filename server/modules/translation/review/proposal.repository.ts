import { Injectable } from '@nestjs/common';
import type { Side } from '../../../../shared/access/actor.js';
import type { Tx } from '../../../platform/database/tx.js';

/** A text, and the language that it is to be read in. */
export interface Target {
  readonly owner: string;
  readonly language: string;
}

/** A translation that a person wrote, which readers have or do not have yet. */
export interface Proposal extends Target {
  readonly id: string;
  readonly dyadId: string;
  readonly body: string;
  readonly proposedBy: string;
  readonly side: Side;
  readonly at: Date;
  readonly state: 'open' | 'shown' | 'declined' | 'replaced' | 'outdated';
  readonly reason: string;
}

/** Somebody who stands behind a translation. */
export interface Stance {
  readonly translation: string;
  readonly member: string;
  readonly side: Side;
}

const columns = `id, dyad_id as "dyadId", owner_id as owner, target as language, body, proposed_by as "proposedBy", side, at,
  state, reason`;

/** What people propose, and who stands behind what. */
@Injectable()
export class ProposalRepository {
  async add(tx: Tx, one: Omit<Proposal, 'state' | 'reason'>): Promise<void> {
    await tx.query(
      `insert into translation_proposal (id, dyad_id, owner_id, target, body, proposed_by, side, at, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'open')`,
      [one.id, one.dyadId, one.owner, one.language, one.body, one.proposedBy, one.side, one.at],
    );
  }

  /** One that waits, locked. */
  lockOpen(tx: Tx, id: string, { owner, language }: Target): Promise<Proposal | undefined> {
    return tx.one<Proposal>(
      `select ${columns} from translation_proposal where id = $1 and owner_id = $2 and target = $3 and state = 'open' for update`,
      [id, owner, language],
    );
  }

  /** Those that wait, and what of one member was declined; oldest first. */
  waiting(tx: Tx, { owner, language }: Target, member: string): Promise<Proposal[]> {
    return tx.query<Proposal>(
      `select ${columns} from translation_proposal where owner_id = $1 and target = $2
         and (state = 'open' or (state = 'declined' and proposed_by = $3)) order by at, id`,
      [owner, language, member],
    );
  }

  async close(tx: Tx, id: string, state: 'shown' | 'declined', at: Date, reason = ''): Promise<void> {
    await tx.query(`update translation_proposal set state = $2, closed_at = $3, reason = $4 where id = $1`, [
      id,
      state,
      at,
      reason,
    ]);
  }

  /** Whoever proposes anew takes back what they proposed before, also what was declined. */
  async replace(tx: Tx, { owner, language }: Target, member: string, at: Date): Promise<void> {
    await tx.query(
      `update translation_proposal set state = 'replaced', closed_at = $4, reason = ''
       where owner_id = $1 and target = $2 and proposed_by = $3 and state in ('open', 'declined')`,
      [owner, language, member, at],
    );
  }

  /** Ends all that wait for texts which were written anew. */
  outdate(
    tx: Tx,
    owners: readonly string[],
    at: Date,
  ): Promise<Pick<Proposal, keyof Target | 'dyadId' | 'proposedBy'>[]> {
    return tx.query(
      `update translation_proposal set state = 'outdated', closed_at = $2
       where owner_id = any($1::uuid[]) and state = 'open'
       returning owner_id as owner, target as language, dyad_id as "dyadId", proposed_by as "proposedBy"`,
      [owners, at],
    );
  }

  /** Somebody stands behind a translation from now on; who did already goes on. */
  async stand(tx: Tx, dyadId: string, owner: string, { translation, member, side }: Stance, at: Date): Promise<void> {
    await tx.query(
      `insert into translation_stance (translation_id, member_id, dyad_id, owner_id, side, at) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [translation, member, dyadId, owner, side, at],
    );
  }

  standing(tx: Tx, translations: readonly string[]): Promise<Stance[]> {
    return tx.query<Stance>(
      `select translation_id as translation, member_id as member, side from translation_stance
       where translation_id = any($1::uuid[]) order by at, member_id`,
      [translations],
    );
  }

  async remove(tx: Tx, owners: readonly string[]): Promise<void> {
    await tx.query(`delete from translation_proposal where owner_id = any($1::uuid[])`, [owners]);
    await tx.query(`delete from translation_stance where owner_id = any($1::uuid[])`, [owners]);
  }
}
