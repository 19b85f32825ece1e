import { Injectable } from '@nestjs/common';
import type { ProposalState } from '../../../../shared/moderation/proposal.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Proposal } from './proposal.js';

const columns = `id, dyad_id as "dyadId", item_id as item, revision, measure, passages,
  case when sanction is null then null else json_build_object('kind', sanction, 'days', sanction_days) end as sanction,
  reason, policy_version as "policyVersion", article, facts, class, encode(action_hash, 'hex') as "actionHash", state,
  proposed_by as "proposedBy", proposed_side as "proposedSide", opened_at as "openedAt", expires_at as "expiresAt",
  bulk_parent as bulk`;

/** Proposals as they stand; whoever changes one has locked its item. */
@Injectable()
export class ProposalRepository {
  async add(tx: Tx, proposal: Proposal): Promise<void> {
    await tx.query(
      `insert into moderation_proposal (id, revision, measure, passages, sanction, sanction_days, reason, policy_version,
         article, facts, class, action_hash, expires_at, dyad_id, item_id, state, proposed_by, proposed_side, opened_at, bulk_parent)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)`,
      [
        ...worded(proposal),
        proposal.dyadId,
        proposal.item,
        proposal.state,
        proposal.proposedBy,
        proposal.proposedSide,
        proposal.openedAt,
        proposal.bulk,
      ],
    );
  }

  /** Another wording takes the place of the one before. */
  async reword(tx: Tx, proposal: Proposal): Promise<void> {
    await tx.query(
      `update moderation_proposal set revision = $2, measure = $3, passages = $4, sanction = $5, sanction_days = $6, reason = $7,
         policy_version = $8, article = $9, facts = $10, class = $11, action_hash = $12, expires_at = $13 where id = $1`,
      worded(proposal),
    );
  }

  /** @param closedAt when it is over; nothing while a panel decides */
  async setState(tx: Tx, id: string, state: ProposalState, closedAt: Date | null): Promise<void> {
    await tx.query(`update moderation_proposal set state = $2, closed_at = $3 where id = $1`, [id, state, closedAt]);
  }

  find(tx: Tx, id: string): Promise<Proposal | undefined> {
    return tx.one<Proposal>(`select ${columns} from moderation_proposal where id = $1`, [id]);
  }

  /** The one proposal about an item that is not over, if there is one. */
  openOf(tx: Tx, item: string): Promise<Proposal | undefined> {
    return tx.one<Proposal>(
      `select ${columns} from moderation_proposal where item_id = $1 and state in ('open', 'escalated')`,
      [item],
    );
  }

  async addBulk(tx: Tx, bulk: { id: string; dyadId: string; openedBy: string; openedAt: Date }): Promise<void> {
    await tx.query(`insert into moderation_bulk (id, dyad_id, opened_by, opened_at) values ($1, $2, $3, $4)`, [
      bulk.id,
      bulk.dyadId,
      bulk.openedBy,
      bulk.openedAt,
    ]);
  }

  /** What was proposed together, by item. */
  async ofBulk(tx: Tx, bulk: string): Promise<ReadonlyMap<string, Proposal>> {
    const rows = await tx.query<Proposal>(`select ${columns} from moderation_proposal where bulk_parent = $1`, [bulk]);
    return new Map(rows.map((row) => [row.item, row]));
  }

  /** Of each item the proposal that is not over, else the newest. */
  newestOf(tx: Tx, items: readonly string[]): Promise<Proposal[]> {
    return tx.query<Proposal>(
      `select distinct on (item_id) ${columns} from moderation_proposal where item_id = any($1::uuid[])
       order by item_id, (state in ('open', 'escalated')) desc, opened_at desc, moderation_proposal.id desc`,
      [items],
    );
  }
}

/** What a proposal says, in the order of both statements. */
const worded = (proposal: Proposal): unknown[] => [
  proposal.id,
  proposal.revision,
  proposal.measure,
  proposal.passages,
  proposal.sanction?.kind ?? null,
  proposal.sanction?.days ?? null,
  proposal.reason,
  proposal.policyVersion,
  proposal.article,
  JSON.stringify(proposal.facts),
  proposal.class,
  Buffer.from(proposal.actionHash, 'hex'),
  proposal.expiresAt,
];
