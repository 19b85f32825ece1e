import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { help } from '../server/cli/command-line.js';
import { configurationPage, exampleEnvironment } from '../server/cli/config.command.js';
import { groupedHash } from '../shared/statements/export/file-words.js';
import { member, smallDyad } from './support/actors.js';
import { startApp, testSecret } from './support/app.js';
import { run } from './support/command-line.js';
import { createDatabase, type TestDatabase } from './support/database.js';
import { openThread, openTopic } from './support/forum.js';
import { paragraphs, railwayStatement, riverStatement } from './support/ratified.js';

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
    expect(entries.map(({ kind }) => kind)).toEqual([
      'disclosure.published',
      'charter.adopted',
      'dyad.founded',
      'log.opened',
    ]);
    await test.close();
    expect(await run('dyad', 'list')).toEqual({ code: 0, out: 'river  bg, mk  charter 1\n', err: '' });
  });

  it('MOD-02: checks the events of moderation of every dyad, and makes what follows from them anew', async () => {
    const test = await startApp({}, database);
    const [row] = await database.query<{ id: string }>(`select id from dyad where slug = 'river'`);
    const dyad = { id: row?.id ?? '', slug: 'river' };
    await openThread(test, await openTopic(test, dyad, 'water', 'post'), await member(test, dyad, { side: 'a' }));
    await test.close();
    expect(await run('moderation', 'verify')).toEqual({ code: 0, out: 'river  1 events, 1 items: whole\n', err: '' });
    await database.query(`update moderation_item set state = 'held', shown = false, held_until = now()`);
    const broken = await run('moderation', 'verify');
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(/broken\. Item .* does not stand where its events lead: state/);
    expect(await run('moderation', 'rebuild')).toMatchObject({ code: 0, out: 'river  1 events, 1 items: made anew\n' });
    expect((await run('moderation', 'verify')).code).toBe(0);
  });

  it('MOD-42: counts requests from outside, and says what is wrong with one that is none', async () => {
    expect(await run('moderation', 'request', 'river:government:b')).toEqual({
      code: 0,
      out: 'river  one request more, of a government of side b\n',
      err: '',
    });
    const counted = await database.query(`select requester, side from moderation_outside_request`);
    expect(counted).toEqual([{ requester: 'government', side: 'b' }]);
    for (const none of ['river', 'river:king:a', 'river:party:neutral', 'nowhere:party:a'])
      expect((await run('moderation', 'request', none)).code).toBe(1);
    expect((await run('moderation', 'erase', 'nobody')).err).toContain('There is no statement of reasons nobody');
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

  describe('verify statement', () => {
    const written = (statement: unknown): string => {
      const path = join(folder, 'statement.json');
      writeFileSync(path, JSON.stringify(statement));
      return path;
    };

    it('says in sentences that a statement is what was signed, and ends with 0', async () => {
      const { code, out, err } = await run('verify', 'statement', written(riverStatement));
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain(`SHA-256  ${groupedHash(riverStatement.hash)}`);
      expect(out.match(/^holds/gm)).toHaveLength(3);
      expect(out).toContain('does not show that they signed');
    });

    it('names what is not what was signed, and ends with 1', async () => {
      const [first, ...others] = railwayStatement.clauses;
      const changed = { id: first?.id, texts: { a: paragraphs('गाड़ी न चले।'), b: first?.texts.b } };
      const file = written({ ...railwayStatement, clauses: [changed, ...others] });
      const { code, out } = await run('verify', 'statement', file);
      expect(code).toBe(1);
      expect(out).toContain('DIFFERS  Title and clauses are not what was signed: clause 1.');
      const asJson = await run('verify', 'statement', file, '--json');
      expect(asJson.code).toBe(1);
      expect(JSON.parse(asJson.out)).toMatchObject({
        statement: railwayStatement.id,
        holds: false,
        hashHolds: true,
        textsHold: false,
        differences: [{ clause: 1 }],
      });
    });

    it('finds a fingerprint that is another, and signatures that are too few', async () => {
      const forged = { ...riverStatement, hash: 'a'.repeat(64), signatures: [] };
      const { code, out } = await run('verify', 'statement', '--json', written(forged));
      expect(code).toBe(1);
      expect(JSON.parse(out)).toMatchObject({ hashHolds: false, textsHold: true, quorumHolds: false });
    });

    it.each([
      ['nothing', undefined, 'cannot be read.'],
      ['something else', { id: 7 }, 'is no ratified statement'],
    ])('says what is wrong with %s, and ends with 1', async (_, content, why) => {
      const path = content === undefined ? join(folder, 'absent.json') : written(content);
      const { code, out, err } = await run('verify', 'statement', path);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(why);
    });
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
    [['verify', 'statement', '--json'], '"verify statement" needs a FILE'],
    [['verify', 'statement', 'a.json', '--all'], 'does not take "--all"'],
    [['dyad', 'list', '--json'], 'does not take "--json"'],
    [['dyad', 'create', 'a.json', 'b.json'], 'does not take "b.json"'],
    [['dyad', 'list', 'all'], 'does not take "all"'],
  ])('ends with 2 and the help for what it does not understand: %j', async (words, why) => {
    const { code, out, err } = await run(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(why);
    expect(err).toContain(help);
  });

  it('brings files of translators into a memory, on trial first, and writes them again', async () => {
    if ((await run('dyad', 'list')).out === '') await run('dyad', 'create', file);
    const [brought, written] = [join(folder, 'notes.tmx'), join(folder, 'out.csv')];
    const unit = (mk: string, to: string, text: string) =>
      `<tu><tuv xml:lang="mk"><seg>${mk}</seg></tuv><tuv xml:lang="${to}"><seg>${text}</seg></tuv></tu>\n`;
    const tmx = `<tmx><header srclang="mk"/><body>\n${unit('Мост', 'bg', 'Мост')}${unit('Мост', 'de', 'Brücke')}</body></tmx>`;
    // As some programs of translators write it: UTF-16 with a byte order mark.
    writeFileSync(brought, `\uFEFF${tmx}`, 'utf16le');
    const trial = await run('memory', 'import', `river:${brought}`, '--trial');
    expect(trial.out).toBe(
      '2 rows: 1 entries would be new, 0 were there before, 1 rows are left out.\n  line 3: other_languages\n',
    );
    expect((await run('memory', 'import', '--by-people', `river:${brought}`)).out).toMatch(/1 entries are new/);
    expect((await run('memory', 'import', `river:${brought}`)).out).toMatch(/0 entries are new, 1 were there before/);
    expect((await run('memory', 'export', `river:mk:bg:${written}`)).code).toBe(0);
    expect(readFileSync(written, 'utf8')).toContain('mk,bg,Мост,Мост');
    writeFileSync(brought, '<tmx><body>');
    for (const [given, why] of [
      [`river:${brought}`, /breaks off or is not well-formed at line 1/],
      [`sea:${brought}`, /There is no dyad sea/],
      ['river:notes.docx', /ends with none of \.tmx/],
      [`river:${join(folder, 'none.tmx')}`, /cannot be read/],
    ] as const)
      expect(await run('memory', 'import', given), given).toMatchObject({ code: 1, err: expect.stringMatching(why) });
    expect(await run('memory', 'export', `river:mk:de:${written}`)).toMatchObject({ code: 1 });
  });

  it('says what a file would do to a glossary, brings nothing in, and writes the glossary', async () => {
    if ((await run('dyad', 'list')).out === '') await run('dyad', 'create', file);
    const [brought, written] = [join(folder, 'words.csv'), join(folder, 'out.tbx')];
    const rows = ['1,bg,мост,Бележка.', '1,mk,мост,Белешка.', '2,bg,път,Бележка.'];
    writeFileSync(brought, `concept,language,term,note\r\n${rows.join('\r\n')}\r\n`);
    expect((await run('glossary', 'check', `river:${brought}`)).out).toBe(
      '1 entries would be new, 0 would change, 0 stand so already, 1 are left out.\n  line 4: words_missing\n',
    );
    expect((await run('glossary', 'export', `river:${written}`)).code).toBe(0);
    expect(readFileSync(written, 'utf8')).toMatch(/^<\?xml .*<tbx type="TBX-Basic" style="dca"/s);
    expect(readFileSync(written, 'utf8')).not.toContain('conceptEntry');
    writeFileSync(brought, 'words');
    for (const [given, why] of [
      [`river:${brought}`, /Line 1 is not what a file of this format has there/],
      ['river:words.docx', /ends with none of \.tbx/],
    ] as const)
      expect(await run('glossary', 'check', given), given).toMatchObject({ code: 1, err: expect.stringMatching(why) });
  });
});
