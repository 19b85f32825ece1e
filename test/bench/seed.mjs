// Fills a data folder for a bench, through the modules: one dyad, two hundred members with sessions, a thread of thirty
// posts. The server is started on the folder afterwards. Its last line is what was made, as JSON.
import { join } from 'node:path';
import { AppModule } from '../../dist/server/app.module.js';
import { Enrolment } from '../../dist/server/modules/dyads/enrolment.port.js';
import { Founding } from '../../dist/server/modules/dyads/founding.port.js';
import { Forum } from '../../dist/server/modules/forums/forum.port.js';
import { AccountRegistrar } from '../../dist/server/modules/identity/account-registrar.port.js';
import { readConfig } from '../../dist/server/platform/config/config.js';
import { startEmbeddedPostgres } from '../../dist/server/platform/database/embedded-postgres.js';
import { migrate } from '../../dist/server/platform/database/migrate.js';
import { UnitOfWork } from '../../dist/server/platform/database/unit-of-work.js';
import { FactRelay } from '../../dist/server/platform/events/fact-relay.js';
import { SignalRelay } from '../../dist/server/platform/events/signal-relay.js';
import { createApp } from '../../dist/server/platform/http/create-app.js';
import { tables } from '../../dist/server/tables.js';

const people = 200;
const posts = 30;
const both = (text) => ({ bg: text, mk: text });
const paragraph = 'Реката е наша и ваша, и затоа ја мериме заедно секоја сабота наутро, пред да зборуваме за вина. ';

const config = readConfig();
const postgres = await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') });
await migrate(postgres.url, tables);
const app = await createApp(
  AppModule.with({ config, databaseUrl: postgres.url, schema: tables, requestLimits: false }),
  config,
);
await app.init();
const run = (work) => app.get(UnitOfWork).run('all dyads', work);

const dyadId = await run((tx) =>
  app.get(Founding).found(tx, {
    slug: 'bench',
    name: both('Мерење'),
    purpose: both('Мерење'),
    sides: { a: { label: both('А'), language: 'bg' }, b: { label: both('Б'), language: 'mk' } },
    charter: [{ number: 1, title: both('Слушаме'), body: both('Слушаме.') }],
    disclosures: [],
  }),
);
const members = await run(async (tx) => {
  const made = [];
  for (let number = 0; number < people; number += 1) made.push(await member(tx, number));
  return made;
});
const writer = { memberId: members[0].id, side: members[0].side, dyadId };
const { thread, topic } = await run(async (tx) => {
  const forum = app.get(Forum);
  await forum.openTopic(tx, dyadId, { slug: 'river', title: both('Река'), description: both('Река'), mode: 'post' });
  const text = paragraph.repeat(4);
  const opened = await forum.openThread(tx, writer, { topic: 'river', title: 'Вода', text, language: 'mk' });
  for (let number = 1; number < posts; number += 1)
    await forum.write(tx, writer, { thread: opened.thread, text, language: 'mk' });
  const { id } = await tx.one('select id from topic limit 1');
  return { thread: opened.thread, topic: id };
});
await app.get(FactRelay).idle();
await app.get(SignalRelay).idle();
await app.close();
await postgres.stop();
process.stdout.write(`\n${JSON.stringify({ thread, topic, tokens: members.map(({ token }) => token) })}\n`);
process.exit(0);

/** Half of them on each side, all with the charter accepted. */
async function member(tx, number) {
  const registrar = app.get(AccountRegistrar);
  const accountId = await registrar.register(tx, { login: `bench${number}`, passwordHash: null, language: 'mk' });
  const side = number % 2 === 0 ? 'b' : 'a';
  const { id } = await app.get(Enrolment).enrol(tx, {
    dyadId,
    accountId,
    pseudonym: `reader ${number}`,
    side,
    roles: ['citizen'],
    writesIn: 'mk',
    acceptedCharterVersion: 1,
  });
  const { token } = await registrar.openSession(tx, accountId);
  return { id, side, token };
}
