// Fills a data folder for the bench of moderation: a dyad whose log has a hundred thousand events, with citizens and
// moderators who are signed in, posts that wait for a moderator, and posts that readers have. Its last line is what was
// made, as JSON.
import { Forum } from '../../dist/server/modules/forums/forum.port.js';
import { ItemEventRepository } from '../../dist/server/modules/moderation/items/item-event.repository.js';
import { TranslationWorker } from '../../dist/server/modules/translation/translation-worker.js';
import { FactRelay } from '../../dist/server/platform/events/fact-relay.js';
import { SignalRelay } from '../../dist/server/platform/events/signal-relay.js';
import { enrol, foundDyad, openApplication, vacuum } from './application.mjs';
import { makeHistory } from './moderation-history.mjs';
import { keepHistory } from './moderation-rows.mjs';

const events = 100_000;
const citizens = 120;
const moderators = 60;
const waiting = 600;
const published = 300;
const both = (text) => ({ bg: text, mk: text });
const paragraph = 'Реката е наша и ваша, и затоа ја мериме заедно секоја сабота наутро, пред да зборуваме за вина. ';

const application = await openApplication();
const { app, run } = application;
const forum = app.get(Forum);
const dyadId = await foundDyad(application);
const people = await enrol(application, dyadId, { people: citizens, roles: ['citizen'] });
const judges = await enrol(application, dyadId, {
  people: moderators,
  roles: ['moderator'],
  name: 'moderator',
  sides: ['b', 'neutral', 'a'],
});

const [before, open, pre] = await openThreads();
const head = await run((tx) => app.get(ItemEventRepository).head(tx, dyadId));
const history = makeHistory({ head, dyadId, thread: before, authors: people, moderators: judges, events });
await keepHistory(application, { dyadId, thread: before, history });
const live = await write(open, published);
await write(pre, waiting);
await app.get(TranslationWorker).idle();
await app.get(FactRelay).idle();
await app.get(SignalRelay).idle();
await vacuum(application.databaseUrl);
await application.close();
process.stdout.write(`\n${JSON.stringify({ dyadId, people, judges, live, events: history.events.length })}\n`);
process.exit(0);

function openThreads() {
  const writer = writerOf(people[0]);
  return run(async (tx) => {
    const threads = [];
    for (const [slug, mode] of Object.entries({ before: 'post', open: 'post', careful: 'pre' })) {
      await forum.openTopic(tx, dyadId, { slug, title: both('Река'), description: both('Река'), mode });
      const begun = { topic: slug, title: 'Вода', text: paragraph, language: 'mk', mode: 'post' };
      threads.push((await forum.openThread(tx, writer, begun)).thread);
    }
    return threads;
  });
}

async function write(thread, many) {
  const made = [];
  for (let number = 0; number < many; number += 1) {
    const text = `${paragraph.repeat(4)}${number}`;
    const writer = writerOf(people[number % people.length]);
    made.push((await run((tx) => forum.write(tx, writer, { thread, text, language: 'mk' }))).post);
  }
  return made;
}

function writerOf({ id, side }) {
  return { memberId: id, side, dyadId };
}
