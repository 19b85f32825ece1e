import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundDyad, member, type TestDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { connect, until, type Live } from '../support/live.js';
import { raw } from '../support/raw.js';

let test: TestApp;
let dyad: TestDyad;
beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test);
});
afterAll(() => test.close());

describe('SEC-45: nobody takes the live channel from others', () => {
  it('SEC-45: a connection that floods is closed, and another goes on', async () => {
    const [loud, calm] = [await connect(test, await member(test, dyad)), await connect(test, await member(test, dyad))];
    for (let at = 0; at < 100; at += 1) loud.socket.emit('typing.show', { dyad: dyad.slug, stream: 'nothing' });
    await until(() => loud.socket.disconnected, 2_000);
    expect(calm.socket.connected).toBe(true);
    calm.close();
  });

  it('SEC-45: an account has some tens of connections, and a place is free again when one ends', async () => {
    const who = await member(test, dyad);
    const open: Live[] = [];
    for (let at = 0; at < 50; at += 1) open.push(await connect(test, who));
    const tooMany = await connect(test, who);
    await until(() => tooMany.socket.disconnected, 2_000);
    expect(open.every(({ socket }) => socket.connected)).toBe(true);
    open.pop()?.close();
    await until(async () => {
      const again = await connect(test, who);
      open.push(again);
      return (await again.follow(dyad.slug, `member:${who.id}`).catch(() => ({ failure: true }))).failure === undefined;
    });
    const other = await connect(test, await member(test, dyad, { side: 'b' }));
    expect(other.socket.connected).toBe(true);
    for (const live of [...open, other]) live.close();
  });

  it('SEC-45: a connection that never says whose it is is closed within seconds', async () => {
    const headers = { origin: test.url };
    const opened = await raw(test.url, '/socket.io/?EIO=4&transport=polling', { headers });
    const { sid } = JSON.parse(opened.body.slice(1)) as { sid: string };
    const from = performance.now();
    const path = `/socket.io/?EIO=4&transport=polling&sid=${sid}`;
    // Waits for the next word of the server: that it is over.
    expect((await raw(test.url, path, { headers })).body).toBe('1');
    expect(performance.now() - from).toBeLessThan(8_000);
    expect((await raw(test.url, path, { headers })).status).toBe(400);
  });
});
