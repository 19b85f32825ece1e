// Fills the queue of translations of a folder, and has it drained; beside Apertium alone, as the server asks it, on the same
// sentences. Its last line is what was measured, as JSON: in seconds.
import { join } from 'node:path';
import { Forum } from '../../dist/server/modules/forums/forum.port.js';
import { ApertiumServer } from '../../dist/server/modules/translation/engine/apertium-server.js';
import { ApertiumEngine } from '../../dist/server/modules/translation/engine/apertium.engine.js';
import { TranslationWorker } from '../../dist/server/modules/translation/translation-worker.js';
import { OutgoingRequests } from '../../dist/server/platform/http/outgoing-requests.js';
import { enrol, foundDyad, openApplication } from './application.mjs';
import { percentiles } from './figures.mjs';
import { usage } from './usage.mjs';

const posts = 1000;
const together = 50;
const atOnce = 2;
const runs = 3;
const both = (text) => ({ bg: text, mk: text });
const sentences = [
  'Водата во реката не е чиста, и ние сакаме да ја мериме заедно.',
  'Вчера на средбата зборувавме за училиштето и за мостот.',
  'Никој не може да каже дека проблемот е решен.',
  'Предлагам да се сретнеме во сабота наутро кај стариот мост.',
  'Договорот има два текста, и двата се еднакво важни.',
  'Децата од двете страни учат заедно уште од есента.',
  'Не се согласувам со предлогот, но разбирам зошто е даден.',
];
// No two are the same, or what the cache knows would be counted as what Apertium does.
const [times, places, deeds] = [
  'вчера денес утре наутро вечерва лани зимава летово есента пролетва'.split(' '),
  'на средбата|во училиштето|кај мостот|на пазарот|во градот|во селото|кај реката|во паркот|на станицата|во библиотеката'.split(
    '|',
  ),
  'зборувавме|пеевме|читавме|работевме|плачевме|се смеевме|пишувавме|учевме|чекавме|гледавме'.split('|'),
];
const texts = Array.from({ length: posts }, (_, at) => {
  const [time, place, deed] = [times[at % 10], places[Math.floor(at / 10) % 10], deeds[Math.floor(at / 100) % 10]];
  return `${sentences[at % sentences.length].slice(0, -1)}, ${time} ${place} ${deed}.`;
});

process.env.TRANSLATION_ENGINES = 'apertium';
const application = await openApplication({ background: false });
const { app, run } = application;
const dyadId = await foundDyad(application);
const [author] = await enrol(application, dyadId, { people: 1, roles: ['citizen'] });
const writer = { memberId: author.id, side: author.side, dyadId };
const thread = await run(async (tx) => {
  await app
    .get(Forum)
    .openTopic(tx, dyadId, { slug: 'river', title: both('Река'), description: both('Река'), mode: 'post' });
  const begun = { topic: 'river', title: 'Вода', text: sentences[0], language: 'mk' };
  return (await app.get(Forum).openThread(tx, writer, begun)).thread;
});
// What waits by then is not of the thousand, and starts the engine.
await app.get(TranslationWorker).idle();

const before = await median(byEngine);
for (const text of texts) await run((tx) => app.get(Forum).write(tx, writer, { thread, text, language: 'mk' }));
const drained = await seconds(() => app.get(TranslationWorker).idle());
const [{ done }] = await run((tx) =>
  tx.query(`select count(*)::int as done from translation where engine = 'apertium'`),
);
if (done === 0) throw new Error('Nothing was translated: Apertium or its package apertium-apy is not installed');
const [{ waiting }] = await run((tx) => tx.query('select count(*)::int as waiting from translation_job'));
if (waiting > 0) throw new Error(`${waiting} texts were not translated`);
const after = await median(byEngine);
const { megabytes } = usage();
await application.close();
process.stdout.write(`\n${JSON.stringify({ posts, alone: (before + after) / 2, drained, megabytes })}\n`);
process.exit(0);

/** The same sentences through a server of its own, as segments, and nothing else. */
async function byEngine() {
  const server = new ApertiumServer(new OutgoingRequests([], { warn: () => undefined }));
  const engine = new ApertiumEngine(join(process.env.DATA_DIR, 'apertium'), { server });
  const pair = { source: 'mk', target: 'bg' };
  const signal = AbortSignal.timeout(60_000);
  await engine.translate(pair, [{ id: 's', html: sentences[0] }], signal);
  const segments = texts.map((html, at) => ({ id: `s${at}`, html }));
  const time = await seconds(async () => {
    let from = 0;
    const work = async () => {
      while (from < segments.length) {
        const batch = segments.slice(from, (from += together));
        const made = await engine.translate(pair, batch, signal);
        if (made.length !== batch.length) throw new Error('Apertium lost a sentence');
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  });
  await engine.stop();
  return time;
}

async function seconds(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function median(work) {
  const all = [];
  for (let time = 0; time < runs; time += 1) all.push(await work());
  return percentiles(all).p50;
}
