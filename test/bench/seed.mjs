// Fills a data folder for a bench, through the modules: one dyad, two hundred members with sessions, a thread of thirty
// posts. The server is started on the folder afterwards. Its last line is what was made, as JSON.
import { Forum } from '../../dist/server/modules/forums/forum.port.js';
import { FactRelay } from '../../dist/server/platform/events/fact-relay.js';
import { SignalRelay } from '../../dist/server/platform/events/signal-relay.js';
import { enrol, foundDyad, openApplication } from './application.mjs';

const people = 200;
const posts = 30;
const both = (text) => ({ bg: text, mk: text });
const paragraph = 'Реката е наша и ваша, и затоа ја мериме заедно секоја сабота наутро, пред да зборуваме за вина. ';

const application = await openApplication();
const { app, run } = application;
const dyadId = await foundDyad(application);
const members = await enrol(application, dyadId, { people, roles: ['citizen'] });
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
await application.close();
process.stdout.write(`\n${JSON.stringify({ thread, topic, tokens: members.map(({ token }) => token) })}\n`);
process.exit(0);
