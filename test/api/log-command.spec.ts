import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundDyad, type TestDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { run } from '../support/command-line.js';
import { openTopic } from '../support/forum.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-log-command-'));
const at = (name: string): string => join(folder, name);
let test: TestApp;
let river: TestDyad;
let base: string;

beforeAll(async () => {
  test = await startApp();
  river = await foundDyad(test);
  await test.settled();
  base = `${test.url}/log/${river.slug}/`;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await test.close();
});

describe('the command line, of the log that the server keeps', () => {
  it('finds it sound at its address, and that it holds what it was before', async () => {
    const check = () => run('verify', 'url', base, '--since', at('since'), '--json');
    const before = JSON.parse((await check()).out) as { size: number };
    await openTopic(test, river, 'water', 'post');
    await test.settled();
    const found = await check();
    expect(found).toMatchObject({ code: 0, err: '' });
    const after = JSON.parse(found.out) as { size: number; disclosures: { matches: number } };
    expect(after).toMatchObject({ holds: true, problem: null, witnesses: 'not_known' });
    expect(after.size).toBeGreaterThan(before.size);
    expect(after.disclosures.matches).toBeGreaterThan(0);
  });

  it('keeps a copy of it that holds alone, and a receipt fits the copy', async () => {
    expect((await run('witness', 'mirror', at('copy'), '--log', base)).code).toBe(0);
    expect(await run('verify', 'export', at('copy'))).toMatchObject({ code: 0, err: '' });
    writeFileSync(at('one.tlog-proof'), await (await fetch(`${base}receipt/1`)).text());
    const [, key = ''] = /^log (\S+)/m.exec(readFileSync(at('copy/policy'), 'utf8')) ?? [];
    const check = await run('verify', 'receipt', at('one.tlog-proof'), '--log', key, '--remembered', at('copy'));
    expect(check.code).toBe(0);
    expect(check.out.match(/^holds/gm)).toHaveLength(5);
  });

  it('says that two addresses show one history', async () => {
    const other = base.replace('localhost', '127.0.0.1');
    expect((await run('verify', 'compare', base, other)).out).toMatch(/^holds .* show one history\.$/m);
  });
});
