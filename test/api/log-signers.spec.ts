import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HeldKeys } from '../../server/modules/record/log/held-keys.js';
import { KeyCommand } from '../../server/modules/record/log/key-command.js';
import { KeyFiles } from '../../server/modules/record/log/key-files.js';
import { RecordKeyCheck } from '../../server/modules/record/record-key-check.port.js';
import { RecordKeys } from '../../server/modules/record/record-keys.port.js';
import { ConfigurationError, readConfig } from '../../server/platform/config/config.js';
import { Readiness } from '../../server/platform/http/readiness.js';
import { logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { parseVerifierKey } from '../../shared/log/key.js';
import { openNote } from '../../shared/log/note.js';
import { foundDyad, type TestDyad } from '../support/actors.js';
import { startApp, testSecret, type TestApp } from '../support/app.js';
import { appendSigned } from '../support/appended-entry.js';
import { TestClock } from '../support/clock.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { there } from '../support/log.js';
import { isBuilt, startServerProcess } from '../support/server-process.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-signers-'));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
/** A folder of its own for the keys of a test. */
const keyFolder = (): string => mkdtempSync(join(folder, `keys-${(made += 1)}-`));

/** Writes a new key as `openssl genpkey -algorithm ed25519` does. @returns where */
function newKey(into: string, name: string, mode = 0o600): string {
  const path = join(into, name);
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(path, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode });
  chmodSync(path, mode);
  return path;
}

/** A program of the operator's. */
function program(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'), { mode: 0o700 });
  return path;
}

/** Signs with the key in a file, by the tool that everybody has. */
const signing = (key: string): string[] => [
  'case "$1" in',
  `  keys) openssl pkey -in ${key} -pubout -outform DER | tail -c 32 | base64 ;;`,
  '  sign)',
  '    message=$(mktemp) && cat > "$message"',
  `    openssl pkeyutl -sign -inkey ${key} -rawin -in "$message" | base64 -w 0`,
  '    rm -f "$message" ;;',
  'esac',
];

const origin = 'localhost/log/river';
const clock = new TestClock();

describe('keys in files', () => {
  const refusedIn = async (into: string): Promise<unknown> =>
    new KeyFiles(into).keysOf(origin).then(
      (keys) => keys.length,
      (error: unknown) => [error instanceof ConfigurationError, error instanceof Error ? error.message : ''],
    );

  it('sign for the log that their name says, and for no other', async () => {
    const into = keyFolder();
    for (const name of ['river.pem', 'river.next.pem', 'river.pem.old', 'riverbank.pem', 'lake.pem', 'river'])
      newKey(into, name);
    const keys = await new KeyFiles(into).keysOf(origin);
    expect(keys).toHaveLength(2);
    const message = randomBytes(100);
    for (const { verifierKey, sign } of keys) {
      const { name, publicKey } = parseVerifierKey(logCrypto.sha256, verifierKey);
      expect(name).toBe(origin);
      expect(logCrypto.verifyEd25519(publicKey, message, await sign(message))).toBe(true);
    }
  });

  it.each([0o644, 0o640, 0o400, 0o700])('are refused with mode %o', async (mode) => {
    const into = keyFolder();
    const path = newKey(into, 'river.pem', mode);
    expect(await refusedIn(into)).toEqual([true, `${path} has to be a file of the server's own user, with mode 0600.`]);
    chmodSync(path, 0o600);
    expect(await refusedIn(into)).toBe(1);
  });

  it('are refused as links, as folders, and of another kind; nothing of them is told', async () => {
    const into = keyFolder();
    const path = join(into, 'river.pem');
    symlinkSync(newKey(folder, `elsewhere-${made}.pem`), path);
    expect(await refusedIn(into)).toEqual([true, expect.stringContaining('a file and no link')]);
    unlinkSync(path);
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    for (const text of [privateKey.export({ format: 'pem', type: 'pkcs8' }), 'rubbish', '']) {
      writeFileSync(path, text, { mode: 0o600 });
      expect(await refusedIn(into)).toEqual([true, `${path} holds no Ed25519 key as PKCS#8 in PEM.`]);
    }
    expect(await refusedIn(join(into, 'nowhere'))).toEqual([true, expect.stringContaining('RECORD_KEY_DIR')]);
  });

  it('are the next key of a log only where there is exactly one that it never had', async () => {
    const into = keyFolder();
    const held = new HeldKeys({ RECORD_SIGNER: 'file', RECORD_KEY_DIR: into, RECORD_SIGN_COMMAND: undefined }, clock);
    await expect(held.fresh(origin, [])).rejects.toThrow('no new key');
    newKey(into, 'river.pem');
    const first = await held.fresh(origin, []);
    await expect(held.fresh(origin, [first])).rejects.toThrow('no new key');
    newKey(into, 'river.next.pem');
    await expect(held.fresh(origin, [])).rejects.toThrow('more than one');
    expect(await held.fresh(origin, [first])).not.toBe(first);
  });
});

describe('keys of a command', () => {
  it('sign what is given on standard input; nothing of the settings of the server is told', async () => {
    const key = newKey(folder, 'command.pem');
    const seen = join(folder, 'seen');
    const path = program('signing', [`env > ${seen}`, ...signing(key)]);
    const [signer] = await new KeyCommand(path, clock).keysOf(origin);
    const { verifierKey, sign } = there(signer);
    const message = new TextEncoder().encode('localhost/log/river\n3\nroot=\n');
    const { publicKey } = parseVerifierKey(logCrypto.sha256, verifierKey);
    expect(logCrypto.verifyEd25519(publicKey, message, await sign(message))).toBe(true);
    expect(readFileSync(seen, 'utf8')).toContain('PATH=');
    expect(readFileSync(seen, 'utf8')).not.toMatch(/^(?:ENTENTE_SECRET|DATABASE_URL|NODE_ENV)=/m);
  });

  it('is no way into a shell: words reach it as they are', async () => {
    const mark = join(folder, 'mark');
    const path = program('words', [`printf '%s' "$2" > ${join(folder, 'words-seen')}`]);
    const odd = `localhost/log/x; touch ${mark} #$(touch ${mark})`;
    await new KeyCommand(path, clock).keysOf(odd);
    expect(readFileSync(join(folder, 'words-seen'), 'utf8')).toBe(odd);
    expect(existsSync(mark)).toBe(false);
  });

  it('is not waited for longer than its deadline', async () => {
    const began = Date.now();
    const hanging = new KeyCommand(program('hanging', ['sleep 30']), clock, 2_000);
    await expect(hanging.keysOf(origin)).rejects.toMatchObject({ code: 'key_unreachable' });
    expect(Date.now() - began).toBeLessThan(10_000);
    // Nor is it asked again at once, for any log: it hangs for all of them.
    program('hanging', signing(newKey(folder, 'hanging.pem')));
    await expect(hanging.keysOf('localhost/log/lake')).rejects.toMatchObject({ code: 'key_unreachable' });
    clock.advance({ seconds: 11 });
    expect(await new KeyCommand(join(folder, 'hanging'), clock).keysOf(origin)).toHaveLength(1);
    expect(await hanging.keysOf(origin)).toHaveLength(1);
  });

  it.each([
    ['ends with a fault', ['exit 3'], 'key_unreachable'],
    ['answers rubbish', ['echo rubbish'], 'key_command'],
    ['answers too few bytes', ['printf AAAA'], 'key_command'],
    ['answers without end', ['yes'], 'key_unreachable'],
  ])('that %s is refused', async (_, lines, code) => {
    await expect(new KeyCommand(program('refused', lines), clock).keysOf(origin)).rejects.toMatchObject({ code });
  });
});

describe('the settings of signers', () => {
  const read = (given: Record<string, string>) => () => readConfig({ ENTENTE_SECRET: testSecret, ...given });

  it('are refused where half of them is missing', () => {
    expect(read({ RECORD_SIGNER: 'file' })).toThrow('RECORD_KEY_DIR is required with RECORD_SIGNER=file');
    expect(read({ RECORD_SIGNER: 'command' })).toThrow('RECORD_SIGN_COMMAND is required with RECORD_SIGNER=command');
    expect(read({ RECORD_SIGNER: 'smoke' })).toThrow('RECORD_SIGNER must be database, file or command');
    expect(read({ RECORD_SIGN_COMMAND: '/nowhere/at/all' })).toThrow('RECORD_SIGN_COMMAND must be');
    expect(read({})().RECORD_SIGNER).toBe('database');
  });
});

describe('a log whose key is held elsewhere', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());

  const keys = keyFolder();
  const ofFiles = { RECORD_SIGNER: 'file', RECORD_KEY_DIR: keys };

  /** The application with some settings, for as long as the work takes. */
  async function within<Result>(settings: Record<string, string>, work: (app: TestApp) => Promise<Result>) {
    const app = await startApp({ RECORD_GUARD_DIR: join(folder, 'guard'), ...settings }, database);
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  }
  const checked = (app: TestApp): Promise<void> => app.app.get(RecordKeyCheck).run();
  const stateOf = (app: TestApp, slug: string) =>
    app.visitor().call('GET /api/dyads/:dyad/log', { params: { dyad: slug } });
  const signers = async (app: TestApp, slug: string): Promise<string[]> => {
    const note = await (await fetch(`${app.url}/log/${slug}/checkpoint`)).text();
    const { keys: known } = await stateOf(app, slug);
    const parsed = known.map(({ verifierKey }) => parseVerifierKey(logCrypto.sha256, verifierKey));
    return openNote(logCrypto, note, parsed).verified.map(({ key }) => key.id);
  };
  const rotate = async (app: TestApp, { id }: TestDyad) => {
    const change = await app.app.get(UnitOfWork).run({ dyadId: id }, (tx) => app.app.get(RecordKeys).rotate(tx, id));
    await app.settled();
    return change;
  };
  let river: TestDyad;

  it('is opened with the key in its file, which the database never has', async () => {
    await within(ofFiles, async (app) => {
      river = await foundDyad(app);
      await app.settled();
      // Without a key nothing is signed, and whoever watches the server is told.
      expect((await fetch(`${app.url}/log/river/checkpoint`)).status).toBe(404);
      expect(app.app.get(Readiness).degraded).toEqual(['record']);
      newKey(keys, 'river.pem');
      await app.settled();
      expect(app.app.get(Readiness).degraded).toEqual([]);
      await checked(app);
      expect(await signers(app, 'river')).toHaveLength(1);
      const rows = await database.query<{ sealed: Buffer | null }>(`select sealed from log_key`);
      expect(rows).toEqual([{ sealed: null }]);
    });
  });

  it('is not served by a server that has another key, or none', async () => {
    const path = join(keys, 'river.pem');
    const right = readFileSync(path);
    unlinkSync(path);
    await within(ofFiles, async (app) => expect(checked(app)).rejects.toThrow('there is no key for it'));
    newKey(keys, 'river.pem');
    await within(ofFiles, async (app) => {
      await expect(checked(app)).rejects.toThrow(
        /^The log localhost\/log\/river is signed with localhost\/log\/river\+/,
      );
      // It does not sign with the wrong one either.
      await appendSigned(app, river, 2);
      expect(await stateOf(app, 'river')).toMatchObject({ keys: [{}] });
      const [head] = await database.query<{ waits: boolean }>(`select published_size < size as waits from log_head`);
      expect(head?.waits).toBe(true);
    });
    await within({}, async (app) => expect(checked(app)).rejects.toThrow(ConfigurationError));
    writeFileSync(path, right, { mode: 0o600 });
    await within(ofFiles, async (app) => {
      await app.settled();
      await checked(app);
      const [head] = await database.query<{ waits: boolean }>(`select published_size < size as waits from log_head`);
      expect(head?.waits).toBe(false);
    });
  });

  it.skipIf(!isBuilt)(
    'SEC-54: ends the start of a server whose file others can read',
    async () => {
      chmodSync(join(keys, 'river.pem'), 0o644);
      const settings = { ...ofFiles, DATABASE_URL: database.url, RECORD_GUARD_DIR: join(folder, 'guard') };
      await expect(startServerProcess(settings)).rejects.toThrow('exit code 1');
      chmodSync(join(keys, 'river.pem'), 0o600);
      const server = await startServerProcess(settings);
      await server.kill('SIGTERM');
    },
    120_000,
  );

  it('moves to a command while its file signs on, and back into the database', async () => {
    const command = program('moved', signing(newKey(folder, 'moved.pem')));
    await within({ ...ofFiles, RECORD_SIGNER: 'command', RECORD_SIGN_COMMAND: command }, async (app) => {
      await checked(app);
      await rotate(app, river);
      expect(await signers(app, 'river')).toHaveLength(2);
      const { keys: both } = await stateOf(app, 'river');
      await app.app
        .get(UnitOfWork)
        .run({ dyadId: river.id }, (tx) =>
          app.app.get(RecordKeys).revoke(tx, river.id, both[0]?.verifierKey ?? '', 'lost'),
        );
      await app.settled();
      expect(await signers(app, 'river')).toHaveLength(1);
    });
    await within({ RECORD_SIGN_COMMAND: command }, async (app) => {
      const { newKey: next } = await rotate(app, river);
      await checked(app);
      expect(await signers(app, 'river')).toHaveLength(2);
      const [row] = await database.query<{ sealed: Buffer | null }>(
        `select sealed from log_key where verifier_key = $1`,
        [next],
      );
      expect(row?.sealed).not.toBeNull();
    });
  });

  it('waits while its command hangs, answers rubbish or signs with another key, and is signed when it does not', async () => {
    const right = signing(join(folder, 'moved.pem'));
    const wrong = signing(newKey(folder, 'wrong.pem'));
    const command = join(folder, 'moved');
    const signsAs = (lines: readonly string[]) =>
      program('moved', ['if [ "$1" = sign ]; then', ...lines, 'exit', 'fi', ...right]);
    const lag = async (): Promise<number> => {
      const [head] = await database.query<{ lag: number }>(`select size - published_size as lag from log_head`);
      return head?.lag ?? 0;
    };
    await within({ RECORD_SIGN_COMMAND: command }, async (app) => {
      let waiting = 0;
      for (const lines of [['sleep 30'], ['echo rubbish'], wrong, ['exit 1']]) {
        signsAs(lines);
        app.clock.advance({ seconds: 11 });
        await appendSigned(app, river, 10 + waiting);
        waiting += 1;
        expect(await lag()).toBe(waiting);
        expect(app.app.get(Readiness).degraded).toEqual(['record']);
      }
      program('moved', right);
      // It is asked again when its pause is over.
      await app.settled();
      expect(await lag()).toBe(waiting);
      app.clock.advance({ seconds: 11 });
      await app.settled();
      expect(await lag()).toBe(0);
      expect(await signers(app, 'river')).toHaveLength(2);
      expect(app.app.get(Readiness).degraded).toEqual([]);
    });
  });

  it('is served while its command does not answer, and not where it has another key', async () => {
    const command = join(folder, 'moved');
    program('moved', ['exit 1']);
    await within({ RECORD_SIGN_COMMAND: command }, checked);
    program('moved', signing(join(folder, 'wrong.pem')));
    await within({ RECORD_SIGN_COMMAND: command }, async (app) =>
      expect(checked(app)).rejects.toMatchObject({ code: 'key_differs' }),
    );
  });
});
