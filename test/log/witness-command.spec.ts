import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { follow } from '../../server/cli/log/follow.js';
import { LogAddress } from '../../server/cli/log/log-address.js';
import { makeWitnessKey, readWitnessKey, type WitnessKey } from '../../server/cli/log/witness-key.js';
import { TwoPlaces } from '../../server/cli/log/two-places.js';
import { witnessServer } from '../../server/cli/log/witness-server.js';
import { Witness } from '../../server/cli/log/witness.js';
import { logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { formatCheckpoint } from '../../shared/log/checkpoint.js';
import { utf8 } from '../../shared/log/encoding.js';
import { encodeEntry } from '../../shared/log/entry.js';
import { attempt } from '../../shared/log/error.js';
import { emptyRoot, leafHash, type Hash } from '../../shared/log/hash.js';
import { formatPrivateKey } from '../../shared/log/key.js';
import { openNote, signedNote } from '../../shared/log/note.js';
import { consistencyProof } from '../../shared/log/proof.js';
import { formatAddCheckpoint, originHash } from '../../shared/log/witness-request.js';
import { begun, run } from '../support/command-line.js';
import { flipped, perfectTreesOver, sha256, staticFiles, there } from '../support/log.js';
import { addressFiles, serveLog, type LogServer } from '../support/log-server.js';
import {
  checkpointOver,
  envelope,
  envelopes,
  logKey,
  origin,
  policy,
  policyText,
  signingKey,
  witnesses,
} from '../support/signed-log.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-witness-'));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const entries = envelopes(300);
const read = perfectTreesOver(entries.map((entry) => leafHash(sha256, entry)));
const proof = (from: number, to: number): Hash[] => consistencyProof(sha256, { from, to }, read);
const other = encodeEntry(envelope({ sub: 'another' }));
const time = 1_780_000_000;

describe('the key of a witness', () => {
  it('is made for its owner only, and never in place of another', async () => {
    const file = at('new.key');
    const { code, out } = await run('witness', 'new', 'witness.example/new', '--out', file);
    expect(code).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(out).toBe(`${readWitnessKey(file).vkey}\n`);
    expect(readFileSync(file, 'utf8')).toMatch(/^PRIVATE\+KEY\+witness\.example\/new\+[0-9a-f]{8}\+\S{44}\n$/);
    expect(await run('witness', 'new', 'witness.example/new', '--out', file)).toMatchObject({ code: 2, out: '' });
    expect((await run('witness', 'new', 'a name', '--out', at('none.key'))).code).toBe(2);
    expect(existsSync(at('none.key'))).toBe(false);
  });

  it('is refused where others can read it, and where it is no key of a witness', () => {
    const file = at('open.key');
    const { key } = makeWitnessKey('witness.example/open', file);
    chmodSync(file, 0o640);
    expect(() => readWitnessKey(file)).toThrow('Others can read');
    const write = (content: string): void => writeFileSync(file, content, { mode: 0o600 });
    chmodSync(file, 0o600);
    for (const content of [
      'none',
      formatPrivateKey({ name: key.name, id: '00000000', type: 4, seed: new Uint8Array(32) }),
      formatPrivateKey({ name: key.name, id: key.id, type: 1, seed: new Uint8Array(32) }),
    ]) {
      write(content);
      expect(() => readWitnessKey(file)).toThrow('is no key of a witness');
    }
  });
});

/** A witness with a memory of its own, at an address of this machine. */
async function serving(key: WitnessKey, state: string) {
  const app = witnessServer(new Witness(key, [logKey.key], state), () => time);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    close: () => app.close(),
    add: async (body: string | Uint8Array, headers: Record<string, string> = {}) => {
      const answer = await fetch(`${address}/add-checkpoint`, { method: 'POST', body, headers });
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
    },
    get: (path: string) => fetch(`${address}/${path}`),
  };
}

const request = (
  old: number,
  size: number,
  changes: { list?: readonly Uint8Array[]; proof?: readonly Hash[] } = {},
): string =>
  formatAddCheckpoint({
    old,
    proof: changes.proof ?? (old === 0 || old > size ? [] : proof(old, size)),
    checkpoint: checkpointOver(changes.list ?? entries.slice(0, size)),
  });

describe('a witness that is asked', () => {
  let key: WitnessKey;
  let state: string;
  let witness: Awaited<ReturnType<typeof serving>>;
  let number = 0;
  beforeEach(async () => {
    number += 1;
    key = makeWitnessKey('witness.example/w', at(`w${number}.key`));
    state = at(`state-${number}`);
    witness = await serving(key, state);
  });
  afterEach(() => witness.close());

  it('cosigns what follows what it has seen, and shows it', async () => {
    expect((await witness.get(`${originHash(sha256, origin)}/checkpoint`)).status).toBe(404);
    for (const [old, size] of [
      [0, 100],
      [100, 256],
      [256, 256],
      [256, 300],
    ] as const) {
      const { status, text } = await witness.add(request(old, size));
      expect(status).toBe(200);
      const note = `${checkpointOver(entries.slice(0, size))}${text}`;
      const { verified } = openNote(logCrypto, note, [key.key]);
      expect(verified).toMatchObject([{ time }]);
      const shown = await witness.get(`${originHash(sha256, origin)}/checkpoint`);
      expect(shown.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(await shown.text()).toBe(note);
    }
    expect((await witness.get(`${originHash(sha256, 'another.example')}/checkpoint`)).status).toBe(404);
    expect((await witness.get('checkpoint')).status).toBe(404);
  });

  it('takes a request of any type, or of none', async () => {
    for (const type of ['text/plain', 'application/octet-stream', 'application/x-www-form-urlencoded'])
      expect((await witness.add(request(0, 0), { 'content-type': type })).status).toBe(200);
    expect((await witness.add(utf8(request(0, 10)))).status).toBe(200);
  });

  it('says which size it has where the log thinks of another: 409', async () => {
    await witness.add(request(0, 100));
    for (const old of [0, 50, 101])
      expect(await witness.add(request(old, 200))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '100\n' });
  });

  it('does not know other logs: 404', async () => {
    const stranger = signingKey('example.org/log/other', 7);
    const text = formatCheckpoint({ origin: 'example.org/log/other', size: 0, root: emptyRoot(sha256) });
    const checkpoint = signedNote(text, [stranger.line(text)]);
    expect((await witness.add(formatAddCheckpoint({ old: 0, proof: [], checkpoint }))).status).toBe(404);
  });

  it('believes the log only: 403 for a checkpoint that it has not signed, or signed otherwise', async () => {
    const text = formatCheckpoint({ origin, size: 0, root: emptyRoot(sha256) });
    const lines = [signingKey(origin, 9).line(text), witnesses.a.cosigned(text, time), logKey.line(`${text}more\n`)];
    for (const line of lines) {
      const body = formatAddCheckpoint({ old: 0, proof: [], checkpoint: signedNote(text, [line]) });
      expect((await witness.add(body)).status).toBe(403);
    }
  });

  it('refuses what is malformed, and an old size that is the larger one: 400', async () => {
    const bodies = [
      '',
      'old 0\n',
      request(0, 9).replace('old 0', 'old 00'),
      request(0, 9).replace('\n9\n', '\n09\n'),
      request(10, 9),
    ];
    for (const body of bodies) expect((await witness.add(body)).status, body).toBe(400);
    expect((await witness.add(Uint8Array.of(0xff, 0xfe))).status).toBe(400);
    expect((await witness.add(request(0, 9).replace('old 0\n', `old 0\n${'A'.repeat(43)}=\n`.repeat(64)))).status).toBe(
      400,
    );
  });

  it('refuses what does not follow: 422', async () => {
    const empty = formatCheckpoint({ origin, size: 0, root: sha256(utf8('another')) });
    const forgedEmpty = formatAddCheckpoint({ old: 0, proof: [], checkpoint: signedNote(empty, [logKey.line(empty)]) });
    expect((await witness.add(forgedEmpty)).status).toBe(422);
    expect((await witness.add(request(0, 100, { proof: proof(50, 100) }))).status).toBe(422);
    await witness.add(request(0, 100));
    const rewritten = entries.with(3, other);
    for (const body of [
      request(100, 100, { list: rewritten.slice(0, 100) }),
      request(100, 200, { list: rewritten.slice(0, 200) }),
      request(100, 200, { proof: [] }),
      request(100, 200, { proof: proof(100, 200).map((hash) => flipped(hash, 0)) }),
      request(100, 100, { proof: proof(50, 100) }),
    ])
      expect((await witness.add(body)).status).toBe(422);
    expect((await witness.add(request(100, 300))).status).toBe(200);
  });

  it('is never brought back to a smaller tree by requests at the same moment', async () => {
    await witness.add(request(0, 1));
    const sizes = Array.from({ length: 40 }, (_, index) => 2 + index * 7);
    const answers = await Promise.all(sizes.map((size) => witness.add(request(1, size))));
    const cosigned = answers.filter(({ status }) => status === 200);
    expect(cosigned).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(39);
    const [kept] = answers.flatMap(({ status }, index) => (status === 200 ? [sizes[index]] : []));
    expect(new Set(answers.flatMap(({ status, text }) => (status === 409 ? [text] : [])))).toEqual(
      new Set([`${kept}\n`]),
    );
  });

  it('remembers what it signed though it ended before it answered', async () => {
    // The answer is thrown away: the log never hears of it.
    expect(new Witness(key, [logKey.key], state).addCheckpoint(request(0, 200), time)).toMatchObject({ status: 200 });
    const again = await serving(key, state);
    expect((await again.add(request(0, 100))).status).toBe(409);
    expect((await again.add(request(200, 200, { proof: [] }))).status).toBe(200);
    expect((await again.add(request(200, 200, { list: entries.slice(0, 200).with(3, other), proof: [] }))).status).toBe(
      422,
    );
    await again.close();
  });

  it('does not begin with a memory that is not its own', async () => {
    await witness.add(request(0, 100));
    const path = join(state, originHash(sha256, origin), 'checkpoints');
    const kept = readFileSync(path);
    for (const changed of [kept.subarray(0, 50), flipped(kept, 40), checkpointOver(entries)]) {
      writeFileSync(path, changed);
      expect(() => new Witness(key, [logKey.key], state)).toThrow();
    }
  });

  it('has what it gave away when the power went while it wrote the next', async () => {
    await witness.add(request(0, 100));
    await witness.add(request(100, 150));
    const path = join(state, originHash(sha256, origin), 'checkpoints');
    const before = readFileSync(path);
    await witness.add(request(150, 200));
    const after = readFileSync(path);
    const from = before.findIndex((byte, at) => byte !== after[at]);
    for (const written of [1, 40, 200]) {
      // So much of the third text lies over the first, whose place it takes.
      writeFileSync(path, Buffer.concat([after.subarray(0, from + written), before.subarray(from + written)]));
      const again = await serving(key, state);
      expect((await again.add(request(0, 100))).status).toBe(409);
      expect((await again.add(request(150, 200))).status).toBe(200);
      await again.close();
    }
  });
});

describe('witness serve', () => {
  it('killed at any moment, has on the disk whatever it has signed, and goes on from there', async () => {
    const key = makeWitnessKey('witness.example/killed', at('killed.key'));
    const [state, path] = [at('killed-state'), join(at('killed-state'), originHash(sha256, origin), 'checkpoints')];
    let size = 0;
    for (let round = 0; round < 3; round += 1) {
      const serve = [
        'witness',
        'serve',
        '--key',
        at('killed.key'),
        '--state',
        state,
        '--log',
        logKey.vkey,
        '--port',
        '0',
      ];
      const { child, said: address } = await begun(serve, /(http:\S+)\/add-checkpoint\n/);
      const ended = once(child, 'exit');
      let signed = size;
      for (let next = size + 1; next <= size + 30; next += 1) {
        // The kill races the answer of one of them.
        if (next === size + 5 + round) setTimeout(() => child.kill('SIGKILL'), round);
        const answer = await fetch(`${address}/add-checkpoint`, {
          method: 'POST',
          body: request(next - 1, next),
        }).catch(() => undefined);
        if (answer === undefined) break;
        expect(answer.status).toBe(200);
        signed = next;
      }
      child.kill('SIGKILL');
      await ended;
      const notes = new TwoPlaces(path).read().filter((note) => attempt(() => openNote(logCrypto, note, [key.key])));
      size = Math.max(...notes.map((note) => Number(note.split('\n')[1])));
      // What left is on the disk; at most one more is, whose answer never left.
      expect(size - signed).toBeGreaterThanOrEqual(0);
      expect(size - signed).toBeLessThanOrEqual(1);
    }
  }, 120_000);

  it('begins only with keys of logs, a port that is one, and a key of its own', async () => {
    makeWitnessKey('witness.example/s', at('s.key'));
    const serve = (...more: string[]) => run('witness', 'serve', '--key', at('s.key'), '--state', at('s'), ...more);
    expect((await serve('--log', 'none')).err).toContain('is no key of a log');
    expect((await serve('--log', witnesses.a.vkey)).code).toBe(2);
    expect((await serve('--log', logKey.vkey, '--port', '65536')).err).toContain('--port takes');
    expect((await serve()).err).toContain('needs --log VKEY');
    expect((await run('witness', 'serve', '--key', at('absent'), '--state', at('s'), '--log', logKey.vkey)).code).toBe(
      2,
    );
  });
});

describe('a witness that follows', () => {
  const policyFile = at('policy');
  const keyFile = at('b.key');
  let log: LogServer;
  let state: string;
  let number = 0;
  beforeEach(async () => {
    number += 1;
    state = at(`followed-${number}`);
    log = await serveLog(addressFiles(entries.slice(0, 100)));
    writeFileSync(policyFile, policyText);
    const { name, id } = witnesses.b.key;
    writeFileSync(keyFile, `${formatPrivateKey({ name, id, type: 4, seed: new Uint8Array(32).fill(3) })}\n`, {
      mode: 0o600,
    });
  });
  afterEach(() => log.close());

  const followOnce = (...more: string[]) =>
    run(
      'witness',
      'follow',
      '--log',
      log.base,
      '--key',
      keyFile,
      '--state',
      state,
      '--once',
      ...(more.length > 0 ? more : ['--policy', policyFile]),
    );

  it('cosigns what contains what it has seen, and reads only the bundles of what is new', async () => {
    expect(await followOnce()).toEqual({
      code: 0,
      out: 'holds    Cosigned at 100 entries, of which 100 are new.\n',
      err: '',
    });
    expect(readFileSync(state, 'utf8')).toBe(checkpointOver(entries.slice(0, 100)));
    log.files = addressFiles(entries.slice(0, 260));
    expect((await followOnce('--vkey', logKey.vkey)).out).toContain('of which 160 are new');
    log.files = addressFiles(entries);
    log.asked.length = 0;
    expect((await followOnce()).code).toBe(0);
    expect(log.asked.filter((path) => path.startsWith('tile/entries'))).toEqual(['tile/entries/001.p/44']);
    expect(log.taken).toHaveLength(3);
  });

  it('refuses another history, and keeps the proof of it', async () => {
    await followOnce();
    log.files = addressFiles(
      entries
        .slice(0, 200)
        .with(3, other)
        .with(4, encodeEntry(envelope({ sub: 'x' }))),
    );
    expect(await followOnce()).toMatchObject({
      code: 1,
      out: expect.stringContaining('DIFFERS  The log does not contain'),
    });
    expect(JSON.parse(readFileSync(`${state}.evidence-100-200.json`, 'utf8'))).toMatchObject({
      older: checkpointOver(entries.slice(0, 100)),
    });
    log.files = addressFiles(entries.slice(0, 99));
    expect((await followOnce()).code).toBe(1);
    expect(existsSync(`${state}.evidence-99-100.json`)).toBe(true);
    expect(readFileSync(state, 'utf8')).toBe(checkpointOver(entries.slice(0, 100)));
    expect(log.taken).toHaveLength(1);
  });

  it('refuses entries that are not in their form, or not those of the root', async () => {
    const bad = [...entries.slice(0, 100), utf8('{ }')];
    log.files = addressFiles(bad);
    expect(await followOnce()).toMatchObject({
      code: 1,
      out: expect.stringContaining('Entry 100 is not in the one form'),
    });
    const swapped = staticFiles(entries.slice(0, 100).with(7, other)).get('tile/entries/000.p/100');
    log.files = addressFiles(entries.slice(0, 100)).set('tile/entries/000.p/100', there(swapped));
    expect((await followOnce()).out).toContain('another root than the signed one');
    log.files = addressFiles(entries.slice(0, 100)).set(
      'checkpoint',
      utf8(checkpointOver(bad).replace(origin, 'x.example')),
    );
    expect((await followOnce()).out).toContain('not signed by the log');
    expect(log.taken).toEqual([]);
    expect(existsSync(state)).toBe(false);
  });

  it('has its memory on the disk before the cosignature leaves, and goes on after an end between the two', async () => {
    // The log takes nothing of a stranger: the state is written, and the signature lost.
    const stranger = makeWitnessKey('witness.example/stranger', at(`stranger-${number}.key`));
    const following = { address: new LogAddress(log.base), policy, key: stranger, state, now: () => time };
    await expect(follow(following)).rejects.toThrow('have its key registered');
    expect(readFileSync(state, 'utf8')).toBe(checkpointOver(entries.slice(0, 100)));
    expect((await followOnce()).code).toBe(0);
    expect(log.taken).toHaveLength(1);
  });

  it('says what is wrong with how it was begun, and that nobody answers', async () => {
    const started = (...more: string[]) =>
      run('witness', 'follow', '--log', log.base, '--key', keyFile, '--once', ...more);
    expect((await started('--state', state)).err).toContain('--policy FILE, or --vkey VKEY');
    expect((await started('--policy', policyFile)).err).toContain('needs --state FILE');
    expect((await started('--state', state, '--policy', policyFile, '--every', '0')).err).toContain('--every takes');
    writeFileSync(state, 'nothing');
    expect((await started('--state', state, '--policy', policyFile)).err).toContain(
      'no checkpoint that this log has signed',
    );
    rmSync(state);
    log.files = new Map();
    expect(await started('--state', state, '--policy', policyFile)).toMatchObject({ code: 2, out: '' });
  });
});
