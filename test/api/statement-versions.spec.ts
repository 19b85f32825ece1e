import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VersionKeeping } from '../../server/modules/statements/versions/version-keeping.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import type { TestDyad, TestMember } from '../support/actors.js';
import type { TestApp } from '../support/app.js';
import { edit, typeInto, unbrokenChain, type Editor } from '../support/documents.js';
import { until } from '../support/live.js';
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

const title = { bg: 'За водата', mk: 'За водата' };
const here = (statement: string) => ({ params: { dyad: dyad.slug, statement } });
const at = (statement: string, version: number) => ({ params: { dyad: dyad.slug, statement, version } });

async function begun(visibility: 'drafters' | 'members' = 'members') {
  const { id } = await ofA.api.call('POST /api/dyads/:dyad/statements', {
    params: { dyad: dyad.slug },
    body: { title, visibility },
  });
  const editor = edit(test, ofA, id);
  open.push(editor);
  await editor.synced();
  return { id, editor, clause: [...editor.doc.getMap('clauses').keys()][0] ?? '' };
}

async function write(editor: Editor, clause: string, side: 'a' | 'b', words: string): Promise<void> {
  const { count } = editor.saved;
  typeInto(editor.doc, clause, side, words);
  await until(() => editor.saved.count > count);
}

const named = (who: TestMember, statement: string, name: string) =>
  who.api.try('POST /api/dyads/:dyad/statements/:statement/versions', {
    ...here(statement),
    body: { name, language: 'bg' },
  });
const list = (who: TestMember, statement: string) =>
  who.api.call('GET /api/dyads/:dyad/statements/:statement/versions', { ...here(statement), query: {} });
const read = (who: TestMember, statement: string) =>
  who.api.call('GET /api/dyads/:dyad/statements/:statement', here(statement));
const restore = (who: TestMember, statement: string, version: number) =>
  who.api.try('POST /api/dyads/:dyad/statements/:statement/versions/:version/restoration', at(statement, version));

describe('a version that is kept', () => {
  it('has all that is committed, its number, and the hash of its exact characters', async () => {
    const { id, editor, clause } = await begun();
    await write(editor, clause, 'a', 'Реката е наша.');
    const keep = () =>
      test.app
        .get(UnitOfWork)
        .run({ dyadId: dyad.id }, (tx) =>
          test.app
            .get(VersionKeeping)
            .keep(tx, { statement: { id, dyadId: dyad.id }, memberId: ofA.id, kind: 'frozen' }),
        );
    const [one, other] = [await keep(), await keep()];
    expect(JSON.parse(one.canonical)).toMatchObject({
      languages: { a: 'bg', b: 'mk' },
      title,
      clauses: [{ id: clause, a: [{ content: [{ text: 'Реката е наша.' }] }], b: [] }],
    });
    expect(one.hash).toBe(createHash('sha256').update(one.canonical, 'utf8').digest('hex'));
    expect(other).toMatchObject({ number: 2, hash: one.hash, seq: one.seq });
  });

  it('gets numbers without gaps when several keep one at once', async () => {
    const { id } = await begun();
    await Promise.all([named(ofA, id, 'едно'), named(ofB, id, 'друго'), named(neutral, id, 'трето')]);
    expect((await list(citizen, id)).versions.map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  it('is never rewritten by the application', async () => {
    await named(ofA, (await begun()).id, 'едно');
    await test.database.query('begin');
    await test.database.query('set local role entente_app');
    await expect(test.database.query(`update statement_version set clauses = '[]'`)).rejects.toMatchObject({
      code: '42501',
    });
    await test.database.query('rollback');
  });
});

describe('versions of a statement', () => {
  it('are listed with who, which day, and which clauses changed since the one before', async () => {
    const { id, editor, clause } = await begun();
    await write(editor, clause, 'a', 'Реката е наша.');
    expect((await named(ofA, id, 'След първото четене')).status).toBe(201);
    const { clause: second } = await ofB.api.call('POST /api/dyads/:dyad/statements/:statement/clauses', {
      ...here(id),
      body: { after: null },
    });
    await write(editor, clause, 'b', 'Реката е наша.');
    await named(ofB, id, 'С нова точка');
    const { versions, more } = await list(citizen, id);
    expect(more).toBe(false);
    expect(versions).toMatchObject([
      {
        number: 2,
        kind: 'named',
        name: { text: 'С нова точка', language: 'bg' },
        by: { id: ofB.id },
        clauses: 2,
        since: { added: [1], changed: [2], removed: [], reordered: false },
      },
      { number: 1, clauses: 1, since: null },
    ]);
    const view = await citizen.api.call('GET /api/dyads/:dyad/statements/:statement/versions/:version', at(id, 1));
    expect(view.clauses).toMatchObject([{ id: clause, texts: { a: [{ type: 'paragraph' }], b: [] } }]);
    expect(second).not.toBe(clause);
  });

  it('come in pages', async () => {
    const { id } = await begun();
    for (let one = 0; one < 32; one += 1) await named(ofA, id, `версия ${one}`);
    const first = await list(ofA, id);
    expect([first.versions.length, first.more, first.versions.at(-1)?.since]).toEqual([30, true, expect.anything()]);
    const rest = await ofA.api.call('GET /api/dyads/:dyad/statements/:statement/versions', {
      ...here(id),
      query: { below: first.versions.at(-1)?.number },
    });
    expect([rest.versions.map(({ number }) => number), rest.more]).toEqual([[2, 1], false]);
  });

  it('are named by drafters only, and those of a draft for drafters are found by nobody else', async () => {
    const { id } = await begun('drafters');
    expect((await named(neutral, id, 'неутрално')).status).toBe(201);
    expect((await named(citizen, id, 'чуждо')).problem.code).toBe('access.denied');
    const denied = await citizen.api.try('GET /api/dyads/:dyad/statements/:statement/versions/:version', at(id, 1));
    expect(denied.problem.code).toBe('request.not_found');
    const nothing = await citizen.api.try('GET /api/dyads/:dyad/statements/:statement/versions', {
      ...here(id),
      query: {},
    });
    expect(nothing.problem.code).toBe('request.not_found');
  });
});

describe('a version that is taken up again', () => {
  it('brings texts, clauses and their order back for everybody who has it open, and keys hold again', async () => {
    const { id, editor, clause } = await begun();
    await write(editor, clause, 'a', 'Реката е наша.');
    await write(editor, clause, 'b', 'Реката е наша.');
    const hash = (await read(ofA, id)).clauses[0]?.hash ?? '';
    await ofB.api.call('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/keys', {
      params: { dyad: dyad.slug, statement: id, clause },
      body: { kind: 'agree', hash },
    });
    await named(ofA, id, 'Добрата');
    const { clause: added } = await ofA.api.call('POST /api/dyads/:dyad/statements/:statement/clauses', {
      ...here(id),
      body: { after: null },
    });
    await write(editor, clause, 'b', 'И езерото.');
    expect((await read(ofA, id)).clauses.map(({ state }) => state)).toEqual(['open', 'open']);
    await until(() => editor.doc.getMap('clauses').has(added));

    expect((await restore(ofB, id, 1)).status).toBe(201);
    await until(() => !editor.doc.getMap('clauses').has(added));
    const view = await read(citizen, id);
    expect(view.clauses).toMatchObject([{ id: clause, hash, state: 'agreed_by_b' }]);
    const { versions } = await list(citizen, id);
    expect(versions[0]).toMatchObject({ number: 2, kind: 'restored', restores: 1, by: { id: ofB.id } });
    expect(versions[0]?.hash).toBe(versions[1]?.hash);
    expect(await unbrokenChain(test, id)).toBe(true);
  });

  it('brings a clause back that was taken out', async () => {
    const { id, editor, clause } = await begun();
    await write(editor, clause, 'a', 'Реката е наша.');
    const { hash } = (await read(ofA, id)).clauses[0] ?? {};
    await ofA.api.call('POST /api/dyads/:dyad/statements/:statement/clauses', { ...here(id), body: { after: clause } });
    await named(ofA, id, 'С двете');
    const before = (await read(ofA, id)).clauses.map((one) => one.id);
    await ofA.api.call('DELETE /api/dyads/:dyad/statements/:statement/clauses/:clause', {
      params: { dyad: dyad.slug, statement: id, clause },
    });
    await restore(ofA, id, 1);
    const after = (await read(ofA, id)).clauses;
    expect(after.map((one) => one.id)).toEqual(before);
    expect(after[0]?.hash).toBe(hash);
  });

  it('is refused to who may not write, and while the statement is not being drafted', async () => {
    const { id } = await begun();
    await named(ofA, id, 'едно');
    expect((await restore(neutral, id, 1)).problem.code).toBe('document.read_only');
    expect((await restore(citizen, id, 1)).problem.code).toBe('access.denied');
    expect((await restore(ofA, id, 7)).problem.code).toBe('request.not_found');
    await test.database.query(`update statement set state = 'frozen' where id = $1`, [id]);
    expect((await restore(ofA, id, 1)).problem.code).toBe('document.read_only');
  });
});
