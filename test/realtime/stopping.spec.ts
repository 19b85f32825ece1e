import { connect as connectTo } from 'node:net';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { account, goodPassword } from '../support/accounts.js';
import { foundDyad, member } from '../support/actors.js';
import { startApp } from '../support/app.js';
import { createDatabase } from '../support/database.js';
import { connect } from '../support/live.js';

it('REL-13: a server that stops ends what it began and waits for nobody who only holds a connection', async () => {
  const database = await createDatabase();
  const test = await startApp({}, database);
  const who = await member(test, await foundDyad(test));
  const known = await account(test, 'stoyan');
  const live = await connect(test, who);
  // What browsers do: a connection kept ready, on which nothing was asked.
  const ready = connectTo(Number(new URL(test.url).port), '127.0.0.1');
  await once(ready, 'connect');
  const begun = once(test.app.getHttpServer(), 'request');
  const underWay = test.visitor().try('POST /api/session', { body: { login: known.login, password: goodPassword } });
  await begun;
  const from = performance.now();
  await Promise.all([test.close(), once(ready, 'close')]);
  expect(performance.now() - from).toBeLessThan(8_000);
  expect((await underWay).status).toBe(200);
  expect(live.told.map(({ event }) => event)).toContain('closing');
  expect(live.socket.connected).toBe(false);
  await database.drop();
});
