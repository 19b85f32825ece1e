import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDyad, TestMember } from '../support/actors.js';
import type { TestApp } from '../support/app.js';
import { edit, typeInto, type Editor } from '../support/documents.js';
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

const here = (statement: string) => ({ params: { dyad: dyad.slug, statement } });
const title = { bg: 'За водата', mk: 'За водата' };

async function begun(visibility: 'drafters' | 'members' = 'members'): Promise<string> {
  const statement = await ofA.api.call('POST /api/dyads/:dyad/statements', {
    params: { dyad: dyad.slug },
    body: { title, visibility },
  });
  return statement.id;
}

const read = (who: TestMember, statement: string) =>
  who.api.call('GET /api/dyads/:dyad/statements/:statement', here(statement));

/** Somebody's page with both texts of the only clause open. */
async function opened(who: TestMember, statement: string): Promise<Editor & { clause: string }> {
  const editor = edit(test, who, statement);
  open.push(editor);
  await editor.synced();
  const clause = [...editor.doc.getMap('clauses').keys()][0] ?? '';
  return { ...editor, clause };
}

async function written(statement: string): Promise<string> {
  const { doc, clause, saved } = await opened(ofA, statement);
  typeInto(doc, clause, 'a', 'Реката е наша.');
  typeInto(doc, clause, 'b', 'Реката е наша.');
  await until(() => saved.count >= 3);
  return clause;
}

const key = (who: TestMember, statement: string, clause: string, kind: 'agree' | 'align', hash: string) =>
  who.api.try('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/keys', {
    params: { dyad: dyad.slug, statement, clause },
    body: { kind, hash },
  });

describe('a joint statement', () => {
  it('begins with a title in both languages and one empty clause, made by the server', async () => {
    const statement = await begun();
    const view = await read(ofB, statement);
    expect(view).toMatchObject({ title, state: 'drafting', role: 'write', seq: 1 });
    expect(view.clauses).toMatchObject([{ state: 'open', texts: { a: [], b: [] }, keys: [], fell: [] }]);
  });

  it('is refused a title in one language only, by the field', async () => {
    const { problem } = await ofA.api.try('POST /api/dyads/:dyad/statements', {
      params: { dyad: dyad.slug },
      body: { title: { bg: 'За водата' } },
    });
    expect(problem.fields).toMatchObject([{ field: 'body.title.mk', rule: 'required' }]);
  });

  it('shows a draft for drafters to nobody else', async () => {
    const statement = await begun('drafters');
    const reply = await citizen.api.try('GET /api/dyads/:dyad/statements/:statement', here(statement));
    expect(reply.problem.code).toBe('request.not_found');
    const { statements } = await citizen.api.call('GET /api/dyads/:dyad/statements', { params: { dyad: dyad.slug } });
    expect(statements.map(({ id }) => id)).not.toContain(statement);
  });

  it('adds, moves and takes out clauses for everybody who has it open', async () => {
    const statement = await begun();
    const { doc, clause: first } = await opened(ofB, statement);
    const { clause } = await ofA.api.call('POST /api/dyads/:dyad/statements/:statement/clauses', {
      ...here(statement),
      body: { after: first },
    });
    await until(() => doc.getMap('clauses').has(clause));
    expect((await read(ofB, statement)).clauses.map(({ id }) => id)).toEqual([first, clause]);
    const at = { params: { dyad: dyad.slug, statement, clause } };
    await ofB.api.call('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/place', {
      ...at,
      body: { after: null },
    });
    expect((await read(ofA, statement)).clauses.map(({ id }) => id)).toEqual([clause, first]);
    await ofA.api.call('DELETE /api/dyads/:dyad/statements/:statement/clauses/:clause', at);
    await until(() => !doc.getMap('clauses').has(clause));
  });

  it('is not arranged by a citizen', async () => {
    const statement = await begun();
    const reply = await citizen.api.try('POST /api/dyads/:dyad/statements/:statement/clauses', {
      ...here(statement),
      body: { after: null },
    });
    expect(reply.problem.code).toBe('access.denied');
  });
});

describe('the one-text procedure', () => {
  it('goes from open to aligned with the keys of both sides, whoever begins', async () => {
    for (const [one, other] of [
      [ofA, ofB],
      [ofB, ofA],
    ] as const) {
      const statement = await begun();
      const clause = await written(statement);
      const state = async () => (await read(citizen, statement)).clauses[0]?.state;
      const hash = (await read(one, statement)).clauses[0]?.hash ?? '';
      expect((await key(one, statement, clause, 'agree', hash)).status).toBe(204);
      expect(await state()).toBe(`agreed_by_${one.side}`);
      expect((await key(other, statement, clause, 'agree', hash)).status).toBe(204);
      expect(await state()).toBe('agreed');
      await key(one, statement, clause, 'align', hash);
      expect(await state()).toBe('agreed');
      await key(other, statement, clause, 'align', hash);
      expect(await state()).toBe('aligned');
    }
  });

  it('opens a clause again when a text changes, and says whose agreement fell', async () => {
    const statement = await begun();
    const clause = await written(statement);
    const { hash = '' } = (await read(ofA, statement)).clauses[0] ?? {};
    await key(ofA, statement, clause, 'agree', hash);
    const { doc, saved } = await opened(ofB, statement);
    typeInto(doc, clause, 'b', 'И ваша.');
    await until(() => saved.count >= 2);
    expect((await read(ofA, statement)).clauses).toMatchObject([
      { state: 'open', fell: ['a'], keys: [{ holds: false }] },
    ]);
    expect((await key(ofB, statement, clause, 'agree', hash)).problem.code).toBe('clause.changed');
  });

  it('lets a side take its agreement back, and keeps a clause that a side agreed to', async () => {
    const statement = await begun();
    const clause = await written(statement);
    const { hash = '' } = (await read(ofA, statement)).clauses[0] ?? {};
    await key(ofA, statement, clause, 'agree', hash);
    const at = { params: { dyad: dyad.slug, statement, clause } };
    const remove = () => ofB.api.try('DELETE /api/dyads/:dyad/statements/:statement/clauses/:clause', at);
    expect((await remove()).problem.code).toBe('clause.agreed');
    await ofA.api.call('DELETE /api/dyads/:dyad/statements/:statement/clauses/:clause/keys', at);
    expect((await read(ofB, statement)).clauses).toMatchObject([{ state: 'open', keys: [], fell: [] }]);
    expect((await remove()).status).toBe(204);
  });

  it('gives somebody neutral no key', async () => {
    const statement = await begun();
    const clause = await written(statement);
    const { hash = '' } = (await read(ofA, statement)).clauses[0] ?? {};
    expect((await key(neutral, statement, clause, 'agree', hash)).problem.code).toBe('document.read_only');
  });
});
