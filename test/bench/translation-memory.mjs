// Fills the memory of a dyad with fifty thousand sentences and looks sentences up in it, as the page of those who translate
// does. Its last line is what was measured, as JSON: in milliseconds.
import { randomUUID } from 'node:crypto';
import { MemoryImporting } from '../../dist/server/modules/translation/interchange/memory-importing.js';
import { MemoryService } from '../../dist/server/modules/translation/memory/memory.service.js';
import { foundDyad, openApplication } from './application.mjs';
import { percentiles } from './figures.mjs';
import { seeded } from './seeded.mjs';

const entries = 50_000;
const asked = 200;
const random = seeded(7);
const pick = (list) => list[Math.floor(random() * list.length)];

// Words with the letters that words of the language begin, go on and end with: as many different ones as a memory has.
const [begins, goes, ends] = [
  'во на пр до из раз по об мо ре ве до го ма ле со'.split(' '),
  'да ла ни ре ти ко ва ми но са ри ло ту ве га жи'.split(' '),
  'та от ње ва ни ме ата иот ење ува ски ство'.split(' '),
];
const words = Array.from({ length: 4000 }, () => {
  const inside = Array.from({ length: 1 + Math.floor(random() * 2) }, () => pick(goes)).join('');
  return `${pick(begins)}${inside}${pick(ends)}`;
});
// Few words are said often and many seldom (Zipf's law).
const word = () => words[Math.floor(words.length ** random()) - 1];
const sentence = () => `${Array.from({ length: 10 + Math.floor(random() * 5) }, word).join(' ')}.`;

const application = await openApplication({ background: false });
const { app } = application;
const dyadId = await foundDyad(application);
const sources = Array.from({ length: entries }, sentence);
const cells = sources.map((source, at) => `mk,bg,${source},${source.replaceAll('о', 'ъ')} ${at}\r\n`);
const file = { format: 'csv', fileName: 'bench.csv', isByPeople: true, by: null };
const half = entries / 2;
for (const part of [cells.slice(0, half), cells.slice(half)])
  await application.run((tx) =>
    app
      .get(MemoryImporting)
      .bring(tx, dyadId, { ...file, text: `source_language,target_language,source,target\r\n${part.join('')}` }),
  );
await application.run((tx) => tx.query('select count(*) from memory_entry'));

const permit = { member: { dyadId, memberId: randomUUID(), side: 'a' } };
const memory = app.get(MemoryService);
/** A sentence of the memory with one word changed. */
const near = () => pick(sources).replace(/^\S+/, word());
const fuzzy = await times(async () => {
  const { matches } = await memory.match(
    { body: { from: 'mk', to: 'bg', text: near(), before: '', after: '' } },
    permit,
  );
  if (matches.length === 0) throw new Error('a sentence with one word changed was not found');
});
const concordance = await times(async () => {
  const said = pick(sources).split(' ').slice(2, 4).join(' ');
  const { entries: found } = await memory.list({ query: { words: said } }, permit);
  if (found.length === 0) throw new Error(`"${said}" was not found`);
});
await application.close();
process.stdout.write(`\n${JSON.stringify({ entries, fuzzy, concordance })}\n`);
process.exit(0);

async function times(work) {
  for (let warm = 0; warm < 20; warm += 1) await work();
  const all = [];
  for (let time = 0; time < asked; time += 1) {
    const began = performance.now();
    await work();
    all.push(performance.now() - began);
  }
  return percentiles(all);
}
