import { Injectable } from '@nestjs/common';
import type { ItemEvent } from '../../../../shared/moderation/moderation.lifecycle.js';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';
import type { Tx } from '../../../platform/database/tx.js';
import { genesis, linkHash } from './event-chain.js';
import type { ItemHistory, KeptEvent } from './item.js';

const decisionsCounted = 50;

const columns = `seq::int as seq, id, dyad_id as "dyadId", item_id as "itemId", type, state, actor_id as "actorId",
  actor_side as "actorSide", reason, note, payload, policy_version as "policyVersion", tool, automated,
  caused_by as "causedBy", waited_seconds as "waitedSeconds", at`;

/** An event with its links, as they are stored. */
export interface ChainedEvent extends KeptEvent {
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/** The newest link of a dyad's chain. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: Buffer;
}

/** The events: added at the end of their dyad's chain, and never touched again. */
@Injectable()
export class ItemEventRepository {
  /**
   * Adds an event behind the newest of its dyad. The chain's head stays locked until the commit: items are locked before
   * it, and streams of signals after it.
   */
  async append(tx: Tx, event: Omit<KeptEvent, 'seq'>): Promise<void> {
    const head = await this.lockHead(tx, event.dyadId);
    const kept: KeptEvent = { ...event, seq: head.seq + 1 };
    const hash = linkHash(head.hash, kept);
    await tx.query(
      `with head as (update moderation_chain set seq = $4, hash = $6 where dyad_id = $2)
       insert into moderation_event (id, dyad_id, item_id, seq, previous, hash, type, state, actor_id, actor_side, reason,
         note, payload, policy_version, tool, automated, caused_by, waited_seconds, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
      [
        kept.id,
        kept.dyadId,
        kept.itemId,
        kept.seq,
        head.hash,
        hash,
        kept.type,
        kept.state,
        kept.actorId,
        kept.actorSide,
        kept.reason,
        kept.note,
        JSON.stringify(kept.payload),
        kept.policyVersion,
        kept.tool,
        kept.automated,
        kept.causedBy,
        kept.waitedSeconds,
        kept.at,
      ],
    );
  }

  private async lockHead(tx: Tx, dyadId: string): Promise<ChainHead> {
    const head = await tx.one<ChainHead>(
      `insert into moderation_chain (dyad_id, seq, hash) values ($1, 0, $2)
       on conflict (dyad_id) do update set seq = moderation_chain.seq returning seq::int as seq, hash`,
      [dyadId, genesis],
    );
    return head ?? { seq: 0, hash: genesis };
  }

  head(tx: Tx, dyadId: string): Promise<ChainHead | undefined> {
    return tx.one<ChainHead>(`select seq::int as seq, hash from moderation_chain where dyad_id = $1`, [dyadId]);
  }

  /** The events of a dyad behind a place in its chain, in their order. */
  after(tx: Tx, dyadId: string, seq: number, limit: number): Promise<ChainedEvent[]> {
    // By the column, not by the number of the same name that is told: only the column has an index.
    return tx.query<ChainedEvent>(
      `select ${columns}, previous, hash from moderation_event
       where dyad_id = $1 and seq > $2 order by moderation_event.seq limit $3`,
      [dyadId, seq, limit],
    );
  }

  /** What happened to items, oldest first. */
  history(tx: Tx, items: readonly string[]): Promise<ItemHistory[]> {
    return tx.query<ItemHistory>(
      `select item_id as "itemId", type, actor_side as side, reason, note, at from moderation_event
       where item_id = any($1::uuid[]) order by seq`,
      [items],
    );
  }

  /** The reason that the newest event of a kind gave. */
  async reasonOf(tx: Tx, item: string, type: ItemEvent): Promise<ReasonCode | undefined> {
    const row = await tx.one<{ reason: ReasonCode }>(
      `select reason from moderation_event where item_id = $1 and type = $2 and reason is not null order by seq desc limit 1`,
      [item, type],
    );
    return row?.reason;
  }

  /** The sides that have looked at keys given for them, by proposal. */
  reviewsOf(tx: Tx, proposals: readonly string[]): Promise<{ readonly proposal: string; readonly side: string }[]> {
    return tx.query(
      `select e.payload->>'proposal' as proposal, e.payload->>'proxyFor' as side
       from moderation_proposal p join moderation_event e on e.item_id = p.item_id and e.type = 'confirm'
         and e.payload->>'proposal' = p.id::text
       where p.id = any($1::uuid[])`,
      [proposals],
    );
  }

  /** The median wait, in seconds, of the last decisions in a dyad; nothing before the first. */
  async usualWait(tx: Tx, dyadId: string): Promise<number | null> {
    const row = await tx.one<{ seconds: number | null }>(
      `select percentile_cont(0.5) within group (order by waited_seconds)::float8 as seconds from
         (select waited_seconds from moderation_event where dyad_id = $1 and waited_seconds is not null
          order by at desc limit ${decisionsCounted}) as latest`,
      [dyadId],
    );
    return row?.seconds ?? null;
  }
}
