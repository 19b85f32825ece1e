import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundDyad, member, type TestDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, type TestTopic } from '../support/forum.js';

let test: TestApp;
let river: TestDyad;
let topic: TestTopic;

beforeAll(async () => {
  test = await startApp();
  river = await foundDyad(test, 'river');
  topic = await openTopic(test, river, 'water', 'post');
  await test.settled();
});
afterAll(() => test.close());

const base = (): string => `${test.url}/log/river/`;
const paths = ['checkpoint', 'policy', 'tile/0/000.p/1', 'tile/entries/000.p/1', 'disclosures/0', 'receipt/0'];

interface Said {
  readonly status: number;
  readonly code: string | undefined;
}

/** What is answered, without what differs from request to request. */
async function said(path: string, init: RequestInit = {}): Promise<Said> {
  const answer = await fetch(base() + path, { redirect: 'manual', ...init });
  return { status: answer.status, code: /"code":"([^"]+)"/.exec(await answer.text())?.[1] };
}

describe('the public log', () => {
  it('SEC-63: is read and never written, by whichever method somebody tries', async () => {
    const before = await Promise.all(paths.map(async (path) => (await fetch(base() + path)).text()));
    for (const path of paths) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const { status } = await said(path, { method, body: '{}', headers: { 'content-type': 'application/json' } });
        expect([404, 405], `${method} ${path}`).toContain(status);
      }
    }
    expect(await Promise.all(paths.map(async (path) => (await fetch(base() + path)).text()))).toEqual(before);
  });

  it('SEC-63: may be kept by anybody between, says what it is, and asks no one for a session', async () => {
    for (const path of paths) {
      const answer = await fetch(base() + path, { headers: { origin: 'https://elsewhere.example' } });
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('set-cookie'), path).toBeNull();
      expect(answer.headers.get('cache-control'), path).toBeTruthy();
      const isReceipt = path.startsWith('receipt');
      expect(answer.headers.get('access-control-allow-origin'), path).toBe(isReceipt ? null : '*');
      expect(answer.headers.get('access-control-allow-credentials'), path).toBeNull();
      expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
    }
    const immutable = await fetch(`${base()}tile/0/000.p/1`);
    expect(immutable.headers.get('cache-control')).toContain('immutable');
    for (const path of ['checkpoint', 'policy', 'disclosures/0', 'receipt/0'])
      expect((await fetch(base() + path)).headers.get('cache-control'), path).toMatch(/^no-(?:cache|store)$/);
  });

  it('SEC-63: is no way to find out which ids there are: of what is held back it answers as of what never was', async () => {
    const author = await member(test, river, { side: 'a' });
    const { thread } = await openThread(test, topic, author);
    for (const form of ['receipt/ID', 'tile/ID', 'disclosures/ID', 'ID']) {
      const never = await said(form.replace('ID', randomUUID()));
      expect(never.status, form).toBeGreaterThanOrEqual(400);
      for (const id of [river.id, thread, author.id, randomUUID()])
        expect(await said(form.replace('ID', id)), form).toEqual(never);
    }
    const beyond = await said('receipt/99999');
    expect(beyond).toMatchObject({ status: 404 });
    expect(await said('receipt/88888')).toEqual(beyond);
    const nowhere = async (dyad: string) => (await fetch(`${test.url}/log/${dyad}/checkpoint`)).status;
    expect([await nowhere('valley'), await nowhere(river.id), await nowhere('..%2f..')]).toEqual([404, 404, 404]);
  });

  it('SEC-63: answers rubbish as rubbish, and goes on', async () => {
    const rubbish = ['receipt/-1', 'receipt/1e3', 'receipt/0x1', 'tile/0/000.p/0', 'tile/9/000', 'tile/0/00', 'tile//'];
    rubbish.push('disclosures/%00', 'receipt/99999999999999999999', `tile/${'x'.repeat(2000)}`, 'tile/0/000.p/257');
    for (const path of rubbish) {
      const { status } = await said(path);
      expect([400, 404], path).toContain(status);
    }
    expect((await said('checkpoint')).status).toBe(200);
  });
});
