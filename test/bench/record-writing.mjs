// Writes with the log and without it, in turns, while its sequencer and signer run; and how soon what was committed is
// signed, at half of that load. Its last line is what was measured, as JSON.
import { setTimeout as pause } from 'node:timers/promises';
import { foundDyad, openApplication } from './application.mjs';
import { percentiles } from './figures.mjs';
import { clients, makeTables, median, rate, runs, transactions } from './record-rows.mjs';

const seconds = 4;
const latencySeconds = 5;
const application = await openApplication();
const { app, run, databaseUrl } = application;
await makeTables(databaseUrl);
const dyadId = await foundDyad(application);
const { bare, twice, logged } = transactions(app, dyadId);
for (const act of [bare, twice, logged]) await rate(act, { seconds: 1 });

const measured = { bare: [], twice: [], logged: [] };
const middles = { twice: [], logged: [] };
for (let turn = 0; turn < runs; turn += 1) {
  for (const [name, act] of Object.entries({ bare, twice, logged })) {
    const { perSecond, taken } = await rate(act, { seconds });
    measured[name].push(perSecond);
    middles[name]?.push(percentiles(taken).p50);
  }
}
const waits = await signedAfter();
const rates = Object.fromEntries(Object.entries(measured).map(([name, values]) => [name, median(values)]));
const shareOf = (name) => median(measured.logged.map((value, at) => value / measured[name][at]));
await application.close();
process.stdout.write(
  `${JSON.stringify({
    rates,
    ofTwice: shareOf('twice'),
    ofBare: shareOf('bare'),
    middles: { twice: median(middles.twice), logged: median(middles.logged) },
    signed: percentiles(waits),
  })}\n`,
);

/** Half as much as was just managed, evenly. @returns the milliseconds from each commit until a signed checkpoint has it */
async function signedAfter() {
  const perSecond = median(measured.logged) / 2;
  const committed = new Map();
  const found = [];
  let version = 1_000_000;
  let ended = false;
  const [{ size }] = await run((tx) =>
    tx.query(`select published_size::int as size from log_head where dyad_id = $1`, [dyadId]),
  );
  const watching = watch(size);
  const began = performance.now();
  const client = async (number) => {
    for (let step = 0; performance.now() - began < latencySeconds * 1000; step += 1) {
      const due = began + ((step * clients + number) / perSecond) * 1000;
      await pause(Math.max(0, due - performance.now()));
      const own = (version += 1);
      await logged(own);
      committed.set(own, performance.now());
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  while (found.length < committed.size) await pause(20);
  ended = true;
  await watching;
  return found.map(([own, at]) => Math.max(0, at - committed.get(own)));

  async function watch(from) {
    let next = from;
    while (!ended) {
      const rows = await run((tx) =>
        tx.query(
          `select r.seq::int, (r.about->>'version')::int as version from record_entry r
           join log_head h on h.dyad_id = r.dyad_id
           where r.dyad_id = $1 and r.seq >= $2 and r.seq < h.published_size order by r.seq`,
          [dyadId, next],
        ),
      );
      const at = performance.now();
      for (const row of rows) if (row.version > 1_000_000) found.push([row.version, at]);
      next = (rows.at(-1)?.seq ?? next - 1) + 1;
      await pause(5);
    }
  }
}
