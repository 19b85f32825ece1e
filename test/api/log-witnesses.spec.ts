import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WitnessRepository } from '../../server/modules/record/log/witness.repository.js';
import { logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { keyType } from '../../shared/log/key.js';
import { parseNote } from '../../shared/log/note.js';
import { parsePolicy } from '../../shared/log/policy.js';
import { signedCheckpoint } from '../../shared/log/signed-checkpoint.js';
import { verifyReceipt } from '../../shared/log/verify-receipt.js';
import { foundDyad, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { appendSigned } from '../support/appended-entry.js';
import { there } from '../support/log.js';
import { ofBothSides, together } from '../support/ratification.js';
import { signingKey, witnesses } from '../support/signed-log.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

const stranger = signingKey('stranger.example', 9, keyType.cosignature);
const sides = ['a', 'b'] as const;

/** A dyad whose log is signed, with a witness of each side. */
async function witnessed(slug: string): Promise<TestDyad> {
  const dyad = await foundDyad(test, slug);
  await test.app.get(UnitOfWork).run({ dyadId: dyad.id }, async (tx) => {
    for (const side of sides) {
      const witness = { verifierKey: witnesses[side].vkey, side, name: { en: `Witness of ${side}` }, url: null };
      await test.app.get(WitnessRepository).add(tx, dyad.id, witness, '2026-05-01');
    }
  });
  await test.settled();
  return dyad;
}

const textAt = async ({ slug }: TestDyad, path: string): Promise<string> =>
  (await fetch(`${test.url}/log/${slug}/${path}`)).text();
const statusAt = async ({ slug }: TestDyad, path: string): Promise<number> =>
  (await fetch(`${test.url}/log/${slug}/${path}`)).status;
const sizeOf = (checkpoint: string): number => Number(checkpoint.split('\n')[1]);
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const now = (aheadSeconds = 0): number => Math.floor(test.clock.now().getTime() / 1000) + aheadSeconds;

/** Sends lines as a program of others does: without a session, without anything that browsers send along. */
async function offered({ slug }: TestDyad, body: unknown): Promise<[status: number, code: string | undefined]> {
  const answer = await fetch(`${test.url}/log/${slug}/add-cosignature`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const { code } = /"code":"(?<code>[^"]+)"/.exec(await answer.text())?.groups ?? {};
  return [answer.status, code];
}

/** The newest checkpoint of a log, and the line of a key under it. */
async function newest(dyad: TestDyad) {
  const checkpoint = await textAt(dyad, 'checkpoint');
  const { text } = parseNote(checkpoint);
  const line = (key: typeof stranger, time = now()): string => key.cosigned(text, time).trimEnd();
  return { size: sizeOf(checkpoint), text, line };
}

const append = (dyad: TestDyad): Promise<void> => appendSigned(test, dyad, 2);

const stateOf = (dyad: TestDyad) => test.visitor().call('GET /api/dyads/:dyad/log', { params: { dyad: dyad.slug } });
const kept = async (dyad: TestDyad): Promise<unknown[]> =>
  test.database.query(`select size, witness, line from log_cosignature where dyad_id = $1 order by witness`, [dyad.id]);

describe('cosignatures', () => {
  it('make a checkpoint a witnessed one when a witness of each side has signed it', async () => {
    const river = await witnessed('river');
    const policy = parsePolicy(logCrypto.sha256, await textAt(river, 'policy'));
    expect(policy.quorum).toBe('both');
    const { size, line } = await newest(river);
    expect(await offered(river, { size, lines: [line(witnesses.a)] })).toEqual([204, undefined]);
    expect(await stateOf(river)).toMatchObject({ size, witnessedSize: null });
    expect(await statusAt(river, 'checkpoint.witnessed')).toBe(404);
    expect(await offered(river, { size, lines: [line(witnesses.b)] })).toEqual([204, undefined]);
    const day = test.clock.now().toISOString().slice(0, 10);
    const { witnessedSize, witnesses: named } = await stateOf(river);
    expect(witnessedSize).toBe(size);
    expect(named.map(({ cosignedOn }) => cosignedOn)).toEqual([day, day]);
    for (const path of ['checkpoint', 'checkpoint.witnessed']) {
      const signed = signedCheckpoint(logCrypto, await textAt(river, path), policy);
      expect(signed).toMatchObject({ log: 'held', witnesses: 'held', checkpoint: { size } });
    }
  });

  it('stay under the checkpoint that they are of; receipts stand on it as long as it covers the entry', async () => {
    const lake = await witnessed('lake');
    const { size, line } = await newest(lake);
    expect(await offered(lake, { size, lines: sides.map((side) => line(witnesses[side])) })).toEqual([204, undefined]);
    await append(lake);
    expect(await stateOf(lake)).toMatchObject({ size: size + 1, witnessedSize: size });
    const policy = parsePolicy(logCrypto.sha256, await textAt(lake, 'policy'));
    expect(signedCheckpoint(logCrypto, await textAt(lake, 'checkpoint'), policy).witnesses).toBe('not_known');
    const stateOfWitnesses = async (index: number) => {
      const { checks } = verifyReceipt(logCrypto, await textAt(lake, `receipt/${index}`), { policy });
      expect(checks.filter(({ state }) => state === 'broken')).toEqual([]);
      return checks.filter(({ state }) => state === 'held').map(({ name }) => name);
    };
    expect(await stateOfWitnesses(size - 1)).toContain('witnesses');
    expect(await stateOfWitnesses(size)).not.toContain('witnesses');
    // What witnesses signed late counts as well.
    const newer = await newest(lake);
    await offered(lake, { size: newer.size, lines: sides.map((side) => newer.line(witnesses[side])) });
    expect(await stateOfWitnesses(size)).toContain('witnesses');
  });

  it('are kept once, however often they are sent, and the newest of a witness is served', async () => {
    const hill = await witnessed('hill');
    const { size, line } = await newest(hill);
    const [first, second] = [line(witnesses.a, now(-600)), line(witnesses.a)];
    for (const one of [second, first, second, first])
      expect((await offered(hill, { size, lines: [one] }))[0]).toBe(204);
    expect(await kept(hill)).toHaveLength(2);
    const served = await textAt(hill, 'checkpoint');
    expect(served).toContain(`${second}\n`);
    expect(served).not.toContain(first);
  });

  it('are taken from witnesses of this log only, of this checkpoint, and not from the future', async () => {
    const [coast, field] = [await witnessed('coast'), await foundDyad(test, 'field')];
    await test.settled();
    const { size, text, line } = await newest(coast);
    const other = await newest(field);
    const logLine = (await textAt(coast, 'checkpoint')).trimEnd().split('\n').at(-1) ?? '';
    const [whole = '', name = '', encoded = ''] = /^\u2014 (\S+) (\S+)$/.exec(line(witnesses.a)) ?? [];
    const bytes = Buffer.from(encoded, 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const forged = `\u2014 ${name} ${bytes.toString('base64')}`;
    const refusals: [why: string, lines: string[]][] = [
      ['a key that nobody knows', [line(stranger)]],
      ['a signature that does not hold', [forged]],
      ['one that does not hold beside one that does', [line(witnesses.b), forged]],
      ['of another log', [other.line(witnesses.a)]],
      ['of another size', [witnesses.a.cosigned(text.replace(`\n${size}\n`, `\n${size - 1}\n`), now()).trimEnd()]],
      ['from the future', [line(witnesses.a, now(900))]],
      ['of no time that there is', [line(witnesses.a, Number.MAX_SAFE_INTEGER)]],
      ['under another name', [whole.replace(name, 'nobody')]],
      ['the signature of the log', [logLine]],
      ['no signature line', ['{"a":1}']],
      ['two lines in one', [`${line(witnesses.a)}\n${line(witnesses.b)}\n`]],
      ['nothing', ['']],
    ];
    for (const [why, lines] of refusals)
      expect([why, await offered(coast, { size, lines })]).toEqual([why, [403, 'record.not_cosigned']]);
    expect(await offered(field, { size: other.size, lines: [other.line(witnesses.a)] })).toEqual([
      403,
      'record.not_cosigned',
    ]);
    expect(await kept(coast)).toEqual([]);
    // Clocks differ by a little; and what a reader does not know, it passes over.
    expect(await offered(coast, { size, lines: [line(stranger), line(witnesses.a, now(290))] })).toEqual([
      204,
      undefined,
    ]);
    expect(await kept(coast)).toHaveLength(1);
  });

  it('are refused for a size that was never signed, for a log that there is not, and in another form', async () => {
    const shore = await witnessed('shore');
    const { size, line } = await newest(shore);
    const lines = [line(witnesses.a)];
    expect(await offered(shore, { size: size + 1, lines })).toEqual([404, 'record.no_such_checkpoint']);
    expect(await offered({ ...shore, slug: 'nowhere' }, { size, lines })).toEqual([404, 'request.not_found']);
    for (const body of [
      { size: 0, lines },
      { size: 2 ** 31, lines },
      { size, lines: [] },
      { size, lines: Array.from({ length: 17 }, () => lines[0]) },
      { size, lines: ['x'.repeat(401)] },
      { size, lines, side: 'a' },
      {},
      '[',
    ])
      expect([body, (await offered(shore, body))[0]]).toEqual([body, 400]);
    expect(await kept(shore)).toEqual([]);
  });

  it('of a witness that left do not count any more', async () => {
    const moor = await witnessed('moor');
    const { size, line } = await newest(moor);
    await offered(moor, { size, lines: sides.map((side) => line(witnesses[side])) });
    await test.app
      .get(UnitOfWork)
      .run({ dyadId: moor.id }, (tx) =>
        test.app.get(WitnessRepository).remove(tx, moor.id, witnesses.a.vkey, '2026-05-02'),
      );
    expect(await stateOf(moor)).toMatchObject({ witnessedSize: null });
    expect(parsePolicy(logCrypto.sha256, await textAt(moor, 'policy')).quorum).toBeUndefined();
    expect(await offered(moor, { size, lines: [line(witnesses.a)] })).toEqual([403, 'record.not_cosigned']);
  });
});

describe('witnesses', () => {
  const name = { bg: 'Институт за вода', mk: 'Институт за вода' };
  const proposed = (verifierKey = witnesses.a.vkey, change: object = {}) => ({
    verifierKey,
    side: 'a',
    name,
    ...change,
  });
  const stewards = async (slug: string) => {
    const dyad = await foundDyad(test, slug);
    await test.settled();
    return { dyad, both: await ofBothSides(test, dyad, ['steward']) };
  };
  const refused = async (dyad: TestDyad, who: TestMember, kind: string, details: object) => {
    const body = { kind, details, reason: 'agreed at our meeting' };
    const { status, problem } = await who.api.send('POST /api/dyads/:dyad/joint-acts', {
      params: { dyad: dyad.slug },
      body,
    });
    return [status, problem.code];
  };

  it('are appointed and dismissed by stewards of both sides, and the log says so itself', async () => {
    const { dyad, both } = await stewards('delta');
    await together(dyad, both, 'witness.add', proposed());
    const added = await together(dyad, { a: both.b, b: both.a }, 'witness.add', {
      ...proposed(witnesses.b.vkey),
      side: 'b',
      url: 'https://witness.mk.example/',
    });
    expect(added).toMatchObject({ state: 'done', details: { verifierKey: witnesses.b.vkey, side: 'b', name } });
    await test.settled();
    expect(parsePolicy(logCrypto.sha256, await textAt(dyad, 'policy'))).toMatchObject({
      quorum: 'both',
      witnesses: expect.arrayContaining([expect.objectContaining({ url: 'https://witness.mk.example/' })]) as unknown,
    });
    const { size, line } = await newest(dyad);
    expect(await offered(dyad, { size, lines: sides.map((side) => line(witnesses[side])) })).toEqual([204, undefined]);
    expect(await stateOf(dyad)).toMatchObject({ witnessedSize: size });
    const removed = await together(dyad, both, 'witness.remove', { verifierKey: witnesses.a.vkey });
    expect(removed.details).toEqual({ verifierKey: witnesses.a.vkey, side: 'a', name, url: null });
    await test.settled();
    expect(await stateOf(dyad)).toMatchObject({ witnessedSize: null, witnesses: [{ verifierKey: witnesses.b.vkey }] });
    const { entries } = await test
      .visitor()
      .call('GET /api/dyads/:dyad/record', { params: { dyad: dyad.slug }, query: { limit: 6 } });
    const said = entries.filter(({ kind }) => kind !== 'policy.changed');
    expect(said.map(({ kind, about }) => [kind, about])).toEqual([
      ['witness.removed', { verifier_key: witnesses.a.vkey, side: 'a', name }],
      ['witness.added', { verifier_key: witnesses.b.vkey, side: 'b', name }],
      ['witness.added', { verifier_key: witnesses.a.vkey, side: 'a', name }],
    ]);
    // After each of them the log says which policy holds from then on.
    const changes = entries.filter(({ kind }) => kind === 'policy.changed');
    expect(changes).toHaveLength(3);
    expect(entries.indexOf(there(changes[0]))).toBeLessThan(entries.indexOf(there(said[0])));
    expect(changes[0]?.about).toEqual({ digest: digestOf(await textAt(dyad, 'policy')) });
    expect(
      verifyReceipt(logCrypto, await textAt(dyad, `receipt/${said[0]?.seq}`), {
        policy: parsePolicy(logCrypto.sha256, await textAt(dyad, 'policy')),
      }).entry,
    ).toMatchObject({ t: 'witness.removed', rev: 6, d: { verifier_key: witnesses.a.vkey } });
  });

  it('have a key that signs cosignatures, a name in both languages, and an address that a policy can hold', async () => {
    const { dyad, both } = await stewards('marsh');
    const ofLog = signingKey('log.example', 5).vkey;
    for (const details of [
      proposed(ofLog),
      proposed('nothing'),
      proposed(witnesses.a.vkey.replace('.', ',')),
      proposed(undefined, { name: { bg: 'Само тук' } }),
      proposed(undefined, { side: 'neutral' }),
      proposed(undefined, { url: 'http://witness.example/' }),
      proposed(undefined, { url: 'https://witness.example/a b' }),
    ])
      expect([details, await refused(dyad, both.a, 'witness.add', details)]).toEqual([
        details,
        [400, 'request.invalid'],
      ]);
  });

  it('are one for each key, once', async () => {
    const { dyad, both } = await stewards('spring');
    const open = await both.a.api.call('POST /api/dyads/:dyad/joint-acts', {
      params: { dyad: dyad.slug },
      body: { kind: 'witness.add', details: proposed(), reason: 'agreed at our meeting' },
    });
    await together(dyad, both, 'witness.add', proposed());
    const again = await both.b.api.send('POST /api/dyads/:dyad/joint-acts/:act/answer', {
      params: { dyad: dyad.slug, act: open.id },
      body: { answer: 'agree' },
    });
    expect([again.status, again.problem.code]).toEqual([409, 'record.witness_known']);
    const known = [409, 'record.witness_known'];
    const renamed = signingKey('another.example', 2, keyType.cosignature).vkey;
    for (const key of [witnesses.a.vkey, renamed])
      expect(await refused(dyad, both.b, 'witness.add', proposed(key, { side: 'b' }))).toEqual(known);
    const stranger = { verifierKey: witnesses.b.vkey };
    expect(await refused(dyad, both.a, 'witness.remove', stranger)).toEqual([404, 'record.no_such_witness']);
    await together(dyad, both, 'witness.remove', { verifierKey: witnesses.a.vkey });
    expect(await refused(dyad, both.a, 'witness.add', proposed())).toEqual(known);
  });
});
