import * as Y from 'yjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDyad, TestMember } from '../support/actors.js';
import type { TestApp } from '../support/app.js';
import { bareSocket, refusal } from '../support/bare-sockets.js';
import { edit, storedDocument, typeInto, unbrokenChain, type Editor } from '../support/documents.js';
import { hostileFrames } from '../support/hostile-updates.js';
import { pause, until } from '../support/live.js';
import { startStatements } from '../support/statements.js';

let test: TestApp;
let dyad: TestDyad;
let ofA: TestMember;
let ofB: TestMember;
let neutral: TestMember;
let citizen: TestMember;
const open: Editor[] = [];

beforeAll(async () => {
  ({ test, dyad, ofA, ofB, neutral, citizen } = await startStatements());
});
afterAll(async () => {
  for (const one of open) one.close();
  await test.close();
});

const suggestions = '/api/dyads/:dyad/statements/:statement/suggestions' as const;
const here = (statement: string) => ({ params: { dyad: dyad.slug, statement } });
const at = (statement: string, suggestion: string) => ({ params: { dyad: dyad.slug, statement, suggestion } });

/** A statement whose only clause has a text, and the page of who wrote it. */
async function begun() {
  const { id } = await ofA.api.call('POST /api/dyads/:dyad/statements', {
    params: { dyad: dyad.slug },
    body: { title: { bg: 'За водата', mk: 'За водата' } },
  });
  const page = await opened(ofA, id);
  await page.write('a', 'Реката е наша.');
  return { id, page };
}

async function opened(who: TestMember, address: string) {
  const editor = edit(test, who, address);
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

const knock = ({ api }: TestMember) => ({ cookie: api.cookie, origin: test.url });

const suggest = (who: TestMember, statement: string) =>
  who.api.try(`POST ${suggestions}`, { ...here(statement), body: { note: 'По-кратко', language: 'bg' } });

/** A suggestion in which somebody wrote a line. */
async function suggested(who: TestMember, statement: string, words = 'Предложено.') {
  const { answer } = await suggest(who, statement);
  const id = answer?.suggestion ?? '';
  const page = await opened(who, `${statement}~${id}`);
  await page.write('b', words);
  return { id, page };
}

const read = (who: TestMember, statement: string, id: string) =>
  who.api.call(`GET ${suggestions}/:suggestion`, at(statement, id));
const statementOf = (who: TestMember, statement: string) =>
  who.api.call('GET /api/dyads/:dyad/statements/:statement', here(statement));
async function accept(who: TestMember, statement: string, id: string, hash?: string) {
  const seen = hash ?? (await read(who, statement, id)).hash;
  return who.api.try(`POST ${suggestions}/:suggestion/keys`, { ...at(statement, id), body: { hash: seen } });
}
const lines = async (statement: string, side: 'a' | 'b') =>
  (await statementOf(ofA, statement)).clauses[0]?.texts[side].map((block) =>
    block.type === 'paragraph' ? block.content.map((one) => ('text' in one ? one.text : '')).join('') : '',
  );

describe('a suggestion', () => {
  it('is written beside the statement, and changes nothing in it', async () => {
    const { id } = await begun();
    const { id: suggestion } = await suggested(neutral, id);
    expect(await lines(id, 'b')).toEqual([]);
    const view = await read(citizen, id, suggestion);
    expect(view).toMatchObject({ state: 'open', role: 'read', mayDecide: false, keys: [], by: { id: neutral.id } });
    expect(view.clauses[0]?.texts.b).toMatchObject([{ content: [{ text: 'Предложено.' }] }]);
    const { suggestions: all } = await citizen.api.call(`GET ${suggestions}`, here(id));
    expect(all).toMatchObject([{ id: suggestion, note: { text: 'По-кратко', language: 'bg' } }]);
  });

  it('comes in with one key of each side, beside what was written meanwhile, and stays its writer’s', async () => {
    for (const [one, other] of [
      [ofA, ofB],
      [ofB, ofA],
    ] as const) {
      const { id, page } = await begun();
      const { id: suggestion } = await suggested(neutral, id);
      await page.write('a', 'Писано междувременно.');
      await page.write('b', 'Пишано меѓувреме.');
      const clause = (await statementOf(ofA, id)).clauses[0];
      await ofA.api.call('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/keys', {
        params: { dyad: dyad.slug, statement: id, clause: page.clause },
        body: { kind: 'agree', hash: clause?.hash ?? '' },
      });
      expect((await accept(one, id, suggestion)).status).toBe(204);
      expect(await lines(id, 'b')).toEqual(['Пишано меѓувреме.']);
      expect((await accept(one, id, suggestion)).status).toBe(204);
      expect((await read(one, id, suggestion)).state).toBe('open');
      expect((await accept(other, id, suggestion)).status).toBe(204);
      expect([await lines(id, 'a'), (await lines(id, 'b'))?.toSorted()]).toEqual([
        ['Писано междувременно.', 'Реката е наша.'],
        ['Пишано меѓувреме.', 'Предложено.'].toSorted(),
      ]);
      await until(() => JSON.stringify(page.editor.doc.getMap('clauses')).includes('Предложено.'));
      expect((await statementOf(ofA, id)).clauses).toMatchObject([{ state: 'open', fell: ['a'] }]);
      const told = await ofA.api.call('GET /api/dyads/:dyad/statements/:statement/authorship', here(id));
      expect(told.clauses[0]?.b).toContainEqual([{ text: 'Предложено.', by: neutral.id }]);
      expect(await read(citizen, id, suggestion)).toMatchObject({
        state: 'accepted',
        closed: { by: { id: other.id } },
      });
      expect(await unbrokenChain(test, id)).toBe(true);
      expect(JSON.stringify((await storedDocument(test, id)).getMap('clauses'))).toContain('Предложено.');
      // Writing goes on in what came in.
      await page.write('b', 'И още.');
      expect((await lines(id, 'b'))?.includes('И още.')).toBe(true);
    }
  });

  it('needs keys to exactly the texts it has: what is written afterwards takes them away', async () => {
    const { id } = await begun();
    const { id: suggestion, page } = await suggested(ofB, id);
    const { hash } = await read(ofA, id, suggestion);
    await accept(ofA, id, suggestion);
    await page.write('b', 'Друго.');
    expect((await read(ofA, id, suggestion)).keys).toEqual([]);
    expect((await accept(ofB, id, suggestion, hash)).problem.code).toBe('suggestion.changed');
    await accept(ofB, id, suggestion);
    expect((await read(ofA, id, suggestion)).state).toBe('open');
  });

  it('is declined with a reason, or withdrawn by who made it, once', async () => {
    const { id } = await begun();
    const { id: first, page } = await suggested(neutral, id);
    const decline = (who: TestMember, suggestion: string) =>
      who.api.try(`POST ${suggestions}/:suggestion/refusal`, {
        ...at(id, suggestion),
        body: { reason: 'Остава както е.', language: 'bg' },
      });
    const withdraw = (who: TestMember, suggestion: string) =>
      who.api.try(`DELETE ${suggestions}/:suggestion`, at(id, suggestion));
    expect((await withdraw(ofA, first)).problem.code).toBe('access.not_author');
    expect((await decline(neutral, first)).problem.code).toBe('document.read_only');
    expect((await decline(ofB, first)).status).toBe(204);
    expect((await read(neutral, id, first)).closed).toMatchObject({ reason: { text: 'Остава както е.' } });
    expect((await accept(ofA, id, first)).problem.code).toBe('suggestion.closed');
    expect((await withdraw(neutral, first)).problem.code).toBe('suggestion.closed');
    // Whose page is open there only reads from now on.
    await until(() => page.editor.roles.at(-1) === 'read');
    const { id: second } = await suggested(ofA, id);
    expect((await withdraw(ofA, second)).status).toBe(204);
    expect((await read(neutral, id, second)).state).toBe('withdrawn');
  });

  it('is made by drafters only, and while the statement is drafted', async () => {
    const { id } = await begun();
    expect((await suggest(citizen, id)).problem.code).toBe('access.denied');
    await test.database.query(`update statement set state = 'frozen' where id = $1`, [id]);
    expect((await suggest(ofA, id)).problem.code).toBe('document.read_only');
  });
});

describe('the document of a suggestion', () => {
  it('is opened by the address of both only, and by nobody who may not read the statement', async () => {
    const { id } = await begun();
    const { id: suggestion } = await suggested(neutral, id);
    const { id: other } = await begun();
    expect(await refusal(test, suggestion, knock(citizen))).toBe(404);
    expect(await refusal(test, `${other}~${suggestion}`, knock(citizen))).toBe(404);
    expect(await refusal(test, `${other}~${id}`, knock(citizen))).toBe(404);
    await test.database.query(`update statement set visibility = 'drafters' where id = $1`, [id]);
    expect(await refusal(test, `${id}~${suggestion}`, knock(citizen))).toBe(403);
  });

  it('SEC-41: who may suggest changes nothing in the statement with any frame, nor others in the suggestion', async () => {
    const { id, page } = await begun();
    const { id: suggestion } = await suggested(neutral, id);
    const said = async (document: string) => JSON.stringify((await storedDocument(test, document)).getMap('clauses'));
    for (const [who, address, document] of [
      [neutral, id, id],
      [ofA, `${id}~${suggestion}`, suggestion],
      [citizen, `${id}~${suggestion}`, suggestion],
    ] as const) {
      const before = await said(document);
      const doc = await storedDocument(test, document);
      const vector = Y.encodeStateVector(doc);
      typeInto(doc, page.clause, 'a', 'не смея');
      const update = Y.encodeStateAsUpdate(doc, vector);
      const socket = await bareSocket(test, address, knock(who));
      socket.send(hostileFrames.answer(update), hostileFrames.update(update));
      await pause(300);
      expect(await said(document)).toBe(before);
      socket.close();
    }
  });

  it('takes nothing under a client id of the statement, so that both fit together', async () => {
    const { id, page } = await begun();
    const { answer } = await suggest(ofA, id);
    const suggestion = answer?.suggestion ?? '';
    const doc = await storedDocument(test, suggestion);
    const vector = Y.encodeStateVector(doc);
    // The very client under which this person writes in the statement.
    doc.clientID = page.editor.doc.clientID;
    typeInto(doc, page.clause, 'a', 'под същото име');
    const socket = await bareSocket(test, `${id}~${suggestion}`, knock(ofA));
    socket.send(hostileFrames.update(Y.encodeStateAsUpdate(doc, vector)));
    await pause(300);
    expect(JSON.stringify((await storedDocument(test, suggestion)).getMap('clauses'))).not.toContain('под същото име');
    socket.close();
  });
});
