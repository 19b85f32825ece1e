// The key of a log is changed and revoked from the command line, and those who follow it go on: witnesses, copies, verifiers.
import { spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeWitnessKey } from '../../server/cli/log/witness-key.js';
import { WitnessFeeder } from '../../server/modules/record/log/witness-feeder.js';
import { WitnessRepository } from '../../server/modules/record/log/witness.repository.js';
import { projectRoot } from '../../server/platform/config/project-root.js';
import { logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { utf8 } from '../../shared/log/encoding.js';
import { parseVerifierKey } from '../../shared/log/key.js';
import { openNote } from '../../shared/log/note.js';
import { foundDyad, type TestDyad } from '../support/actors.js';
import { startApp, testSecret, type TestApp } from '../support/app.js';
import { appendSigned } from '../support/appended-entry.js';
import { begun, run } from '../support/command-line.js';
import { servedLog } from '../support/served-log.js';
import { freePort } from '../support/server-process.js';
import { hasGo, ThirdParty } from '../support/third-party.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-followed-'));
const at = (name: string): string => join(folder, name);
let test: TestApp;
const processes = new Set<ChildProcess>();

beforeAll(async () => {
  test = await startApp({ PRIVATE_HOSTS: '127.0.0.1', RECORD_GUARD_DIR: at('guard') });
  const settings = {
    DATABASE_URL: test.database.url,
    DATA_DIR: at('data'),
    RECORD_GUARD_DIR: at('guard'),
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    ENTENTE_SECRET: testSecret,
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([...processes].map(ended));
  await test.close();
  rmSync(folder, { recursive: true });
});

async function ended(child: ChildProcess): Promise<void> {
  processes.delete(child);
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

const baseOf = ({ slug }: TestDyad): string => `${test.url}/log/${slug}/`;
const textAt = async (dyad: TestDyad, path: string): Promise<string> => (await fetch(baseOf(dyad) + path)).text();
const stateOf = ({ slug }: TestDyad) => test.visitor().call('GET /api/dyads/:dyad/log', { params: { dyad: slug } });
const keyOf = async (dyad: TestDyad): Promise<string> => (await stateOf(dyad)).keys.at(-1)?.verifierKey ?? '';

async function founded(slug: string): Promise<TestDyad> {
  const dyad = await foundDyad(test, slug);
  await test.settled();
  return dyad;
}

const append = (dyad: TestDyad, version: number): Promise<void> => appendSigned(test, dyad, version);

/** Runs a command that has to work. @returns what it prints */
async function done(...words: string[]): Promise<string> {
  const { code, out, err } = await run(...words);
  expect({ words, code, err }).toEqual({ words, code: 0, err: '' });
  return out;
}

/** A key of a witness of a side, appointed. */
async function witness({ id, slug }: TestDyad, side: 'a' | 'b', url: string | null) {
  const file = at(`${slug}-${side}.key`);
  const { vkey } = makeWitnessKey(`witness.example/${slug}/${side}`, file);
  await test.app.get(UnitOfWork).run({ dyadId: id }, (tx) => {
    const name = { en: `Witness of ${side}` };
    return test.app.get(WitnessRepository).add(tx, id, { verifierKey: vkey, side, name, url }, '2026-05-01');
  });
  return { file, state: at(`${slug}-${side}`), vkey };
}

const serving = async (
  { file, state }: { file: string; state: string },
  port: number,
  key: string,
): Promise<ChildProcess> => {
  const words = ['witness', 'serve', '--key', file, '--state', state, '--log', key, '--port', String(port)];
  const { child } = await begun(words, /(http:\S+)\/add-checkpoint\n/);
  processes.add(child);
  return child;
};

describe('those who follow a log', () => {
  it('go on over a change of its key under the one that they know, and over a revocation once they are told the next', async () => {
    const river = await founded('river');
    const first = await keyOf(river);
    const port = await freePort();
    const [a, b] = [await witness(river, 'a', `http://127.0.0.1:${port}`), await witness(river, 'b', null)];
    const served = await serving(a, port, first);
    const follow = (...keys: string[]) =>
      run('witness', 'follow', '--log', baseOf(river), '--key', b.file, '--state', b.state, '--once', ...keys);
    /** The size that both have signed, after they have looked. */
    const witnessed = async (...keys: string[]): Promise<number | null> => {
      test.clock.advance({ seconds: 4000 });
      await test.app.get(WitnessFeeder).idle();
      expect(await follow(...keys)).toMatchObject({ code: 0, err: '' });
      return (await stateOf(river)).witnessedSize;
    };
    const mirror = (...keys: string[]) => run('witness', 'mirror', at('copy'), '--log', baseOf(river), ...keys);
    expect(await witnessed('--vkey', first)).toBe((await stateOf(river)).size);
    expect((await mirror()).code).toBe(0);

    // Changed: the key that everybody has goes on to do.
    expect(await done('record', 'rotate-key', 'river')).toMatch(
      /^new {2}localhost\/log\/river\+\S+\nold {2}\S+ {2}signs no more from \d{4}-\d\d-\d\d on\n$/,
    );
    const second = await keyOf(river);
    await append(river, 2);
    expect(await witnessed('--vkey', first)).toBe((await stateOf(river)).size);
    expect(await witnessed('--vkey', second)).toBe((await stateOf(river)).size);
    expect((await mirror()).code).toBe(0);
    expect(await run('record', 'rotate-key', 'river')).toMatchObject({
      code: 1,
      err: 'Two keys sign this log already. Its key can be changed again once the old one has retired.\n',
    });

    // Both revoked: the log stands still, for those who look as well.
    await done('record', 'revoke-key', 'river', '--key', first, '--reason', 'compromised');
    expect(await done('record', 'revoke-key', 'river', '--key', second, '--reason', 'compromised')).toContain(
      'rotate-key river',
    );
    const { size } = await stateOf(river);
    await append(river, 3);
    expect(await stateOf(river)).toMatchObject({ size, keys: [], frozen: { reason: 'compromised' } });

    // The next key counts for whoever is told it, and only if the log holds what they have seen.
    await done('record', 'rotate-key', 'river');
    const third = await keyOf(river);
    expect((await stateOf(river)).size).toBeGreaterThan(size);
    expect((await follow('--vkey', second)).code).toBe(1);
    expect((await follow('--vkey', third)).code).toBe(2);
    await ended(served);
    await serving(a, port, third);
    expect(await witnessed('--vkey', second, '--vkey', third)).toBe((await stateOf(river)).size);
    await append(river, 4);
    expect(await witnessed('--vkey', third)).toBe((await stateOf(river)).size);
    expect((await mirror('--vkey', third)).code).toBe(2);
    expect((await mirror('--vkey', second, '--vkey', third)).code).toBe(0);
    expect((await mirror()).code).toBe(0);
    expect((await run('verify', 'url', baseOf(river), '--log', third)).code).toBe(0);
    expect((await run('verify', 'url', baseOf(river), '--log', second)).code).toBe(1);
  }, 180_000);

  it.skipIf(!hasGo)(
    'need not know us: Go’s own verifier takes either key, and the next one after a revocation',
    async () => {
      const verifier = new ThirdParty(mkdtempSync(at('go-')));
      const lake = await founded('lake');
      const first = await keyOf(lake);
      const files = async () => {
        const { checkpoint, files: tiles } = await servedLog(baseOf(lake).slice(0, -1));
        return new Map(tiles).set('checkpoint', utf8(checkpoint));
      };
      const older = await textAt(lake, 'checkpoint');
      expect(verifier.judged(await files(), { key: first })).toBe('accepted');
      await done('record', 'rotate-key', 'lake');
      const second = await keyOf(lake);
      const between = await textAt(lake, 'checkpoint');
      expect(verifier.judged(await files(), { key: first, older })).toBe('accepted');
      expect(verifier.judged(await files(), { key: second })).toBe('accepted');
      for (const key of [first, second]) await done('record', 'revoke-key', 'lake', '--key', key, '--reason', 'lost');
      await append(lake, 2);
      expect(verifier.judged(await files(), { key: second, older: between })).toBe('accepted');
      await done('record', 'rotate-key', 'lake');
      const third = await keyOf(lake);
      expect(verifier.judged(await files(), { key: third })).toBe('accepted');
      expect(verifier.judged(await files(), { key: second })).toMatch(/no verifiable signatures/);
    },
    180_000,
  );
});

describe('the commands that change keys', () => {
  it('say what they do not understand, and change nothing', async () => {
    const reed = await founded('reed');
    const key = await keyOf(reed);
    const revoke = (slug: string, vkey: string, reason: string) =>
      run('record', 'revoke-key', slug, '--key', vkey, '--reason', reason);
    expect(await revoke('reed', key, 'stolen')).toMatchObject({ code: 1, err: 'The reason is compromised or lost.\n' });
    expect(await revoke('reed', `${key}x`, 'lost')).toMatchObject({
      code: 1,
      err: 'This log is not signed with this key now.\n',
    });
    expect(await revoke('nowhere', key, 'lost')).toMatchObject({ code: 1, err: 'There is no dyad nowhere.\n' });
    expect((await run('record', 'revoke-key', 'reed', '--key', key)).code).toBe(2);
    vi.stubEnv('RECORD_SIGNER', 'file');
    vi.stubEnv('RECORD_KEY_DIR', mkdtempSync(at('keys-')));
    expect(await run('record', 'rotate-key', 'reed')).toMatchObject({
      code: 1,
      err: 'There is no new key for localhost/log/reed where RECORD_SIGNER says.\n',
    });
    vi.stubEnv('RECORD_SIGNER', '');
    vi.stubEnv('RECORD_KEY_DIR', '');
    expect(await keyOf(reed)).toBe(key);
  });
});

describe('docs/how-to/change-the-key-of-a-log.md', () => {
  const page = readFileSync(join(projectRoot, 'docs', 'how-to', 'change-the-key-of-a-log.md'), 'utf8');
  const blocks = (kind: string): string[] =>
    [...page.matchAll(new RegExp(`\`\`\`${kind}\\n([\\s\\S]+?)\`\`\``, 'g'))].map(([, text = '']) => text);

  it('is right in every command and in its program', async () => {
    const dyad = await founded('bg-mk');
    const [first, keys] = [await keyOf(dyad), mkdtempSync(at('keys-'))];
    const { file, state } = await witness(dyad, 'a', null);
    const known = new Map([
      ['https://dialogue.example.org/log/bg-mk', baseOf(dyad)],
      ['witness.key', file],
      ['bg-mk.state', state],
      ['copy', at('copy-of-page')],
    ]);
    const ran = async (line: string): Promise<void> => {
      if (!line.startsWith('npm run')) {
        const { status, stderr } = spawnSync('/bin/sh', ['-c', line], { cwd: keys });
        expect([line, status, stderr.toString()]).toEqual([line, 0, '']);
        return;
      }
      known.set('NEXT', await keyOf(dyad));
      const words = line.replace('npm run -s entente -- ', '').split(' ');
      await done(...words.map((word) => known.get(word) ?? word));
      // Once it was changed the new key is the one that is revoked; the old one, first.
      if (line.includes('rotate-key')) {
        known.set('VKEY', await keyOf(dyad));
        await done('record', 'revoke-key', 'bg-mk', '--key', first, '--reason', 'lost');
        const following = ['--vkey', await keyOf(dyad), '--key', file, '--state', state];
        await done('witness', 'follow', '--log', baseOf(dyad), ...following, '--once');
        await done('witness', 'mirror', at('copy-of-page'), '--log', baseOf(dyad));
      }
      if (line.includes('revoke-key')) await done('record', 'rotate-key', 'bg-mk');
    };
    const lines = blocks('console').flatMap((block) => block.trimEnd().split('\n'));
    const inText = [...page.matchAll(/`(witness mirror [^`]+)`/g)].map(
      ([, line = '']) => `npm run -s entente -- ${line}`,
    );
    expect([lines.length, inText.length]).toEqual([5, 1]);
    for (const line of [...lines.slice(0, 3), ...inText, ...lines.slice(3)]) await ran(line);

    // The file that the page makes, under the settings that the page names.
    const [ofFiles = '', ofCommand = '', program = ''] = blocks('sh');
    const settings = (text: string): void => {
      for (const [, name = '', value = ''] of text.matchAll(/^(\w+)=(.+)$/gm))
        vi.stubEnv(
          name,
          value.replace('/var/lib/entente-keys', keys).replace('/usr/local/bin/sign-log', at('sign-log')),
        );
    };
    settings(ofFiles);
    await done('record', 'rotate-key', 'bg-mk');
    const signed = async (): Promise<number> => {
      const known = (await stateOf(dyad)).keys.map(({ verifierKey }) =>
        parseVerifierKey(logCrypto.sha256, verifierKey),
      );
      return openNote(logCrypto, await textAt(dyad, 'checkpoint'), known).verified.length;
    };
    expect(await signed()).toBe(2);

    // The program of the page, with the file that it names.
    mkdirSync(at('sign'));
    spawnSync('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', at('sign/key.pem')]);
    writeFileSync(at('sign-log'), program.replace('/var/lib/sign-log', at('sign')), { mode: 0o700 });
    const [old] = (await stateOf(dyad)).keys;
    await done('record', 'revoke-key', 'bg-mk', '--key', old?.verifierKey ?? '', '--reason', 'lost');
    settings(ofCommand);
    await done('record', 'rotate-key', 'bg-mk');
    expect(await signed()).toBe(2);
    for (const name of ['RECORD_SIGNER', 'RECORD_KEY_DIR', 'RECORD_SIGN_COMMAND']) vi.stubEnv(name, '');
  }, 180_000);
});
