import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, behindProxy, elsewhere, signIn, type TestAccount } from '../support/accounts.js';
import { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';
import { isBuilt, startServerProcess, type ServerProcess } from '../support/server-process.js';

const atOnce = 100;
/** Where Linux says how much memory a process has and has had at most. */
const statusOf = (pid: number): string => `/proc/${pid}/status`;

let test: TestApp;
let server: ServerProcess;
let people: TestAccount[];

const personAt = (at: number): TestAccount => {
  const person = people[at % people.length];
  if (!person) throw new Error('nobody');
  return person;
};

beforeAll(async () => {
  test = await startApp();
  people = await Promise.all(
    Array.from({ length: 20 }, (_, at) => account(test, `person-${String.fromCodePoint(97 + at)}`)),
  );
  server = await startServerProcess({ DATABASE_URL: test.database.url, ...behindProxy });
});
afterAll(async () => {
  await server.kill('SIGKILL');
  await test.close();
});

const megabytes = (what: 'VmRSS' | 'VmHWM'): number => {
  const [, kilobytes = '0'] = new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(statusOf(server.pid), 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
};

describe.skipIf(!isBuilt || !existsSync('/proc/self/status'))(
  'many sign-ins at once, at a server of their own',
  { timeout: 180_000 },
  () => {
    it('SEC-10: a hundred stay within bounded memory, are told when to come back, and others are served', async () => {
      const visit = () => new Api(server.url).try('GET /api/session', {}, { headers: elsewhere() });
      for (let at = 0; at < 20; at += 1) await visit();
      const before = megabytes('VmRSS');
      let done = false;
      const all = Promise.all(
        Array.from({ length: atOnce }, (_, at) => signIn(new Api(server.url), personAt(at))),
      ).finally(() => (done = true));
      const waits: number[] = [];
      while (!done) {
        const from = performance.now();
        expect((await visit()).status).toBe(200);
        waits.push(performance.now() - from);
      }
      const replies = await all;
      const count = (wanted: number): number => replies.filter(({ status }) => status === wanted).length;
      expect(count(200) + count(503)).toBe(atOnce);
      expect(count(200)).toBeGreaterThanOrEqual(40);
      for (const { status, problem } of replies) if (status === 503) expect(problem.code).toBe('sign_in.busy');
      const rise = megabytes('VmHWM') - before;
      const p95 = waits.toSorted((one, other) => one - other)[Math.floor(waits.length * 0.95)] ?? Infinity;
      process.stdout.write(
        `${count(200)} of ${atOnce} let in, ${rise.toFixed(0)} MiB more, p95 ${p95.toFixed(0)} ms\n`,
      );
      expect(rise).toBeLessThan(300);
      expect(p95).toBeLessThan(500);
      expect((await signIn(new Api(server.url), personAt(0))).status).toBe(200);
    });
  },
);
