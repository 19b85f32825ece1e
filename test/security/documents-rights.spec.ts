import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { frameTypes } from '../../shared/documents/collab.protocol.js';
import { documentRoles } from '../../shared/documents/document.rules.js';
import { Documents } from '../../server/modules/documents/documents.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { RightsWatch } from '../../server/platform/realtime/rights-watch.js';
import { applicationRole } from '../../server/platform/database/tables.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { bareSocket, refusal, type BareSocket } from '../support/bare-sockets.js';
import { edit, makeDocument, storedDocument, TestRoles, unbrokenChain, wordsOf } from '../support/documents.js';
import { hostileFrames, states, vector } from '../support/hostile-updates.js';
import { pause, until } from '../support/live.js';
import { editAtRandom, Seeded } from '../support/mutations.js';

let test: TestApp;
let dyad: TestDyad;
let roles: TestRoles;
let ana: TestMember;
let boris: TestMember;
let document: string;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  roles = new TestRoles(test);
  ana = await member(test, dyad, { side: 'a', roles: ['drafter'] });
  boris = await member(test, dyad, { side: 'b', roles: ['drafter'] });
  document = await makeDocument(test, dyad);
});
afterAll(() => test.close());

/** What is stored of a document, as a number of rows and as what it says. */
async function stored(): Promise<{ rows: number; said: string }> {
  const [row] = await test.database.query<{ rows: number }>(
    'select count(*)::int as rows from document_update where document_id = $1',
    [document],
  );
  return { rows: row?.rows ?? 0, said: JSON.stringify((await storedDocument(test, document)).getMap('clauses')) };
}

/** An honest change of the document by somebody who has it. */
async function change(client = 123_456): Promise<Uint8Array> {
  const doc = await storedDocument(test, document);
  doc.clientID = client;
  const before = Y.encodeStateVector(doc);
  wordsOf(doc).insert(0, 'не смея ');
  return Y.encodeStateAsUpdate(doc, before);
}

/** Sends everything that there is, as somebody who would write if they could. */
async function sendEverything(socket: BareSocket): Promise<void> {
  const update = await change();
  socket.send(
    hostileFrames.ask(vector(0)),
    hostileFrames.answer(update),
    hostileFrames.update(update),
    hostileFrames.update(Y.encodeStateAsUpdate(new Y.Doc())),
    hostileFrames.awareness(states([{ client: 99, clock: 1, state: '{"writing":true}' }])),
    hostileFrames.askAwareness,
  );
}

const told = ({ frames }: BareSocket, type: number): Uint8Array[] => frames.filter(([first]) => first === type);

describe('somebody who may not write', () => {
  it.each(documentRoles.filter((role) => role !== 'none' && role !== 'write'))(
    'SEC-41: who may %s changes nothing with any frame, and is told so once',
    async (role) => {
      await roles.give(document, dyad, boris.id, role);
      const before = await stored();
      const socket = await bareSocket(test, document, { cookie: boris.api.cookie });
      await sendEverything(socket);
      await until(() => told(socket, frameTypes.saved).length > 0);
      await pause(100);
      expect(await stored()).toEqual(before);
      expect(socket.closed()).toBeUndefined();
      expect(told(socket, frameTypes.auth)).toHaveLength(1);
      // Of the frames with content, only the empty one counts as taken care of.
      expect(told(socket, frameTypes.saved).at(-1)?.[1]).toBe(1);
      socket.close();
    },
  );

  it('SEC-41: whose right ends while they write is cut off in the middle', async () => {
    await roles.give(document, dyad, boris.id, 'write');
    const socket = await bareSocket(test, document, { cookie: boris.api.cookie });
    socket.send(hostileFrames.update(await change(777)));
    await until(() => told(socket, frameTypes.saved).length > 0);
    await roles.give(document, dyad, boris.id, 'read');
    await until(() => told(socket, frameTypes.role).length > 1, 1_000);
    const before = await stored();
    await sendEverything(socket);
    await pause(200);
    expect(await stored()).toEqual(before);
    await roles.give(document, dyad, boris.id, 'none');
    expect(await socket.ending(1_000)).toBe(4403);
    await roles.give(document, dyad, boris.id, 'write');
  });

  it('SEC-41: gets no socket: signed out, of another dyad or without a role', async () => {
    const other = await foundDyad(test, 'road');
    const stranger = await member(test, other, { side: 'a', roles: ['drafter'] });
    const nobody = await member(test, dyad, { side: 'a', roles: ['drafter'] });
    await roles.give(document, dyad, nobody.id, 'none');
    const knock = (cookie?: string) => refusal(test, document, { cookie });
    expect(await knock()).toBe(401);
    expect(await knock('__Host-entente=nothing')).toBe(401);
    expect([403, 404]).toContain(await knock(stranger.api.cookie));
    expect(await knock(nobody.api.cookie)).toBe(403);
  });

  it('SEC-41: is noticed when the right ends while the socket is being opened', async () => {
    const late = await member(test, dyad, { side: 'a', roles: ['drafter'] });
    const opening = bareSocket(test, document, { cookie: late.api.cookie });
    await roles.give(document, dyad, late.id, 'read');
    const socket = await opening.catch(() => undefined);
    await until(() => told(socket ?? never(), frameTypes.role).length > 0);
    const before = await stored();
    await pause(300);
    socket?.send(hostileFrames.update(await change(888)));
    await pause(200);
    expect(await stored()).toEqual(before);
    socket?.close();
  });
});

const never = (): BareSocket => {
  throw new Error('the socket was refused');
};

describe('who wrote what', () => {
  it('SEC-43: every struct is of a client of the member of its row, and the chain has no gap', async () => {
    await roles.give(document, dyad, boris.id, 'write');
    const editors = [edit(test, ana, document), edit(test, boris, document), edit(test, boris, document)];
    await Promise.all(editors.map((one) => one.synced()));
    const random = new Seeded(5);
    for (let round = 0; round < 60; round += 1) {
      editAtRandom(random.one(editors).doc, random);
      if (round % 7 === 0) await pause(5);
      if (round === 30)
        await test.app.get(Documents).change(document, ana.id, (doc) => wordsOf(doc, 'b').insert(0, 'сървър '));
    }
    await until(async () => {
      const state = JSON.stringify((await storedDocument(test, document)).getMap('clauses'));
      return editors.every(({ doc }) => JSON.stringify(doc.getMap('clauses')) === state);
    });
    const rows = await test.database.query<{ bytes: Buffer; member: string | null }>(
      'select bytes, member_id as member from document_update where document_id = $1 order by seq',
      [document],
    );
    const owners = new Map(
      (
        await test.database.query<{ client: string; member: string | null }>(
          'select client, member_id as member from document_writer where document_id = $1',
          [document],
        )
      ).map(({ client, member: owner }) => [Number(client), owner]),
    );
    const written = rows.flatMap(({ bytes, member: author }) =>
      Y.decodeUpdate(bytes).structs.map(({ id }) => ({ owner: owners.get(id.client), author })),
    );
    // The server writes in its own name what a member had it do.
    expect(written.filter(({ owner, author }) => owner === undefined || (owner !== null && owner !== author))).toEqual(
      [],
    );
    expect(new Set(written.map(({ owner }) => owner))).toEqual(new Set([null, ana.id, boris.id]));
    expect(await unbrokenChain(test, document)).toBe(true);
    for (const one of editors) one.close();
  });

  it.each([
    'update document_update set bytes = bytes',
    'update document_update set member_id = null',
    'delete from document_update',
    'update document_writer set member_id = null',
    'delete from document_writer',
    'delete from document',
    'update document set kind = kind',
  ])('SEC-43: the application cannot %s', async (statement) => {
    const client = new Client({
      connectionString: test.database.url,
      options: `-c role=${applicationRole} -c app.dyad=*`,
    });
    await client.connect();
    await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });
});

describe('a session that has ended by time', () => {
  it('SEC-41: ends its sockets and opens no other', async () => {
    const socket = await bareSocket(test, document, { cookie: ana.api.cookie });
    test.clock.advance({ days: 100 });
    await test.app.get(UnitOfWork).run('all dyads', (tx) => test.app.get(RightsWatch).announceAll(tx));
    expect(await socket.ending(1_000)).toBe(4401);
    expect(await refusal(test, document, { cookie: ana.api.cookie })).toBe(401);
  });
});
