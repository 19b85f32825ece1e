// A backlog that is given its numbers, beside bare inserts in turns; then what readers, verifiers and witnesses ask of the
// log that has come of it. Its last line is what was measured, as JSON.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogReading } from '../../dist/server/modules/record/log/log-reading.js';
import { PublicRecord } from '../../dist/server/modules/record/record.port.js';
import { root, run as program } from '../../server/launch/steps.mjs';
import { foundDyad, openApplication, vacuum } from './application.mjs';
import { percentiles } from './figures.mjs';
import { inBrowser } from './record-browser.mjs';
import { makeTables, median, rate, runs, transactions } from './record-rows.mjs';
import { cosigned } from './record-witness.mjs';

const backlog = 12_000;
const receipts = 400;
const requests = 2000;
/** As many entries at least as the log has that a browser checks whole. */
const wholeInBrowser = 10_000;
const application = await openApplication({ background: false });
const { app, run, databaseUrl } = application;
await makeTables(databaseUrl);
const dyadId = await foundDyad(application);
const { bare, logged } = transactions(app, dyadId);
await app.get(PublicRecord).settled();
await rate(bare, { seconds: 1 });

const [rates, shares] = [[], []];
for (let turn = 0; turn < runs; turn += 1) {
  const { perSecond } = await rate(bare, { seconds: 2 });
  await rate(logged, { seconds: 600, times: backlog });
  const began = performance.now();
  await app.get(PublicRecord).settled();
  rates.push((backlog / (performance.now() - began)) * 1000);
  shares.push(rates.at(-1) / perSecond);
}

await vacuum(databaseUrl);
const size = await run(async (tx) => Number(await one(tx, 'select published_size as n from log_head')));
const receipt = (at) => run((tx) => app.get(LogReading).receipt(tx, 'bench', (at * 7919) % size));
await rate(receipt, { seconds: 1, atOnce: 1 });
const proven = [];
for (let turn = 0; turn < runs; turn += 1) {
  const { taken } = await rate(receipt, { seconds: 60, times: receipts, atOnce: 1 });
  proven.push(percentiles(taken).p99);
}
const stored = await run(async (tx) => ({
  record: Number(await one(tx, 'select sum(octet_length(record)) as n from log_entry')),
  log: Number(
    await one(
      tx,
      `select sum(pg_total_relation_size(t::regclass)) as n from unnest(array['log_entry', 'log_tile', 'log_checkpoint']) t`,
    ),
  ),
}));

await app.listen(0, '127.0.0.1');
const url = `http://127.0.0.1:${app.getHttpServer().address().port}`;
const fetched = (path) => async () => {
  const answer = await fetch(url + path);
  if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`);
  return answer.arrayBuffer();
};
const file = stillFile();
const served = [];
for (let turn = 0; turn < runs; turn += 1) {
  const still = await rate(fetched(file), { seconds: 1 });
  const tile = await rate(fetched('/log/bench/tile/0/000'), { seconds: 1 });
  served.push({ still: still.perSecond, tile: tile.perSecond });
}
const folder = mkdtempSync(join(tmpdir(), 'entente-record-'));
const entente = (...words) => program(process.execPath, [join(root, 'dist', 'server', 'cli', 'main.js'), ...words], {});
await entente('witness', 'mirror', folder, '--log', `${url}/log/bench/`);
const began = performance.now();
const { code, output } = await entente('verify', 'export', folder);
const checked = performance.now() - began;
if (code !== 0) throw new Error(output);
stored.wire = bytesIn(join(folder, 'tile'));
rmSync(folder, { recursive: true });
const witness = await cosigned(requests);
const browser = await inBrowser({ url: `${url}/log/bench`, ...(await checkpointFrom(wholeInBrowser)) });
await application.close();
process.stdout.write(
  `${JSON.stringify({
    size,
    backlog: { perSecond: median(rates), ofBare: median(shares) },
    receipt: { p99: median(proven) },
    stored,
    served: { ...served.at(-1), share: median(served.map(({ still, tile }) => tile / still)) },
    checkedPerSecond: (size / checked) * 1000,
    witness,
    browser,
  })}\n`,
);

/** The bytes of all files in a folder. */
function bytesIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.reduce((bytes, { parentPath, name }) => bytes + statSync(join(parentPath, name)).size, 0);
}

/** The first checkpoint of so many entries or more. */
function checkpointFrom(entries) {
  return run((tx) =>
    tx.one('select size, note as checkpoint from log_checkpoint where size >= $1 order by size limit 1', [entries]),
  );
}

/** The path of the file of the client that is closest to a full tile in length. */
function stillFile() {
  const tileBytes = 8192;
  const assets = join(root, 'dist', 'client', 'assets');
  const lengths = readdirSync(assets).map((name) => [name, Math.abs(statSync(join(assets, name)).size - tileBytes)]);
  return `/assets/${lengths.toSorted(([, one], [, other]) => one - other)[0][0]}`;
}

async function one(tx, query) {
  return (await tx.one(query)).n;
}
