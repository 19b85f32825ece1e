import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Documents } from '../../server/modules/documents/documents.port.js';
import { LiveDocuments } from '../../server/modules/documents/live-documents.service.js';
import { frameTypes } from '../../shared/documents/collab.protocol.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { bareSocket, refusal, type BareSocket } from '../support/bare-sockets.js';
import { edit, makeDocument, storedDocument, wordsOf, writersAreDrafters, type Editor } from '../support/documents.js';
import { hostileFrames, vector } from '../support/hostile-updates.js';
import { pause, until } from '../support/live.js';

let test: TestApp;
let dyad: TestDyad;
let ana: TestMember;
let boris: TestMember;
let document: string;
let writer: Editor;
let reader: BareSocket;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  writersAreDrafters(test);
  ana = await member(test, dyad, { side: 'a', roles: ['drafter'] });
  boris = await member(test, dyad, { side: 'b' });
});
afterAll(() => test.close());
beforeEach(async () => {
  document = await makeDocument(test, dyad);
  writer = edit(test, ana, document);
  reader = await bareSocket(test, document, { cookie: boris.api.cookie });
  reader.send(hostileFrames.ask(vector(0)));
  await writer.synced();
  await until(() => reader.frames.some(([type, step]) => type === frameTypes.sync && step === 1));
});
afterEach(() => {
  writer.close();
  reader.close();
});

/** What somebody has who applied every frame they got. */
function readBy({ frames }: BareSocket): Y.Doc {
  const doc = new Y.Doc();
  for (const frame of frames) if (frame[0] === frameTypes.sync && frame[1] !== 0) Y.applyUpdate(doc, payloadOf(frame));
  return doc;
}

function payloadOf(frame: Uint8Array): Uint8Array {
  let at = 2;
  while ((frame[at] ?? 0) >= 0x80) at += 1;
  return frame.subarray(at + 1);
}

/** The server writes so much, and takes it away again, that a socket that does not read has megabytes waiting. */
async function writeMuch(times: number): Promise<void> {
  const words = 'река '.repeat(20_000);
  for (let time = 0; time < times; time += 1) {
    await test.app.get(Documents).change(document, ana.id, (doc) => {
      const text = wordsOf(doc, 'b');
      text.delete(0, text.length);
      text.insert(0, words);
    });
  }
}

const told = ({ frames }: BareSocket): number =>
  frames.filter(([type, step]) => type === frameTypes.sync && step !== 0).length;

describe('a reader whose line is stuck', () => {
  it('holds little memory, and gets exactly what it missed when it reads again', async () => {
    reader.socket.pause();
    const before = process.memoryUsage().rss;
    await writeMuch(80);
    expect(process.memoryUsage().rss - before).toBeLessThan(80 * 2 ** 20);
    expect(reader.closed()).toBeUndefined();
    reader.socket.resume();
    const stored = await storedDocument(test, document);
    await until(() => Y.equalSnapshots(Y.snapshot(readBy(reader)), Y.snapshot(stored)), 9_000);
    // Far fewer frames than were written: what was left out came at once.
    expect(told(reader)).toBeLessThan(70);
    writer.type('Край.');
    await until(() => JSON.stringify(readBy(reader).getMap('clauses')).includes('Край.'));
  });

  it('is ended when it takes nothing for more than ten seconds', async () => {
    reader.socket.pause();
    await writeMuch(80);
    const live = await test.app.get(LiveDocuments).peek(document);
    await until(() => live?.connections.size === 1, 14_000);
  });
});

describe('a line that is silent', () => {
  it('is kept alive for a client that shows nothing and hears nothing', async () => {
    const silent = edit(test, boris, document, { saved: false });
    silent.provider.awareness.setLocalState(null);
    await silent.synced();
    await pause(36_000);
    expect(silent.closed).toEqual([]);
    expect(silent.frames.filter((type) => type === frameTypes.awareness).length).toBeGreaterThan(0);
    expect(silent.frames.every((type) => type < 100)).toBe(true);
    silent.close();
  }, 60_000);
});

describe('the door', () => {
  it('SEC-06: is closed to pages of others, before anybody is asked who they are', async () => {
    expect(await refusal(test, document, { cookie: ana.api.cookie, origin: 'https://elsewhere.example' })).toBe(403);
    expect(await refusal(test, document, { origin: 'https://elsewhere.example' })).toBe(403);
  });

  it.each(['', '/', 'x', '../x', '00000000-0000-0000-0000-000000000000', 'a'.repeat(36)])(
    'leads nowhere where there is no document: %j',
    async (id) => {
      expect(await refusal(test, id, { cookie: ana.api.cookie })).toBe(404);
    },
  );

  it.each(['/elsewhere', '/', '/socket.io', '/socket.iox/', '/collabx/1'])(
    'does not keep a connection that asks for %s',
    async (path) => {
      const { status, ended } = await knock(path);
      expect(status).toBe(404);
      await ended;
    },
  );
});

/** Asks for an upgrade and keeps its own end open. */
function knock(path: string): Promise<{ status: number; ended: Promise<unknown> }> {
  const asking = request(`${test.url}${path}`, {
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      origin: test.url,
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    },
  });
  asking.end();
  return new Promise((resolve, reject) => {
    asking.on('error', reject);
    asking.on('response', (answer) => {
      const ended = new Promise((end) => answer.socket.once('close', end));
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, ended });
    });
  });
}

describe('a server that stops', () => {
  it('sends everybody away with a code after which they come back, and lets nobody in', async () => {
    const stopping = await startApp();
    const place = await foundDyad(stopping, 'river');
    writersAreDrafters(stopping);
    const one = await member(stopping, place, { roles: ['drafter'] });
    const id = await makeDocument(stopping, place);
    const editor = edit(stopping, one, id);
    await editor.synced();
    editor.type('Записано.');
    await until(() => editor.saved.count === 2);
    const socket = await bareSocket(stopping, id, { cookie: one.api.cookie });
    const { database } = stopping;
    const rows = database.query<{ n: number }>(
      'select count(*)::int as n from document_update where document_id = $1',
      [id],
    );
    expect((await rows)[0]?.n).toBe(2);
    const closed = stopping.close();
    expect(await socket.ending()).toBe(1012);
    editor.close();
    await closed;
  });
});
