import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MemoryImporting } from '../../server/modules/translation/interchange/memory-importing.js';
import { MemoryRepository } from '../../server/modules/translation/memory/memory.repository.js';
import { percentOf } from '../../server/modules/translation/memory/scoring.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { foundDyad, type TestDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';

const pair = { source: 'mk', target: 'bg' };
/** The share of words and signs from which an entry must be found. */
const found = 60;
const more = 50;

/** A number below `most` that looks like any other and is the same every time. */
const below = (most: number, ...of: readonly number[]): number =>
  createHash('sha256').update(of.join(' ')).digest().readUInt32BE() % most;

/** One of 300 words, a few of which are in every other sentence; or a number. */
const wordAt = (sentence: number, place: number): string => {
  const word = Math.floor(300 ** (below(1000, sentence, place) / 1000));
  return word % 10 === 7 ? String(below(97, sentence, place, 1)) : `збор${String.fromCodePoint(0x430 + word)}`;
};

/** Sentences of three to eleven words, of which every fourth is the one before with another word and another ending. */
const sentences = Array.from({ length: 2_000 }, (_, at) => {
  const like = at % 4 === 3 ? at - 1 : at;
  const words = Array.from({ length: 3 + (like % 9) }, (_unused, place) => wordAt(place === at % 3 ? at : like, place));
  return `${words.join(like % 2 === 0 ? ' ' : ', ')}${at % 3 === 0 ? '?' : '.'}`;
});

let test: TestApp;
let dyad: TestDyad;
let other: TestDyad;
beforeAll(async () => {
  test = await startApp();
  [dyad, other] = [await foundDyad(test, 'likeness'), await foundDyad(test, 'likeness-of-others')];
  for (const { id } of [dyad, other]) await bring(id);
});
afterAll(() => test.close());

async function bring(dyadId: string): Promise<void> {
  const rows = sentences.map((sentence) => `mk,bg,"${sentence}","${sentence}"\r\n`);
  const text = `source_language,target_language,source,target\r\n${rows.join('')}`;
  const file = { format: 'csv', fileName: 'likeness.csv', isByPeople: true, by: null, text } as const;
  await test.app.get(UnitOfWork).run({ dyadId }, (tx) => test.app.get(MemoryImporting).bring(tx, dyadId, file));
}

const alike = (sought: string): Promise<string[]> =>
  test.app.get(UnitOfWork).run({ dyadId: dyad.id }, async (tx) => {
    const rows = await test.app.get(MemoryRepository).alike(tx, dyad.id, pair, sought, more);
    return rows.map(({ source }) => source);
  });

it('finds every sentence of which three words in five are the same, and each once', async () => {
  let nearest = 0;
  for (const sentence of sentences.filter((_, at) => at % 97 === 0)) {
    const sought = sentence.replace(/^\S+/, 'сосема');
    const near = [...new Set(sentences)].filter((one) => percentOf(sought, one, true) >= found);
    const rows = await alike(sought);
    expect(new Set(rows).size).toBe(rows.length);
    if (near.length <= more) expect(rows, sought).toEqual(expect.arrayContaining(near));
    nearest += near.length;
  }
  expect(nearest).toBeGreaterThan(20);
  expect(await alike('Ниту еден збор не е ист')).toEqual([]);
  expect(await alike('…')).toEqual([]);
});

it('takes numbers for equal that differ, since translators change them', async () => {
  await test.app.get(UnitOfWork).run({ dyadId: dyad.id }, async (tx) => {
    const text = 'source_language,target_language,source,target\r\nmk,bg,Точка 5,Точка 5\r\n';
    const file = { format: 'csv', fileName: 'numbers.csv', isByPeople: true, by: null, text } as const;
    await test.app.get(MemoryImporting).bring(tx, dyad.id, file);
  });
  expect(await alike('Точка 12')).toEqual(['Точка 5']);
});

it('reads the index of words and no other, also when PostgreSQL has not counted the entries yet', async () => {
  await test.database.query('begin');
  await test.database.query(`select set_config('app.dyad', $1, true)`, [dyad.id]);
  await test.database.query(`select memory_alike($1, 'mk', 'bg', $2, 9)`, [dyad.id, sentences[0]]);
  const read = await test.database.query(
    `select relname as name from pg_class where relname like 'memory_entry%' and pg_stat_get_xact_numscans(oid) > 0`,
  );
  await test.database.query('rollback');
  expect(read).toEqual([{ name: 'memory_entry_signs' }]);
});
