import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import {
  edit,
  makeDocument,
  storedDocument,
  unbrokenChain,
  wordsOf,
  writersAreDrafters,
  type Editor,
} from '../support/documents.js';
import { until } from '../support/live.js';

let database: TestDatabase;
let test: TestApp;
let dyad: TestDyad;
let ana: TestMember;
let boris: TestMember;

beforeAll(async () => {
  database = await createDatabase();
  test = await startApp({}, database);
  dyad = await foundDyad(test, 'river');
  writersAreDrafters(test);
  ana = await member(test, dyad, { side: 'a', roles: ['drafter'] });
  boris = await member(test, dyad, { side: 'b', roles: ['drafter'] });
});
afterAll(async () => {
  await test.close();
  await database.drop();
});

const saved = (editor: Editor, document: string): Promise<void> =>
  until(async () => wordsOf(await storedDocument(test, document)).toString() === editor.text());

it('REL-08: what somebody wrote offline for as long as a session lasts is merged, also after the document was put together and the server began anew', async () => {
  const document = await makeDocument(test, dyad);
  const [away, here] = [edit(test, ana, document), edit(test, boris, document)];
  await Promise.all([away.synced(), here.synced()]);
  away.type('Преди. ');
  await until(() => here.text() === 'Преди. ');
  away.provider.disconnect();
  away.type('Без мрежа. ');
  for (let line = 0; line < 60; line += 1) {
    here.type(`ред${line}. `);
    await new Promise(setImmediate);
  }
  await saved(here, document);
  here.close();
  await test.close();
  const [state] = await database.query<{ upto_seq: string }>(
    'select upto_seq from document_state where document_id = $1',
    [document],
  );
  expect(Number(state?.upto_seq)).toBeGreaterThan(50);

  test = await startApp({}, database);
  test.clock.advance({ hours: 23, minutes: 50 });
  writersAreDrafters(test);
  const back = edit(test, ana, document, { doc: away.doc });
  await back.synced();
  back.type('После. ');
  await saved(back, document);
  for (const words of ['Преди. ', 'Без мрежа. ', 'ред0. ', 'ред59. ', 'После. '])
    expect(back.text().split(words)).toHaveLength(2);
  const reader = edit(test, boris, document);
  await reader.synced();
  expect(reader.text()).toBe(back.text());
  expect(await unbrokenChain(test, document)).toBe(true);
  const owners = await database.query<{ member_id: string }>(
    'select member_id from document_writer where document_id = $1 and client = $2',
    [document, away.doc.clientID],
  );
  expect(owners).toEqual([{ member_id: ana.id }]);
  expect(Y.encodeStateVector(reader.doc)).toEqual(Y.encodeStateVector(back.doc));
  back.close();
  reader.close();
  away.provider.destroy();
});
