// Makes the items of a folder anew from their events and verifies them, beside the bare statements on the same rows. Its last
// line is what was measured, as JSON: in seconds, but for a decision, in milliseconds.
import pg from 'pg';
import { EventLedger } from '../../dist/server/modules/moderation/event-ledger.port.js';
import { openApplication } from './application.mjs';
import { percentiles } from './figures.mjs';
import { databaseSeconds, usage } from './usage.mjs';

const times = 3;
const decisions = 100;
const atOnce = 5_000;

const application = await openApplication();
const { app, run, databaseUrl } = application;
const [{ id: dyadId }] = await run((tx) => tx.query(`select id from dyad where slug = 'bench'`));
const ledger = app.get(EventLedger);
const owner = new pg.Client({ connectionString: databaseUrl });
await owner.connect();

const bare = await median(readAndWrite);
let found;
const rebuild = () => run(async (tx) => (found = await ledger.rebuild(tx, dyadId)));
const intact = await median(rebuild);
const anew = await median(rebuild, () => owner.query('update moderation_item set version = 0, shown = not shown'));
const before = used();
await rebuild();
const processor = used() - before;
const whole = await median(() => run(async (tx) => (found = await ledger.verify(tx, dyadId))));
const decision = await decideBarely();
await owner.end();
await application.close();
const measured = { bare, intact, anew, processor, whole, decision };
process.stdout.write(`\n${JSON.stringify({ events: found.events, fault: found.fault, ...measured })}\n`);
process.exit(0);

/** Seconds of processor time so far, of this process and of the database: what a busy machine does not change much. */
function used() {
  return usage().seconds + databaseSeconds(process.env.DATA_DIR);
}

/** All events read in their order, and all items written once, without looking at them. */
async function readAndWrite() {
  for (let seq = 0, rows; rows === undefined || rows.length === atOnce; seq += atOnce)
    ({ rows } = await owner.query(
      `select * from moderation_event where dyad_id = $1 and seq > $2 order by seq limit ${atOnce}`,
      [dyadId, seq],
    ));
  const { rows: items } = await owner.query('select * from moderation_item where dyad_id = $1', [dyadId]);
  await owner.query('begin');
  await owner.query('create temporary table bare_item (like moderation_item including indexes) on commit drop');
  for (let from = 0; from < items.length; from += atOnce)
    await owner.query('insert into bare_item select * from jsonb_populate_recordset(null::moderation_item, $1)', [
      JSON.stringify(items.slice(from, from + atOnce)),
    ]);
  await owner.query('commit');
}

/** One item locked and changed, one event added, committed. @returns p95 in milliseconds */
async function decideBarely() {
  await owner.query('create table bare_event (like moderation_event including indexes)');
  const { rows } = await owner.query(`select id from moderation_item where state = 'pending' limit ${decisions}`);
  const waits = [];
  for (const [at, { id }] of rows.entries()) {
    const began = performance.now();
    await owner.query('begin');
    await owner.query('select * from moderation_item where id = $1 for update', [id]);
    await owner.query('update moderation_item set since = since where id = $1', [id]);
    await owner.query('insert into bare_event select * from moderation_event where dyad_id = $1 and seq = $2', [
      dyadId,
      at + 1,
    ]);
    await owner.query('commit');
    waits.push(performance.now() - began);
  }
  await owner.query('drop table bare_event');
  return percentiles(waits).p95;
}

/** @param before what is done before each time, and not measured */
async function median(work, before = async () => undefined) {
  const seconds = [];
  for (let time = 0; time < times; time += 1) {
    await before();
    const began = performance.now();
    await work();
    seconds.push((performance.now() - began) / 1000);
  }
  return percentiles(seconds).p50;
}
