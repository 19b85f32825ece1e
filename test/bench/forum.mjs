// The forum: starting, a reader's page in a browser, reading a thread, and telling posts to two hundred readers.
import { figure } from './figures.mjs';
import { measurePage } from './page.mjs';
import { generator, pause, seed, startServer, temporaryFolder } from './process.mjs';
import { measureReading } from './reading.mjs';
import { measureStarting } from './starting.mjs';
import { Audience, bareWriterOf, measureTelling, writerOf } from './telling.mjs';

const settleMilliseconds = 2000;

/** @returns rows of what was measured, with targets where there are any */
export async function measure(say) {
  const rows = await measureStarting(say);
  say('Seeding a forum with 200 members');
  const folder = temporaryFolder();
  const { thread, topic, tokens } = await seed(folder);
  const server = await startServer(folder, { DEMO: 'off' });
  const atRest = server.megabytes();
  const cookies = tokens.map((token) => `__Host-entente=${token}`);
  const path = `/api/dyads/bench/threads/${thread}`;
  rows.push(...(await measurePage(say, { server, thread, cookies })));

  const audience = new Audience(cookies, writerOf(server.url, path));
  await audience.connect(server.url, topic);
  const signal = await audience.warmUp();
  // By then the post is translated and told again: the page stays as it is while it is read.
  await pause(settleMilliseconds);
  const readPage = async () => (await fetch(server.url + path, { headers: { cookie: cookies[0] } })).text();
  const page = await readPage();
  const bareProcess = generator('bare.mjs');
  const bare = await bareProcess.ask({ page, signal });
  const bareAudience = new Audience(cookies, bareWriterOf(bare.url));
  await bareAudience.connect(bare.url);
  await bareAudience.warmUp();

  const bytes = Buffer.byteLength(page);
  rows.push(...(await measureReading(say, { server, bare, path, cookies, bytes })));
  if ((await readPage()) !== page) throw new Error('The page changed while it was read: the baseline sent other bytes');
  const read = server.megabytes();
  rows.push(...(await measureTelling(say, { audience, bareAudience })));
  const told = server.megabytes();
  await audience.leave();
  await bareAudience.leave();
  rows.push(
    figure('memory of the server, listening', atRest, 'MB'),
    figure('memory of the server, read at saturation', read, 'MB'),
    figure('memory of the server, 200 readers told at saturation', told, 'MB'),
  );
  await bareProcess.stop();
  await server.stop();
  return rows.filter(({ value }) => value !== undefined);
}
