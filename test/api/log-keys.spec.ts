import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeyRetirement } from '../../server/modules/record/log/key-retirement.js';
import { RecordKeys } from '../../server/modules/record/record-keys.port.js';
import { Readiness } from '../../server/platform/http/readiness.js';
import { logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { parseVerifierKey } from '../../shared/log/key.js';
import { openNote } from '../../shared/log/note.js';
import { parsePolicy } from '../../shared/log/policy.js';
import type { Remembered } from '../../shared/log/verify-log.js';
import { verifyReceipt } from '../../shared/log/verify-receipt.js';
import { keyOverlapDays } from '../../shared/record/key.rules.js';
import { foundDyad, type TestDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { appendSigned } from '../support/appended-entry.js';
import { there } from '../support/log.js';
import { servedLog, verifiedLog } from '../support/served-log.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

const founded = async (slug: string): Promise<TestDyad> => {
  const dyad = await foundDyad(test, slug);
  await test.settled();
  return dyad;
};

const addressOf = ({ slug }: TestDyad, at = test): string => `${at.url}/log/${slug}`;
const textAt = async (dyad: TestDyad, path: string, at = test): Promise<string> =>
  (await fetch(`${addressOf(dyad, at)}/${path}`)).text();
const stateOf = ({ slug }: TestDyad, at = test) =>
  at.visitor().call('GET /api/dyads/:dyad/log', { params: { dyad: slug } });
const keysOf = async (dyad: TestDyad): Promise<string[]> => (await stateOf(dyad)).keys.map((one) => one.verifierKey);

/** The newest entries of the record, the first of them first. */
async function newest({ slug }: TestDyad, limit: number) {
  const { entries } = await test
    .visitor()
    .call('GET /api/dyads/:dyad/record', { params: { dyad: slug }, query: { limit } });
  return entries.toReversed();
}

const rotate = async ({ id }: TestDyad, at = test) => {
  const change = await at.app.get(UnitOfWork).run({ dyadId: id }, (tx) => at.app.get(RecordKeys).rotate(tx, id));
  await at.settled();
  return change;
};

const revoke = async ({ id }: TestDyad, key: string, reason: 'compromised' | 'lost' = 'compromised') => {
  const goesOn = await test.app
    .get(UnitOfWork)
    .run({ dyadId: id }, (tx) => test.app.get(RecordKeys).revoke(tx, id, key, reason));
  await test.settled();
  return goesOn;
};

const append = (dyad: TestDyad, version = 2, at = test): Promise<void> => appendSigned(at, dyad, version);

/** Which of these keys have signed a note. */
const signersOf = (note: string, keys: readonly string[]): string[] => {
  const known = keys.map((key) => parseVerifierKey(logCrypto.sha256, key));
  const { verified } = openNote(logCrypto, note, known);
  return keys.filter((_, at) => verified.some(({ key }) => key === known[at]));
};

/** Whether the log, as it is served, holds under one key alone. */
async function holdsUnder(dyad: TestDyad, key: string, remembered: readonly Remembered[] = []): Promise<boolean> {
  const log = await servedLog(addressOf(dyad));
  const report = verifiedLog({ ...log, policy: `log ${key}\nquorum none\n` }, { remembered });
  return report.problem === undefined && report.signed.log === 'held';
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const dayIn = (days: number): string =>
  new Date(test.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

describe('the key of a log', () => {
  it('is changed: both sign until the old one retires, and either verifies the whole log', async () => {
    const river = await founded('river');
    const before = verifiedLog(await servedLog(addressOf(river)));
    const [first = ''] = await keysOf(river);
    const { oldKey, newKey, retiresOn } = await rotate(river);
    expect([oldKey, retiresOn]).toEqual([first, dayIn(keyOverlapDays)]);
    expect(newKey).not.toBe(first);
    expect(await stateOf(river)).toMatchObject({
      keys: [
        { verifierKey: first, retiresOn },
        { verifierKey: newKey, since: dayIn(0), retiresOn: null },
      ],
      frozen: null,
    });
    const policy = await textAt(river, 'policy');
    expect(parsePolicy(logCrypto.sha256, policy).logs).toHaveLength(2);
    expect(signersOf(await textAt(river, 'checkpoint'), [first, newKey])).toEqual([first, newKey]);
    const [rotated, changed] = await newest(river, 2);
    expect(rotated).toMatchObject({
      kind: 'key.rotated',
      about: { old_key: first, new_key: newKey, retires_on: retiresOn },
    });
    expect(changed).toMatchObject({ kind: 'policy.changed', about: { digest: digestOf(policy) } });

    await append(river);
    const seen = there(before.signed.checkpoint);
    for (const key of [first, newKey]) expect(await holdsUnder(river, key, [seen])).toBe(true);
    expect(await holdsUnder(river, (await keysOf(await founded('lake')))[0] ?? '')).toBe(false);
    const receipt = await textAt(river, `receipt/${rotated?.seq}`);
    for (const key of [first, newKey]) {
      const known = { policy: parsePolicy(logCrypto.sha256, `log ${key}\nquorum none\n`) };
      const { checks } = verifyReceipt(logCrypto, receipt, known);
      expect(checks.find(({ name }) => name === 'log_signature')?.state).toBe('held');
    }
  });

  it('is not changed a second time while two sign', async () => {
    const brook = await founded('brook');
    await rotate(brook);
    await expect(rotate(brook)).rejects.toMatchObject({ code: 'record.key_changing' });
    expect(await keysOf(brook)).toHaveLength(2);
  });

  it('that was revoked while another signs is gone at once, and the other goes on', async () => {
    const ford = await founded('ford');
    const { oldKey, newKey } = await rotate(ford);
    expect(await revoke(ford, oldKey)).toBe(true);
    expect(await keysOf(ford)).toEqual([newKey]);
    await append(ford);
    const note = await textAt(ford, 'checkpoint');
    expect(signersOf(note, [oldKey, newKey])).toEqual([newKey]);
    expect(await holdsUnder(ford, newKey)).toBe(true);
    await expect(revoke(ford, oldKey)).rejects.toMatchObject({ code: 'record.no_such_key' });
    // Nothing brings it back, not even whoever owns the tables.
    await expect(
      test.database.query(`update log_key set retired_on = null, revoked = null where verifier_key = $1`, [oldKey]),
    ).rejects.toMatchObject({ constraint: 'log_key_revoked' });
  });

  it('that was the last is revoked: the log stands still and loses nothing, and goes on under the next', async () => {
    const weir = await founded('weir');
    const [first = ''] = await keysOf(weir);
    const last = await textAt(weir, 'checkpoint');
    const [, size, root] = last.split('\n');
    expect(await revoke(weir, first, 'lost')).toBe(false);
    await append(weir, 7);
    expect(await textAt(weir, 'checkpoint')).toBe(last);
    expect((await fetch(`${addressOf(weir)}/receipt/1`)).status).toBe(200);
    expect(await stateOf(weir)).toMatchObject({
      keys: [],
      frozen: { on: dayIn(0), reason: 'lost' },
      size: Number(size),
    });
    expect((await newest(weir, 1))[0]?.kind).not.toBe('charter.adopted');
    // Nobody has to look at the server for it: what was decided is not a fault.
    expect(test.app.get(Readiness).degraded).toEqual([]);

    const before = there(
      verifiedLog({ ...(await servedLog(addressOf(weir))), policy: `log ${first}\nquorum none\n` }).signed.checkpoint,
    );
    const { oldKey, newKey, retiresOn } = await rotate(weir);
    expect([oldKey, retiresOn]).toEqual([first, dayIn(0)]);
    expect(await stateOf(weir)).toMatchObject({ keys: [{ verifierKey: newKey, retiresOn: null }], frozen: null });
    const entries = await newest(weir, 5);
    expect(entries.map(({ kind }) => kind)).toEqual([
      'key.revoked',
      'policy.changed',
      'charter.adopted',
      'key.rotated',
      'policy.changed',
    ]);
    expect(entries[0]?.about).toEqual({ key: first, reason: 'lost', size: Number(size), root });
    expect(entries[4]?.about).toEqual({ digest: digestOf(await textAt(weir, 'policy')) });
    // The first checkpoint of the new key has what the last of the old one had.
    const signed = await test.database.query<{ size: number }>(
      `select size from log_checkpoint where dyad_id = $1 and size > $2`,
      [weir.id, Number(size)],
    );
    expect(signed).toEqual([{ size: Number(size) + 5 }]);
    expect(signersOf(await textAt(weir, 'checkpoint'), [first, newKey])).toEqual([newKey]);
    expect(await holdsUnder(weir, newKey, [before])).toBe(true);
  });

  it('stands still across a restart of the server, and goes on after it', async () => {
    const pond = await founded('pond');
    const [first = ''] = await keysOf(pond);
    const last = await textAt(pond, 'checkpoint');
    await revoke(pond, first);
    await append(pond, 3);
    const second = await startApp({}, test.database);
    try {
      await second.settled();
      expect(await textAt(pond, 'checkpoint', second)).toBe(last);
      const { newKey } = await rotate(pond, second);
      // The node that did not change it signs with it as well.
      await append(pond, 4);
      const { keys } = await stateOf(pond, second);
      expect(keys.map(({ verifierKey }) => verifierKey)).toEqual([newKey]);
      expect(signersOf(await textAt(pond, 'checkpoint', second), [first, newKey])).toEqual([newKey]);
      expect(await holdsUnder(pond, newKey)).toBe(true);
    } finally {
      await second.close();
    }
  });

  it('signs of two nodes with both keys while it is changed', async () => {
    const isle = await founded('isle');
    const second = await startApp({}, test.database);
    try {
      const { oldKey, newKey } = await rotate(isle, second);
      for (const [version, node] of [test, second, test, second].entries()) await append(isle, version + 2, node);
      const notes = await test.database.query<{ note: string }>(
        `select note from log_checkpoint where dyad_id = $1 order by size`,
        [isle.id],
      );
      const both = notes.filter(({ note }) => signersOf(note, [oldKey, newKey]).length === 2);
      expect(both.length).toBeGreaterThanOrEqual(5);
      // None in between is signed by one alone.
      expect(notes.slice(-both.length)).toEqual(both);
    } finally {
      await second.close();
    }
  });

  // Moves the clock of this server for good, so it is the last.
  it('REL-11: retires by itself with its day: it signs no more, and the log says that its policy changed, once', async () => {
    const gorge = await founded('gorge');
    const { oldKey, newKey, retiresOn } = await rotate(gorge);
    test.clock.advance({ days: keyOverlapDays - 1 });
    await append(gorge, 2);
    expect(signersOf(await textAt(gorge, 'checkpoint'), [oldKey, newKey])).toEqual([oldKey, newKey]);
    expect(await keysOf(gorge)).toEqual([oldKey, newKey]);
    test.clock.advance({ days: 1 });
    expect(dayIn(0)).toBe(retiresOn);
    expect(await keysOf(gorge)).toEqual([newKey]);
    const policy = await textAt(gorge, 'policy');
    expect(parsePolicy(logCrypto.sha256, policy).logs).toHaveLength(1);
    // Nothing was signed since: the newest checkpoint is one that the new key has signed as well.
    expect(await holdsUnder(gorge, newKey)).toBe(true);
    const second = await startApp({}, test.database);
    second.clock.advance({ days: keyOverlapDays });
    await Promise.all([test.app.get(KeyRetirement).idle(), second.app.get(KeyRetirement).idle()]);
    await test.app.get(KeyRetirement).idle();
    await second.close();
    await test.settled();
    const said = (await newest(gorge, 100)).filter(({ kind }) => kind === 'policy.changed');
    expect(said).toHaveLength(2);
    expect(said[1]).toMatchObject({ on: retiresOn, about: { digest: digestOf(policy) } });
    expect(signersOf(await textAt(gorge, 'checkpoint'), [oldKey, newKey])).toEqual([newKey]);
    expect(await holdsUnder(gorge, oldKey)).toBe(false);
    // It can be changed again now.
    expect((await rotate(gorge)).oldKey).toBe(newKey);
  });
});
