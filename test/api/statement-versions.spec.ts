import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VersionKeeping } from '../../server/modules/statements/versions/version-keeping.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { edit, typeInto } from '../support/documents.js';
import { until } from '../support/live.js';

let test: TestApp;
let dyad: TestDyad;
let ofA: TestMember;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  ofA = await member(test, dyad, { side: 'a', roles: ['drafter'] });
});
afterAll(() => test.close());

const title = { bg: 'За водата', mk: 'За водата' };

describe('a version that is kept', () => {
  it('has all that is committed, its number, and the hash of its exact characters', async () => {
    const { id } = await ofA.api.call('POST /api/dyads/:dyad/statements', {
      params: { dyad: dyad.slug },
      body: { title },
    });
    const editor = edit(test, ofA, id);
    await editor.synced();
    const clause = [...editor.doc.getMap('clauses').keys()][0] ?? '';
    typeInto(editor.doc, clause, 'a', 'Реката е наша.');
    await until(() => editor.saved.count >= 2);
    const keep = () =>
      test.app
        .get(UnitOfWork)
        .run({ dyadId: dyad.id }, (tx) =>
          test.app
            .get(VersionKeeping)
            .keep(tx, { statement: { id, dyadId: dyad.id }, memberId: ofA.id, kind: 'frozen' }),
        );
    const [one, other] = [await keep(), await keep()];
    editor.close();
    expect(JSON.parse(one.canonical)).toMatchObject({
      languages: { a: 'bg', b: 'mk' },
      title,
      clauses: [{ id: clause, a: [{ content: [{ text: 'Реката е наша.' }] }], b: [] }],
    });
    expect(one.hash).toBe(createHash('sha256').update(one.canonical, 'utf8').digest('hex'));
    expect(other).toMatchObject({ number: 2, hash: one.hash, seq: one.seq });
  });
});
