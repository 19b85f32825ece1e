import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { frameTypes } from '../../shared/documents/collab.protocol.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { bareSocket, type BareSocket } from '../support/bare-sockets.js';
import { makeDocument, storedDocument, writersAreDrafters, wordsOf } from '../support/documents.js';
import { hostileFrames } from '../support/hostile-updates.js';
import { pause, until } from '../support/live.js';

let test: TestApp;
let dyad: TestDyad;
let ana: TestMember;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  writersAreDrafters(test);
  ana = await member(test, dyad, { side: 'a', roles: ['drafter'] });
});
afterAll(() => test.close());

/** How many frames the server last said are durable. */
const savedOf = ({ frames }: BareSocket): number => frames.findLast(([type]) => type === frameTypes.saved)?.[1] ?? 0;

describe('what is said to be saved', () => {
  it('REL-06: is never what hangs in the air, whatever else is saved meanwhile', async () => {
    const document = await makeDocument(test, dyad);
    const doc = await storedDocument(test, document);
    const socket = await bareSocket(test, document, { cookie: ana.api.cookie });
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const words = wordsOf(doc);
    words.insert(0, 'едно');
    words.insert(4, ' две');
    const [first = new Uint8Array()] = updates;

    socket.send(hostileFrames.update(first));
    await until(() => savedOf(socket) === 1);
    words.delete(0, 1);
    const deletion = updates.at(-1) ?? new Uint8Array();
    words.insert(0, 'три');
    const beyond = updates.at(-1) ?? new Uint8Array();
    // Builds on the second, which was never sent; then one that builds on nothing that is not there.
    socket.send(hostileFrames.update(beyond), hostileFrames.update(deletion));
    await until(() => savedOf(socket) === 2);
    await pause(200);
    expect(savedOf(socket)).toBe(2);
    expect(wordsOf(await storedDocument(test, document)).toString()).not.toContain('три');
    // The answer to the server's question holds all that was left out.
    const question = socket.frames.findLast(([type, step]) => type === 0 && step === 0);
    socket.send(hostileFrames.answer(Y.encodeStateAsUpdate(doc, question?.subarray(3))));
    await until(() => savedOf(socket) === 4);
    expect(wordsOf(await storedDocument(test, document)).toString()).toBe(words.toString());
    socket.close();
  });
});
