import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { digestOf, disclosure } from '../../shared/log/disclosure.js';
import { base64url, hex, utf8 } from '../../shared/log/encoding.js';
import { encodeEntry } from '../../shared/log/entry.js';
import { leafHash } from '../../shared/log/hash.js';
import { inclusionProof } from '../../shared/log/proof.js';
import { formatReceipt } from '../../shared/log/verify-receipt.js';
import { run } from '../support/command-line.js';
import { flipped, perfectTreesOver, sha256, there } from '../support/log.js';
import { addressFiles, serveLog, type LogServer } from '../support/log-server.js';
import { checkpointOver, envelope, envelopes, logKey, policyText, texts } from '../support/signed-log.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-verify-'));
const entries = envelopes(300);
const leaves = entries.map((entry) => leafHash(sha256, entry));
const other = encodeEntry(envelope({ sub: 'another' }));
const at = (name: string): string => join(folder, name);
const policy = at('policy');

beforeAll(() => writeFileSync(policy, policyText));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file, and the folders it lies in. @returns where it lies */
function put(name: string, content: string | Uint8Array): string {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
  return at(name);
}

function putLog(name: string, files: ReadonlyMap<string, Uint8Array>): string {
  rmSync(at(name), { recursive: true, force: true });
  for (const [path, bytes] of files) put(join(name, path), bytes);
  return at(name);
}

const receipt = (index = 0, size = 300, sides: readonly ('a' | 'b')[] = ['a', 'b']): string =>
  formatReceipt(there(entries[index]), index === 0 ? texts : [], {
    index,
    proof: inclusionProof(sha256, { index, size }, perfectTreesOver(leaves)),
    checkpoint: checkpointOver(entries.slice(0, size), sides),
  });

describe('verify receipt', () => {
  it('says in six sentences that a receipt holds, and what it says', async () => {
    const { code, out, err } = await run('verify', 'receipt', put('one.tlog-proof', receipt()), '--policy', policy);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Entry 0 of example\.org\/log\/bg-mk, 300 entries$/m);
    expect(out).toContain('text.bg: "Четиридесет километра релси до 2028 г."');
    expect(out).toContain('witness-a signed at 2025-11-24T');
    expect(out.match(/^holds {4}/gm)).toHaveLength(5);
    expect(out).toMatch(/^open {5}Nothing was given that it could be compared with/m);
  });

  it('needs to be told whose log it is, and by the key alone can name no witness', async () => {
    const file = put('one.tlog-proof', receipt());
    expect(await run('verify', 'receipt', file)).toMatchObject({ code: 2, out: '' });
    expect((await run('verify', 'receipt', file, '--policy', policy, '--log', logKey.vkey)).code).toBe(2);
    expect((await run('verify', 'receipt', file, '--log', 'none')).err).toContain('is no policy');
    const alone = await run('verify', 'receipt', file, '--log', logKey.vkey, '--json');
    expect(alone.code).toBe(0);
    expect(JSON.parse(alone.out)).toMatchObject({ holds: true, index: 0, size: 300, cosigned: [] });
  });

  it('asks for the witnesses that the policy asks for', async () => {
    const file = put('early.tlog-proof', receipt(0, 300, ['a']));
    const { code, out } = await run('verify', 'receipt', file, '--policy', policy);
    expect(code).toBe(1);
    expect(out).toMatch(/^open {5}It is recorded, and not witnessed/m);
  });

  it('is about the leaf that was asked for', async () => {
    const file = put('one.tlog-proof', receipt());
    const check = (leaf: string) => run('verify', 'receipt', file, '--policy', policy, '--leaf', leaf);
    expect((await check(base64url(there(leaves[0])))).code).toBe(0);
    expect((await check(hex(there(leaves[0])))).code).toBe(0);
    expect((await check(hex(there(leaves[1])))).code).toBe(1);
    expect((await check('abc')).code).toBe(2);
  });

  it('fits the copy that somebody keeps, and not that of another history', async () => {
    const file = put('two.tlog-proof', receipt(1, 200));
    const check = (kept: string) => run('verify', 'receipt', file, '--policy', policy, '--remembered', kept);
    const kept = putLog('kept', addressFiles(entries));
    expect((await check(kept)).out).toMatch(/^holds {4}It fits what you have seen/m);
    const forged = await check(putLog('forged', addressFiles(entries.with(150, other).with(151, other))));
    expect(forged).toMatchObject({ code: 1, out: expect.stringMatching(/^DIFFERS {2}It does not fit/m) });
    expect((await check(put('same', checkpointOver(entries.slice(0, 200))))).out).toMatch(/^holds {4}It fits/m);
    expect((await check(put('later', checkpointOver(entries)))).out).toMatch(/^open {5}Nothing was given/m);
    expect((await check(put('nothing', 'nothing'))).code).toBe(2);
    expect((await check(at('absent'))).code).toBe(2);
  });

  it('ends with 2 where there is no file, and with 1 where the file is no receipt', async () => {
    expect((await run('verify', 'receipt', at('absent'), '--policy', policy)).code).toBe(2);
    expect(await run('verify', 'receipt', put('none', 'none'), '--policy', policy)).toEqual({
      code: 1,
      out: 'DIFFERS  The file is no receipt.\n',
      err: '',
    });
  });

  it('never ends with 0 with any bit of the file turned', async () => {
    const whole = utf8(receipt());
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (place, bit) => {
        const file = put('flipped.tlog-proof', flipped(whole, place, bit));
        expect((await run('verify', 'receipt', file, '--policy', policy)).code).not.toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a copy of a log', () => {
  let log: LogServer;
  beforeAll(async () => {
    log = await serveLog(addressFiles(entries.slice(0, 200), ['a', 'b']));
  });
  afterEach(() => {
    log.asked.length = 0;
  });
  afterAll(() => log.close());

  const mirror = () => run('witness', 'mirror', '--log', log.base, at('copy'));
  const check = (...more: string[]) => run('verify', 'export', at('copy'), ...more);

  it('is made of every file, and holds without a network', async () => {
    expect(await mirror()).toMatchObject({ code: 0, err: '', out: 'holds    200 entries, 3 files are new.\n' });
    for (const [path, bytes] of log.files) expect(readFileSync(join(at('copy'), path)).equals(bytes), path).toBe(true);
    log.asked.length = 0;
    const { code, out } = await check();
    expect({ code, asked: log.asked }).toEqual({ code: 0, asked: [] });
    expect(out).toContain('2 match, 0 were erased, 1 are not public');
    expect(out).toContain('Enough witnesses have signed: witness-a on 2025-11-24, witness-b on 2025-11-24.');
    expect(out).toContain('compare its policy with somebody else');
    expect((await check('--policy', policy)).out).not.toContain('compare its policy');
  });

  it('grows by what is new only, keeps what was there, and leaves nothing half done', async () => {
    log.files = addressFiles(entries, ['a', 'b']);
    expect((await mirror()).code).toBe(0);
    const again = log.asked.length;
    expect((await mirror()).code).toBe(0);
    expect(log.asked.slice(again).filter((path) => path.startsWith('tile/'))).toEqual([]);
    const names = readdirSync(at('copy'), { recursive: true, encoding: 'utf8' });
    expect(names).toContain('tile/0/000.p/200');
    expect(names.filter((name) => /\.new$|\.incoming/.test(name))).toEqual([]);
    expect((await check('--policy', policy)).code).toBe(0);
    expect((await check('--remembered', put('older', checkpointOver(entries.slice(0, 257))))).code).toBe(0);
    const forged = put('forged-note', checkpointOver(entries.slice(0, 257).with(3, other)));
    expect((await check('--remembered', forged)).out).toMatch(/^DIFFERS {2}The log does not contain what was seen/m);
  });

  it('ends with 1 with any bit of any of its files turned', async () => {
    const files = readdirSync(at('copy'), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.nat(7), async (file, place, bit) => {
        const whole = readFileSync(file);
        writeFileSync(file, flipped(whole, place % whole.length, bit));
        const { code } = await (place % 2 === 0 ? check() : check('--policy', policy));
        writeFileSync(file, whole);
        expect(code, file).toBe(1);
      }),
      { numRuns: 300 },
    );
    expect((await check('--policy', policy)).code).toBe(0);
  }, 120_000);

  it('is not touched by a log that was rewritten, and the file that convicts it lies beside the copy', async () => {
    const before = readFileSync(join(at('copy'), 'checkpoint'), 'utf8');
    log.files = addressFiles([...entries.with(299, other), ...envelopes(10).slice(3, 4)]);
    const { code, out } = await mirror();
    expect(code).toBe(1);
    expect(out).toMatch(/^DIFFERS {2}/m);
    expect(readFileSync(join(at('copy'), 'checkpoint'), 'utf8')).toBe(before);
    expect((await check('--policy', policy)).code).toBe(0);
  });

  it('tells no longer what was erased', async () => {
    const [first = '', second = ''] = texts.map((text) => digestOf(sha256, text));
    const erased = (...digests: string[]) =>
      encodeEntry(
        envelope({
          t: 'record.erased',
          sub: 'erasure',
          d: { index: 0, digests, ground: 'art17', erased_on: '2026-11-28' },
        }),
      );
    const told = (disclosures: readonly string[], digests: readonly string[]) =>
      utf8(JSON.stringify({ entries: [{ index: 0, disclosures }], erased: digests }));
    const later = [...entries, erased(first)];
    log.files = addressFiles(later).set('disclosures/0', told(texts.slice(1), [first]));
    expect((await mirror()).code).toBe(0);
    expect((await check()).out).toContain('1 match, 1 were erased, 1 are not public');
    expect(readFileSync(join(at('copy'), 'disclosures/0'), 'utf8')).not.toContain(texts[0]);
    put('copy/disclosures/0', told(texts.slice(0, 1), [first, second]));
    expect((await check()).out).toMatch(/^DIFFERS {2}A text is said to be erased, and no entry says so/m);
    rmSync(at('copy/disclosures/0'));
    expect((await check()).out).toMatch(/^DIFFERS {2}The texts beside a bundle are not there/m);
  });

  it('is not whole without a text that its kind shows to everybody', async () => {
    const name = disclosure(new Uint8Array(32).fill(7), 'name.bg', 'Река');
    const founded = encodeEntry(envelope({ t: 'dyad.founded', d: {}, _sd: [digestOf(sha256, name)] }));
    const told = (disclosures: readonly string[]) =>
      utf8(JSON.stringify({ entries: disclosures.length > 0 ? [{ index: 0, disclosures }] : [], erased: [] }));
    const files = addressFiles([founded]);
    const verified = (content: Uint8Array) =>
      run('verify', 'export', putLog('founded', files.set('disclosures/0', content)));
    expect((await verified(told([name]))).code).toBe(0);
    expect(await verified(told([]))).toMatchObject({
      code: 1,
      out: expect.stringContaining('A text that everybody may'),
    });
    expect((await verified(told([texts[0]]))).out).toContain('A text is not the one that was recorded (entry 0)');
    expect((await verified(utf8('{"entries": [],"erased":[]}'))).out).toContain('not in their form');
  });

  it('says what is not there', async () => {
    expect((await run('verify', 'export', at('absent'))).code).toBe(2);
    mkdirSync(at('empty'));
    expect((await run('verify', 'export', at('empty'))).code).toBe(2);
  });
});

describe('verify url', () => {
  it('remembers what it saw, and finds a log out that shows another history', async () => {
    const log = await serveLog(addressFiles(entries.slice(0, 100)));
    const since = at('since');
    const check = (...more: string[]) => run('verify', 'url', log.base, '--since', since, ...more);
    expect((await check()).code).toBe(0);
    expect(readFileSync(since, 'utf8')).toBe(checkpointOver(entries.slice(0, 100)));
    log.files = addressFiles(entries, ['a', 'b']);
    expect(JSON.parse((await check('--json')).out)).toMatchObject({
      holds: true,
      size: 300,
      witnesses: 'held',
      evidence: null,
    });
    log.files = addressFiles(entries.with(250, other).with(251, encodeEntry(envelope({ sub: 'x' }))));
    const found = await check();
    expect(found).toMatchObject({ code: 1, out: expect.stringContaining('show them to others') });
    const evidence: unknown = JSON.parse(readFileSync(`${since}.evidence-300-300.json`, 'utf8'));
    expect(evidence).toMatchObject({
      format: 'entente-log-evidence/1',
      origin: 'example.org/log/bg-mk',
      older: checkpointOver(entries, ['a', 'b']),
      newer: Buffer.from(there(log.files.get('checkpoint'))).toString(),
    });
    expect(readFileSync(since, 'utf8')).toBe(checkpointOver(entries, ['a', 'b']));
    log.files = addressFiles(entries.slice(0, 299));
    expect((await check()).code).toBe(1);
    expect(existsSync(`${since}.evidence-299-300.json`)).toBe(true);
    await log.close();
    expect(await check()).toMatchObject({ code: 2, err: expect.stringContaining('cannot be reached') });
    expect((await run('verify', 'url', 'nowhere')).code).toBe(2);
  });

  it('finds a file that is missing', async () => {
    const files = addressFiles(entries);
    files.delete('tile/0/000');
    const log = await serveLog(files);
    expect(await run('verify', 'url', log.base)).toMatchObject({
      code: 1,
      out: expect.stringContaining('(tile/0/000)'),
    });
    await log.close();
  });
});

describe('verify compare', () => {
  it('finds two histories of one log, whoever shows them', async () => {
    const long = await serveLog(addressFiles(entries));
    const short = await serveLog(addressFiles(entries.slice(0, 130)));
    // A witness shows its checkpoint and has no tiles.
    const witness = await serveLog(new Map([['checkpoint', utf8(checkpointOver(entries.slice(0, 270)))]]));
    const forged = await serveLog(
      addressFiles(
        entries
          .slice(0, 200)
          .with(3, other)
          .with(4, encodeEntry(envelope({ sub: 'x' })))
          .with(5, encodeEntry(envelope({ sub: 'y' }))),
      ),
    );
    const compare = (...logs: LogServer[]) =>
      run('verify', 'compare', ...logs.map(({ base }) => base), '--out', folder);
    const held = await compare(witness, long, short);
    expect(held.code).toBe(0);
    expect(held.out.match(/^holds/gm)).toHaveLength(2);
    const split = await compare(short, forged, long);
    expect(split.code).toBe(1);
    expect(existsSync(at('log.evidence-200-300.json'))).toBe(true);
    expect((await compare(forged, witness)).code).toBe(2);
    expect((await compare(long)).code).toBe(2);
    await Promise.all([long, short, witness, forged].map((log) => log.close()));
  });
});
