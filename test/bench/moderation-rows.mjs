// Writes a history into the database, some thousands of rows at a time, with the rights of the application.
import { ItemProjectionRepository } from '../../dist/server/modules/moderation/items/item-projection.repository.js';
import { ItemRepository } from '../../dist/server/modules/moderation/items/item.repository.js';

const atOnce = 5_000;

const events = `
  insert into moderation_event (id, dyad_id, item_id, seq, previous, hash, type, state, actor_id, actor_side, reason, note,
    payload, policy_version, tool, automated, caused_by, waited_seconds, at)
  select id, "dyadId", "itemId", seq, decode(previous, 'hex'), decode(hash, 'hex'), type, state, "actorId", "actorSide", reason,
    note, payload, "policyVersion", tool, automated, null, "waitedSeconds", at
  from jsonb_to_recordset($1::jsonb) as told (id uuid, "dyadId" uuid, "itemId" uuid, seq bigint, previous text, hash text,
    type text, state text, "actorId" uuid, "actorSide" text, reason text, note text, payload jsonb, "policyVersion" integer,
    tool text, automated boolean, "waitedSeconds" integer, at timestamptz)`;

const posts = `
  with told as (
    select *, row_number() over (order by at) as place
    from jsonb_to_recordset($1::jsonb) as told (id uuid, author uuid, side text, at timestamptz, text text)),
  written as (
    insert into post (id, dyad_id, thread_id, author_id, author_side, state, revision, latest_revision, written_at,
      published_seq, published_at, public_name)
    select id, $2::uuid, $3::uuid, author, side, 'live', 1, 1, at, place + $4, at, gen_random_uuid() from told),
  revised as (
    insert into post_revision (id, dyad_id, post_id, number, language, written_at)
    select id, $2::uuid, id, 1, 'mk', at from told),
  shown as (insert into post_shown (revision_id, dyad_id, at) select id, $2::uuid, at from told)
  insert into post_text (revision_id, dyad_id, source) select id, $2::uuid, text from told`;

const proposals = `
  insert into moderation_proposal (id, dyad_id, item_id, revision, measure, reason, policy_version, article, facts, class,
    action_hash, state, proposed_by, proposed_side, opened_at, expires_at, closed_at)
  select id, "dyadId", item, revision, measure, reason, "policyVersion", article, facts, 'T1', decode("actionHash", 'hex'),
    'enacted', "proposedBy", side, "openedAt", "openedAt" + interval '12 hours', "closedAt"
  from jsonb_to_recordset($1::jsonb) as told (id uuid, "dyadId" uuid, item uuid, revision integer, measure text, reason text,
    "policyVersion" integer, article integer, facts jsonb, "actionHash" text, "proposedBy" uuid, side text,
    "openedAt" timestamptz, "closedAt" timestamptz)`;

const keys = `
  insert into moderation_key (id, dyad_id, proposal_id, member_id, side, action_hash, verdict, at)
  select id, $2::uuid, proposal, member, side, decode(hash, 'hex'), 'give', at
  from jsonb_to_recordset($1::jsonb) as told (id uuid, proposal uuid, member uuid, side text, hash text, at timestamptz)`;

export async function keepHistory(application, { dyadId, thread, history }) {
  const { app, run } = application;
  await run(async (tx) => {
    const inParts = async (sql, rows, more = () => []) => {
      for (let from = 0; from < rows.length; from += atOnce)
        await tx.query(sql, [JSON.stringify(rows.slice(from, from + atOnce)), ...more(from)]);
    };
    const there = await app.get(ItemRepository).all(tx, dyadId);
    await app.get(ItemProjectionRepository).replace(tx, dyadId, [...there.values(), ...history.items.values()]);
    await inParts(posts, history.posts, (from) => [dyadId, thread, 1_000 + from]);
    await inParts(events, history.events);
    await inParts(proposals, history.proposals);
    await inParts(keys, history.keys, () => [dyadId]);
    await tx.query(`update moderation_chain set seq = $2, hash = $3 where dyad_id = $1`, [
      dyadId,
      history.head.seq,
      history.head.hash,
    ]);
  });
}
