import type { QueryRunner } from 'typeorm';
import { genesis, linkHash } from '../items/event-chain.js';
import type { EventPayload, KeptEvent } from '../items/item.js';

interface EarlierEvent extends Omit<
  KeptEvent,
  'payload' | 'seq' | 'policyVersion' | 'tool' | 'automated' | 'causedBy'
> {
  readonly kind: 'post';
  readonly content: string;
  readonly place: string;
  readonly amends: boolean;
  readonly authorId: string;
  readonly authorSide: 'a' | 'b' | 'neutral';
  readonly before: string | null;
  /** For the hold that is running: until when. */
  readonly heldUntil: Date | null;
}

const earlier = `select e.id, e.dyad_id as "dyadId", e.item_id as "itemId", e.type, e.state, e.actor_id as "actorId",
    e.actor_side as "actorSide", e.reason, e.note, e.waited_seconds as "waitedSeconds", e.at,
    i.kind, i.content_id as content, i.place_id as place, i.amends, i.author_id as "authorId", i.author_side as "authorSide",
    case when i.state = 'held' and e.type = 'hold' and e.id = (select h.id from moderation_event h
      where h.item_id = i.id and h.type = 'hold' order by h.at desc, h.id desc limit 1) then i.held_until end as "heldUntil",
    lag(e.state) over (partition by e.item_id order by e.at, e.id) as before
  from moderation_event e join moderation_item i on i.id = e.item_id order by e.dyad_id, e.at, e.id`;

/**
 * Gives the events from before there was a chain their places in it, with what their items' standings follow from: which
 * revision each was about, and that a later revision took the place of an earlier one, which was not an event of its own.
 */
export async function chainEarlierEvents(runner: QueryRunner): Promise<void> {
  await addUpdates(runner);
  const events = (await runner.query(earlier)) as EarlierEvent[];
  const revisions = new Map<string, number>();
  const heads = new Map<string, { seq: number; hash: Buffer }>();
  for (const event of events) {
    const { seq, hash: previous } = heads.get(event.dyadId) ?? { seq: 0, hash: genesis };
    const kept: KeptEvent = { ...toldAnew(event, revisions), seq: seq + 1 };
    const hash = linkHash(previous, kept);
    heads.set(event.dyadId, { seq: seq + 1, hash });
    await runner.query(
      `update moderation_event set type = $2, seq = $3, previous = $4, hash = $5, payload = $6, tool = $7, automated = $8
       where id = $1`,
      [kept.id, kept.type, kept.seq, previous, hash, JSON.stringify(kept.payload), kept.tool, kept.automated],
    );
  }
  for (const [dyadId, { seq, hash }] of heads)
    await runner.query(`insert into moderation_chain (dyad_id, seq, hash) values ($1, $2, $3)`, [dyadId, seq, hash]);
}

/** The approval of a later revision was written as an event of that revision alone. */
async function addUpdates(runner: QueryRunner): Promise<void> {
  await runner.query(`
    insert into moderation_event (id, dyad_id, item_id, type, state, actor_id, actor_side, at)
    select gen_random_uuid(), e.dyad_id, first.id, 'update', coalesce((select p.state from moderation_event p
        where p.item_id = first.id and p.at <= e.at order by p.at desc, p.id desc limit 1), 'live'),
      e.actor_id, e.actor_side, e.at
    from moderation_event e
    join moderation_item later on later.id = e.item_id
    join moderation_item first on first.kind = later.kind and first.content_id = later.content_id and not first.amends
    where e.type = 'approve' and e.state = 'merged'`);
}

/** @param revisions the newest revision of each content so far, by content and by item */
function toldAnew(event: EarlierEvent, revisions: Map<string, number>): Omit<KeptEvent, 'seq'> {
  const { kind, content, place, amends, authorId, authorSide, before, heldUntil, ...told } = event;
  const written = event.type === 'submit' || event.type === 'revise';
  if (written) revisions.set(content, (revisions.get(content) ?? 0) + 1);
  const passed = written && event.state !== 'pending';
  const payload: EventPayload = {
    ...(event.type === 'submit' && { origin: { kind, content, place, amends, authorId, authorSide } }),
    ...((written || event.type === 'update') && { revision: revisions.get(content) ?? 1 }),
    ...(passed && { mode: 'post' as const }),
    ...(event.type === 'hold' && { until: (heldUntil ?? new Date(event.at.getTime() + 24 * 3_600_000)).toISOString() }),
  };
  const isAuthor = written || event.type === 'withdraw';
  return {
    ...told,
    // One moderator could end another's hold then, by the word that publishes.
    type: event.type === 'approve' && before === 'held' ? 'release' : event.type,
    payload,
    policyVersion: null,
    tool: event.actorId === null ? 'timer' : isAuthor ? 'author' : 'desk',
    automated: event.actorId === null,
    causedBy: null,
  };
}
