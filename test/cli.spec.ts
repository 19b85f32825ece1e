import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { help, runCommandLine } from '../server/cli/command-line.js';
import { configurationPage, exampleEnvironment } from '../server/cli/config.command.js';
import { smallDyad } from './support/actors.js';
import { startApp, testSecret } from './support/app.js';
import { createDatabase, type TestDatabase } from './support/database.js';

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'entente-cli-'));
const file = join(folder, 'river.json');

beforeAll(async () => {
  database = await createDatabase();
  writeFileSync(file, JSON.stringify(smallDyad('river')));
  const settings = { DATABASE_URL: database.url, NODE_ENV: 'test', LOG_LEVEL: 'silent', ENTENTE_SECRET: testSecret };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.stubEnv('PUBLIC_URL', 'https://talk.example.org');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await database.drop();
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command as somebody at a terminal does. */
async function run(...words: string[]): Promise<Ran> {
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(() => true),
  );
  try {
    const code = await runCommandLine(words);
    const [out = '', err = ''] = streams.map(({ mock }) => mock.calls.map(([text]) => String(text)).join(''));
    return { code, out, err };
  } finally {
    for (const stream of streams) stream.mockRestore();
  }
}

describe('the command line', () => {
  it('SEC-15: founds a dyad, and prints one invitation for the first steward of each side', async () => {
    const { code, out } = await run('dyad', 'create', file);
    expect(code).toBe(0);
    const links = [...out.matchAll(/^ {2}side (a|b) {2}https:\/\/talk\.example\.org\/join#([\w-]{43})$/gm)];
    expect(links.map(([, side]) => side)).toEqual(['a', 'b']);
    const test = await startApp({}, database);
    for (const [, side, token = ''] of links) {
      const { answer } = await test.visitor().try('POST /api/invitations/look-up', { body: { token } });
      expect(answer).toMatchObject({ side, dyad: { slug: 'river' }, charterVersion: 1 });
    }
    const invited = await database.query<{ side: string; role: string }>(
      'select side, role from invitation order by 1',
    );
    expect(invited).toEqual([
      { side: 'a', role: 'steward' },
      { side: 'b', role: 'steward' },
    ]);
    const { entries } = await test
      .visitor()
      .call('GET /api/dyads/:dyad/record', { params: { dyad: 'river' }, query: {} });
    expect(entries.map(({ kind }) => kind)).toEqual(['disclosure.published', 'charter.adopted', 'dyad.founded']);
    await test.close();
    expect(await run('dyad', 'list')).toEqual({ code: 0, out: 'river  bg, mk  charter 1\n', err: '' });
  });

  it('says in a sentence what could not be done, ends with 1, and founds nothing', async () => {
    const again = await run('dyad', 'create', file);
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('There is a dyad called river already');
    expect(await run('dyad', 'create', join(folder, 'absent.json'))).toMatchObject({ code: 1, out: '' });
    expect(await database.query('select 1 from dyad')).toHaveLength(1);
    expect(await database.query('select 1 from invitation')).toHaveLength(2);
  });

  it('prints the settings as the schema has them', async () => {
    expect(await run('config', '--markdown')).toEqual({ code: 0, out: configurationPage(), err: '' });
    expect(await run('config', '--env')).toEqual({ code: 0, out: exampleEnvironment(), err: '' });
  });

  it('gives the one-time code of demonstration accounts', async () => {
    expect((await run('demo-code')).out).toMatch(/^\d{6}\n$/);
  });

  it.each([[[]], [['--help']], [['dyad', '--help']], [['dyad', 'create', '-h']]])(
    'helps when asked: %j',
    async (words) => {
      expect(await run(...words)).toEqual({ code: 0, out: help, err: '' });
    },
  );

  it.each([
    [['dyads'], 'There is no command "dyads"'],
    [['dyad'], 'There is no command "dyad"'],
    [['dyad', 'create'], '"dyad create" needs a FILE'],
    [['dyad', 'create', 'a.json', 'b.json'], 'does not take "b.json"'],
    [['dyad', 'list', 'all'], 'does not take "all"'],
  ])('ends with 2 and the help for what it does not understand: %j', async (words, why) => {
    const { code, out, err } = await run(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
    expect(err).toContain(help);
  });
});
