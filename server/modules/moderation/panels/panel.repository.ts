import { Injectable } from '@nestjs/common';
import type { Side } from '../../../../shared/access/actor.js';
import type { Tx } from '../../../platform/database/tx.js';
import { conflictIn } from '../decisions/conflict-of-interest.js';
import type { Eligible, PanelMatter, PanelSeat, Saying, StoredPanel } from './panel.js';

const columns = `p.id, p.dyad_id as "dyadId", p.item_id as "itemId", p.proposal_id as "proposalId", p.appeal_id as "appealId",
  p.state, p.opened_at as "openedAt", p.due_at as "dueAt"`;

const proposalOf = (matter: PanelMatter): string | null => ('proposalId' in matter ? matter.proposalId : null);
const appealOf = (matter: PanelMatter): string | null => ('appealId' in matter ? matter.appealId : null);

/** Panels with their seats; whoever changes one has locked the item it is about. */
@Injectable()
export class PanelRepository {
  async add(tx: Tx, panel: StoredPanel): Promise<void> {
    const { id, dyadId, itemId, proposalId, appealId, state, openedAt, dueAt } = panel;
    await tx.query(
      `insert into moderation_panel (id, dyad_id, item_id, proposal_id, appeal_id, state, opened_at, due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, dyadId, itemId, proposalId, appealId, state, openedAt, dueAt],
    );
  }

  async setState(tx: Tx, id: string, state: StoredPanel['state'], dueAt: Date): Promise<void> {
    await tx.query(`update moderation_panel set state = $2, due_at = $3 where id = $1`, [id, state, dueAt]);
  }

  /** @throws Failure `moderation.conflict_of_interest` where the database refuses */
  async seat(tx: Tx, panel: StoredPanel, side: Side, memberId: string, at: Date): Promise<void> {
    try {
      await tx.query(
        `insert into moderation_panel_seat (panel_id, side, dyad_id, member_id, at) values ($1, $2, $3, $4, $5)`,
        [panel.id, side, panel.dyadId, memberId, at],
      );
    } catch (error) {
      throw conflictIn(error);
    }
  }

  async say(tx: Tx, dyadId: string, { panel, side, verdict, note }: Saying, at: Date): Promise<void> {
    await tx.query(
      `insert into moderation_verdict (panel_id, side, dyad_id, verdict, note, at) values ($1, $2, $3, $4, $5, $6)`,
      [panel, side, dyadId, verdict, note, at],
    );
  }

  /** The panel that is to decide a matter now, or waits to be drawn. */
  openOf(tx: Tx, matter: PanelMatter): Promise<StoredPanel | undefined> {
    return tx.one<StoredPanel>(
      `select ${columns} from moderation_panel p
       where (proposal_id = $1 or appeal_id = $2) and state in ('waiting', 'deliberating')`,
      [proposalOf(matter), appealOf(matter)],
    );
  }

  /** Of each proposal the newest panel that was not dissolved. */
  newestOf(tx: Tx, proposals: readonly string[]): Promise<StoredPanel[]> {
    return tx.query<StoredPanel>(
      `select distinct on (proposal_id) ${columns} from moderation_panel p
       where proposal_id = any($1::uuid[]) and state <> 'dissolved' order by proposal_id, opened_at desc, p.id desc`,
      [proposals],
    );
  }

  /** The seats of panels; of both sides before the neutral one, in an order that says nothing of a side. */
  seatsOf(tx: Tx, panels: readonly string[]): Promise<PanelSeat[]> {
    return tx.query<PanelSeat>(
      `select s.panel_id as panel, s.side, s.member_id as "memberId", v.verdict, v.note, v.at
       from moderation_panel_seat s left join moderation_verdict v on v.panel_id = s.panel_id and v.side = s.side
       where s.panel_id = any($1::uuid[]) order by s.panel_id, s.side = 'neutral', s.member_id`,
      [panels],
    );
  }

  /** Everybody on call who may sit on a panel for this matter, by the rules that the database refuses seats by. */
  eligible(tx: Tx, dyadId: string, itemId: string, matter: PanelMatter, now: Date): Promise<Eligible[]> {
    return tx.query<Eligible>(
      `select m.id as "memberId", m.side,
         (select count(*)::int from moderation_panel_seat s join moderation_panel p on p.id = s.panel_id
          where s.member_id = m.id and p.state = 'dissolved' and (p.proposal_id = $3 or p.appeal_id = $4)
            and not exists (select from moderation_verdict v where v.panel_id = s.panel_id and v.side = s.side)) as "drawnBefore"
       from member m left join moderation_roster r on r.member_id = m.id
       where m.dyad_id = $1 and moderation_may_serve(m, $5) and coalesce(r.on_call, true)
         and moderation_seat_conflict($2, $3, $4, m.id, $5) is null`,
      [dyadId, itemId, proposalOf(matter), appealOf(matter), now],
    );
  }
}
