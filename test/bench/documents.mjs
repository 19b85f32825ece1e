// Documents written together: what it costs to tell two hundred people what ten write, five hundred documents at once,
// coming into a long document, a burst, many who come at once and readers who stall; beside a bare WebSocket relay.
import { measureBurst } from './documents-burst.mjs';
import { measureComing, measureCrowd } from './documents-crowd.mjs';
import { measureMany } from './documents-many.mjs';
import { measureStalled } from './documents-stalled.mjs';
import { measureTrace } from './documents-trace-joins.mjs';
import { addresses, changedByRestart, relaySide, serverSide } from './documents-sides.mjs';
import { atMost } from './figures.mjs';
import { seed, temporaryFolder } from './process.mjs';

/** @returns rows of what was measured, with targets where there are any */
export async function measure(say) {
  say('Seeding documents, one of them with a long history');
  const folder = temporaryFolder();
  const { documents, tokens, trace } = await seed(folder, 'documents-seed.mjs');
  const from = await addresses(tokens.length);
  /** Everybody who opens a document: people by number, from addresses of their own. */
  const people = (document, numbers) =>
    numbers.map((number) => ({
      document,
      cookie: `__Host-entente=${tokens[number % tokens.length]}`,
      address: from[number % tokens.length],
    }));
  const rows = await measureTrace(say, { folder, trace, who: people(documents.trace[0], [0])[0] });
  const ours = await serverSide(folder);
  const relay = await relaySide();
  const setting = { ours, relay, people };
  rows.push(
    ...(await measureCrowd(say, { ...setting, document: documents.crowd[0] })),
    ...(await measureComing(say, { ...setting, document: documents.crowd[0] })),
    ...(await measureBurst(say, { ...setting, document: documents.burst[0] })),
    ...(await measureStalled(say, { ...setting, document: documents.stalled[0] })),
    ...(await measureMany(say, { ...setting, documents: documents.many })),
  );
  await relay.stop();
  await ours.stop();
  say('Starting again, and comparing what the documents say');
  const changed = await changedByRestart(folder, ours.said, people);
  rows.push(atMost(`of ${ours.said.size} documents, changed by a restart`, changed, '', 0));
  return rows.filter(({ value }) => !Number.isNaN(value));
}
