// The real server for a bench: built code, a database of its own, one dyad with a thread of thirty posts, and sessions.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../../dist/server/app.module.js';
import { AccountRegistrar } from '../../dist/server/modules/identity/account-registrar.port.js';
import { Enrolment } from '../../dist/server/modules/dyads/enrolment.port.js';
import { Founding } from '../../dist/server/modules/dyads/founding.port.js';
import { Forum } from '../../dist/server/modules/forums/forum.port.js';
import { readConfig } from '../../dist/server/platform/config/config.js';
import { startEmbeddedPostgres } from '../../dist/server/platform/database/embedded-postgres.js';
import { migrate } from '../../dist/server/platform/database/migrate.js';
import { UnitOfWork } from '../../dist/server/platform/database/unit-of-work.js';
import { createApp } from '../../dist/server/platform/http/create-app.js';
import { tables } from '../../dist/server/tables.js';

const people = 50;
const posts = 30;
const both = (text) => ({ bg: text, mk: text });
const paragraph = 'Реката е наша и ваша, и затоа ја мериме заедно секоја сабота наутро, пред да зборуваме за вина. ';

const folder = mkdtempSync(join(tmpdir(), 'entente-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir: folder });
await migrate(postgres.url, tables);
const config = readConfig({
  NODE_ENV: 'test',
  LOG_LEVEL: 'error',
  ENTENTE_SECRET: 'only-for-benches-0123456789-abcdefghij',
  TRANSLATION_ENGINES: 'pseudo',
});
const app = await createApp(
  AppModule.with({ config, databaseUrl: postgres.url, schema: tables, requestLimits: false }),
  config,
);
await app.listen(0, '127.0.0.1');

const seeded = await app.get(UnitOfWork).run('all dyads', async (tx) => {
  const dyadId = await app.get(Founding).found(tx, {
    slug: 'bench',
    name: both('Мерење'),
    purpose: both('Мерење'),
    sides: { a: { label: both('А'), language: 'bg' }, b: { label: both('Б'), language: 'mk' } },
    charter: [{ number: 1, title: both('Слушаме'), body: both('Слушаме.') }],
    disclosures: [],
  });
  const cookies = [];
  let writer;
  for (let at = 0; at < people; at += 1) {
    const registrar = app.get(AccountRegistrar);
    const accountId = await registrar.register(tx, { login: `bench${at}`, passwordHash: null, language: 'mk' });
    const side = at % 2 ? 'a' : 'b';
    const member = await app.get(Enrolment).enrol(tx, {
      dyadId,
      accountId,
      pseudonym: `reader ${at}`,
      side,
      roles: ['citizen'],
      writesIn: 'mk',
      acceptedCharterVersion: 1,
    });
    writer ??= { memberId: member.id, side, dyadId };
    cookies.push(`__Host-entente=${(await registrar.openSession(tx, accountId)).token}`);
  }
  const forum = app.get(Forum);
  await forum.openTopic(tx, dyadId, { slug: 'river', title: both('Река'), description: both('Река'), mode: 'post' });
  const { thread } = await forum.openThread(tx, writer, {
    topic: 'river',
    title: 'Вода',
    text: paragraph.repeat(4),
    language: 'mk',
  });
  for (let at = 1; at < posts; at += 1)
    await forum.write(tx, writer, { thread, text: paragraph.repeat(4), language: 'mk' });
  const topic = await tx.one('select id from topic limit 1');
  return { thread, topic: topic.id, cookies };
});
process.on('message', (question) => {
  if (question === 'memory') process.send({ memory: process.memoryUsage().rss });
});
process.send({ port: app.getHttpServer().address().port, folder, ...seeded });
process.once('SIGTERM', async () => {
  await app.close();
  await postgres.stop();
  process.exit(0);
});
