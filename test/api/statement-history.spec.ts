import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import type { TestDyad, TestMember } from '../support/actors.js';
import type { TestApp } from '../support/app.js';
import { edit, typeInto, type Editor } from '../support/documents.js';
import { until } from '../support/live.js';
import { startStatements } from '../support/statements.js';

let test: TestApp;
let dyad: TestDyad;
let ofA: TestMember;
let ofB: TestMember;
let citizen: TestMember;
const open: Editor[] = [];

beforeAll(async () => {
  ({ test, dyad, ofA, ofB, citizen } = await startStatements());
});
afterAll(async () => {
  for (const one of open) one.close();
  await test.close();
});

const here = (statement: string) => ({ params: { dyad: dyad.slug, statement } });

async function begun(visibility: 'drafters' | 'members' = 'members') {
  const { id } = await ofA.api.call('POST /api/dyads/:dyad/statements', {
    params: { dyad: dyad.slug },
    body: { title: { bg: 'За водата', mk: 'За водата' }, visibility },
  });
  return id;
}

/** Somebody's page of the statement, with what they write in its only clause. */
async function page(who: TestMember, statement: string) {
  const editor = edit(test, who, statement);
  open.push(editor);
  await editor.synced();
  const clause = [...editor.doc.getMap('clauses').keys()][0] ?? '';
  const write = async (side: 'a' | 'b', words: string): Promise<void> => {
    const { count } = editor.saved;
    typeInto(editor.doc, clause, side, words);
    await until(() => editor.saved.count > count);
  };
  return { editor, clause, write };
}

const history = (who: TestMember, statement: string, query: { from?: number; limit?: number; upto?: number } = {}) =>
  who.api.call('GET /api/dyads/:dyad/statements/:statement/history', { ...here(statement), query });
const authorship = (who: TestMember, statement: string) =>
  who.api.call('GET /api/dyads/:dyad/statements/:statement/authorship', here(statement));

describe('the history of a statement', () => {
  it('goes in steps by writer and pause, with the day, who wrote, and what changed', async () => {
    const id = await begun();
    const [a, b] = [await page(ofA, id), await page(ofB, id)];
    await a.write('a', 'Реката');
    await a.write('a', 'е наша.');
    await b.write('b', 'Реката е наша.');
    test.clock.advance({ minutes: 11 });
    await b.write('b', 'И езерото.');
    const told = await history(citizen, id);
    expect(told.total).toBe(4);
    expect(told.steps.map(({ number, by }) => [number, by])).toEqual([
      [1, []],
      [2, [ofA.id]],
      [3, [ofB.id]],
      [4, [ofB.id]],
    ]);
    const words = told.steps.map(({ clauses }) => clauses.map(({ texts }) => [texts.a.length, texts.b.length]));
    expect(words).toEqual([[[0, 0]], [[2, 0]], [[2, 1]], [[2, 2]]]);
    expect(told.people.map((one) => one.id).toSorted()).toEqual([ofA.id, ofB.id].toSorted());
    expect(JSON.stringify(told)).not.toMatch(/T\d\d:/);
  });

  it('comes in pages that stay what they are while people go on writing', async () => {
    const id = await begun();
    const [a, b] = [await page(ofA, id), await page(ofB, id)];
    for (let round = 0; round < 3; round += 1) {
      await a.write('a', `ред ${round}`);
      await b.write('b', `ред ${round}`);
    }
    const first = await history(ofA, id, { limit: 3 });
    await a.write('a', 'по-късно');
    const second = await history(ofA, id, { from: 4, limit: 20, upto: first.upto });
    expect([first.total, second.total]).toEqual([7, 7]);
    expect([...first.steps, ...second.steps].map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(second.steps[0]?.clauses).toMatchObject([{ id: a.clause, texts: { a: { length: 2 }, b: { length: 1 } } }]);
    // Backwards it is read anew, and says the same.
    expect(await history(ofA, id, { limit: 3, upto: first.upto })).toEqual(first);
    expect((await history(ofA, id, { from: 900 })).steps).toEqual([]);
  });

  it('is told in two hundred steps at most, however many there are', async () => {
    const id = await begun();
    await test.database.query(
      `insert into document_update (document_id, dyad_id, seq, member_id, bytes, chain, at)
       select $1, $2, seq, case when seq % 3 = 0 then $3::uuid else $4::uuid end, '\\x0000', '\\x00', now()
       from generate_series(2, 60000) as seq`,
      [id, dyad.id, ofA.id, ofB.id],
    );
    await test.database.query(`update document set seq = 60000 where id = $1`, [id]);
    const { total, steps, upto } = await history(ofA, id, { from: 101, limit: 1 });
    expect(total).toBeLessThanOrEqual(200);
    expect(total).toBeGreaterThan(100);
    expect(upto).toBe(60_000);
    expect(steps.map(({ number }) => number)).toEqual([101]);
  });

  it('of a draft for drafters is found by nobody else', async () => {
    const id = await begun('drafters');
    for (const part of ['history', 'authorship'] as const) {
      const route = `GET /api/dyads/:dyad/statements/:statement/${part}` as const;
      expect((await citizen.api.try(route, { ...here(id) })).problem.code).toBe('request.not_found');
    }
  });
});

describe('who wrote which words', () => {
  it('is told by runs, whoever else wrote in the same line', async () => {
    const id = await begun();
    const [a, b] = [await page(ofA, id), await page(ofB, id)];
    await a.write('a', 'Реката е наша.');
    await until(() => wordsIn(b.editor, b.clause) !== undefined);
    const { count } = b.editor.saved;
    wordsIn(b.editor, b.clause)?.insert(6, ' и мостът');
    await until(() => b.editor.saved.count > count);
    const told = await authorship(citizen, id);
    expect(told.clauses[0]?.a[0]).toEqual([
      { text: 'Реката', by: ofA.id },
      { text: ' и мостът', by: ofB.id },
      { text: ' е наша.', by: ofA.id },
    ]);
    expect(told.people.map(({ pseudonym }) => pseudonym).toSorted()).toEqual([ofA.pseudonym, ofB.pseudonym].toSorted());
  });

  it('is who took a version up again, of the words that came back; and nobody can write on in their name', async () => {
    const id = await begun();
    const a = await page(ofA, id);
    await a.write('a', 'Реката е наша.');
    await ofA.api.call('POST /api/dyads/:dyad/statements/:statement/versions', {
      ...here(id),
      body: { name: 'едно', language: 'bg' },
    });
    await a.write('a', 'Добавено.');
    await ofB.api.call('POST /api/dyads/:dyad/statements/:statement/versions/:version/restoration', {
      params: { dyad: dyad.slug, statement: id, version: '1' },
    });
    const expected = [[{ text: 'Реката е наша.', by: ofB.id }]];
    expect((await authorship(ofA, id)).clauses[0]?.a).toEqual(expected);
    const rows = await test.database.query<{ client: string; member: string | null; for: string | null }>(
      `select client, member_id as member, for_member_id as "for" from document_writer where document_id = $1 and for_member_id is not null`,
      [id],
    );
    expect(rows).toMatchObject([{ member: null, for: ofB.id }]);
  });
});

function wordsIn({ doc }: Editor, clause: string) {
  const entry = doc.getMap('clauses').get(clause) as Y.Map<Y.XmlFragment>;
  const first = entry.get('a')?.get(0) as Y.XmlElement | undefined;
  const words = first?.get(0);
  return words && 'insert' in words ? (words as Y.XmlText) : undefined;
}
