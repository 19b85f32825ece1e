import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { edit, makeDocument, TestRoles, type Editor } from '../support/documents.js';
import { until } from '../support/live.js';

let test: TestApp;
let dyad: TestDyad;
let roles: TestRoles;
let ana: TestMember;
let boris: TestMember;
let citizen: TestMember;
const open: Editor[] = [];

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  roles = new TestRoles(test);
  ana = await member(test, dyad, { side: 'a', roles: ['drafter'] });
  boris = await member(test, dyad, { side: 'b', roles: ['drafter'] });
  citizen = await member(test, dyad, { side: 'b' });
});
afterAll(async () => {
  for (const one of open) one.close();
  await test.close();
});

function editor(...[who, document, options]: [TestMember, string, Parameters<typeof edit>[3]?]): Editor {
  const opened = edit(test, who, document, options);
  open.push(opened);
  return opened;
}

describe('a document', () => {
  it('is written by two at once, and is the same for both', async () => {
    const document = await makeDocument(test, dyad);
    const [one, other] = [editor(ana, document), editor(boris, document)];
    await Promise.all([one.synced(), other.synced()]);
    one.type('Реката ');
    other.type('Водата ', 'b');
    await until(() => other.text() === 'Реката ' && one.text('b') === 'Водата ');
    one.type('е чиста.');
    await until(() => other.text() === 'Реката е чиста.');
  });

  it('says what is saved by counting the frames that are durable', async () => {
    const document = await makeDocument(test, dyad);
    const one = editor(ana, document);
    await one.synced();
    await until(() => one.saved.count === 1);
    one.type('Едно.');
    await until(() => one.saved.count === 2);
    const rows = await test.database.query<{ n: number; member: string }>(
      'select seq::int as n, member_id as member from document_update where document_id = $1 order by seq',
      [document],
    );
    expect(rows).toEqual([
      { n: 1, member: null },
      { n: 2, member: ana.id },
    ]);
    expect(one.saved.seq).toBe(2);
  });

  it('is only read by who may only read it, and says so', async () => {
    const document = await makeDocument(test, dyad);
    const [writer, reader] = [editor(ana, document), editor(citizen, document)];
    await Promise.all([writer.synced(), reader.synced()]);
    expect(reader.roles).toEqual(['read']);
    reader.type('Не смеам.');
    await until(() => reader.roles.length === 2);
    writer.type('Смея.');
    await until(() => reader.text().includes('Смея.'));
    expect(writer.text()).toBe('Смея.');
  });

  it('SEC-30: is only read within a second when the right to write ends', async () => {
    const document = await makeDocument(test, dyad);
    const [one, other] = [editor(ana, document), editor(boris, document)];
    await Promise.all([one.synced(), other.synced()]);
    await roles.give(document, dyad, boris.id, 'read');
    await until(() => other.roles.includes('read'), 1_000);
    other.type('Късно.');
    one.type('Навреме.');
    await until(() => other.text().includes('Навреме.'));
    expect(one.text()).toBe('Навреме.');
    await roles.give(document, dyad, boris.id, 'none');
    await until(() => other.closed.includes(4403), 1_000);
  });
});
