import { describe, expect, it } from 'vitest';
import { logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { flipped, perfectTreesOver, sha256, there } from '../support/log.js';
import {
  checkpointOver,
  envelopes,
  logKey,
  policy,
  rootOver,
  signingKey,
  texts,
  withTexts,
  witnesses,
} from '../support/signed-log.js';
import { digestOf } from '../../shared/log/disclosure.js';
import { base64, fromBase64 } from '../../shared/log/encoding.js';
import { leafHash } from '../../shared/log/hash.js';
import { consistencyProof, inclusionProof } from '../../shared/log/proof.js';
import { parsePolicy } from '../../shared/log/policy.js';
import {
  formatReceipt,
  verifyReceipt,
  type CheckName,
  type ReceiptKnowledge,
} from '../../shared/log/verify-receipt.js';

const entries = envelopes(300);
const leaves = entries.map((entry) => leafHash(sha256, entry));
const read = perfectTreesOver(leaves);
const publicPaths = () => ['text.bg', 'text.mk'];
const known: ReceiptKnowledge = { policy, publicPaths };

/** The receipt of an entry in a log of so many, with the cosignatures that are named. */
const receipt = (
  index = 0,
  size = 300,
  sides: readonly ('a' | 'b')[] = ['a', 'b'],
  disclosures: readonly string[] = texts,
) =>
  formatReceipt(there(entries[index]), disclosures, {
    index,
    proof: inclusionProof(sha256, { index, size }, read),
    checkpoint: checkpointOver(entries.slice(0, size), sides),
  });

const states = (text: string, more: Partial<ReceiptKnowledge> = {}): Record<string, string> =>
  Object.fromEntries(
    verifyReceipt(logCrypto, text, { ...known, ...more }).checks.map(({ name, state }) => [name, state]),
  );

const remembered = (size: number, proven: { from: number; to: number }) => ({
  size,
  root: rootOver(entries.slice(0, size)),
  proof: consistencyProof(sha256, proven, read),
});

const sound = {
  leaf: 'held',
  inclusion: 'held',
  log_signature: 'held',
  witnesses: 'held',
  consistency: 'not_known',
  disclosures: 'held',
};

describe('a receipt', () => {
  it('answers six questions from the file alone, but for what was seen before', () => {
    const report = verifyReceipt(logCrypto, receipt(), known);
    expect(Object.fromEntries(report.checks.map(({ name, state }) => [name, state]))).toEqual(sound);
    expect(report).toMatchObject({ index: 0, entry: { sub: 'record-0' }, checkpoint: { size: 300 } });
    expect(report.cosigned).toEqual([
      { name: 'witness-a', time: 1_764_000_000 },
      { name: 'witness-b', time: 1_764_000_000 },
    ]);
    expect(report.disclosures.map(({ state }) => state).toSorted()).toEqual(['matches', 'matches', 'withheld']);
  });

  it('holds for every entry, in small logs and large ones', () => {
    for (const [index, size] of [
      [0, 1],
      [2, 3],
      [255, 256],
      [256, 257],
      [299, 300],
    ] as const)
      expect(states(receipt(index, size, ['a', 'b'], index === 0 ? texts : []), { publicPaths: () => [] })).toEqual({
        ...sound,
        disclosures: 'held',
      });
  });

  it('is about the leaf that was asked for', () => {
    expect(states(receipt(), { leaf: there(leaves[0]) })).toEqual(sound);
    expect(states(receipt(), { leaf: there(leaves[1]) })).toEqual({ ...sound, leaf: 'broken' });
  });

  it('fits to an older and to a newer checkpoint that was seen before, or is broken', () => {
    for (const [size, proven] of [
      [100, { from: 100, to: 200 }],
      [200, { from: 200, to: 200 }],
      [300, { from: 200, to: 300 }],
    ] as const) {
      const seen = remembered(size, proven);
      const other = { ...seen, root: flipped(seen.root, 0) };
      expect(states(receipt(0, 200), { remembered: seen })).toEqual({ ...sound, consistency: 'held' });
      expect(states(receipt(0, 200), { remembered: other })).toEqual({ ...sound, consistency: 'broken' });
    }
  });

  it('is not yet witnessed while one side has not signed, and says so', () => {
    for (const sides of [[], ['a'], ['b']] as const)
      expect(states(receipt(0, 300, sides))).toEqual({ ...sound, witnesses: 'not_known' });
    const alone = parsePolicy(sha256, `log ${logKey.vkey}\nquorum none\n`);
    expect(states(receipt(), { policy: alone })).toEqual({ ...sound, witnesses: 'not_known' });
  });

  it('is broken by a bad line of a witness, or of the log; each speaks for itself', () => {
    const line = witnesses.b.cosigned('another text\n', 5);
    expect(states(`${receipt(0, 300, ['a'])}${line}`)).toEqual({ ...sound, witnesses: 'broken' });
    const unsigned = parsePolicy(sha256, `log ${signingKey('example.org/log/other', 1).vkey}\nquorum none\n`);
    expect(states(receipt(), { policy: unsigned })).toMatchObject({ log_signature: 'broken', inclusion: 'held' });
  });

  it('shows what was erased as erased, what is missing as broken, and what nobody shows as not known', () => {
    const digests = texts.map((text) => digestOf(sha256, text));
    expect(states(receipt(0, 300, ['a', 'b'], []))).toMatchObject({ disclosures: 'broken' });
    expect(states(receipt(0, 300, ['a', 'b'], []), { erased: new Set(digests) })).toEqual(sound);
    expect(states(receipt(0, 300, ['a', 'b'], []), { publicPaths: () => [] })).toEqual({
      ...sound,
      disclosures: 'not_known',
    });
    expect(states(receipt(0, 300, ['a', 'b'], [...texts, 'other']))).toMatchObject({ disclosures: 'broken' });
    expect(withTexts._sd).toHaveLength(3);
  });

  it('without an entry proves nothing', () => {
    const bare = receipt().replace(/^extra .*\n/m, '');
    expect(states(bare)).toMatchObject({
      leaf: 'broken',
      inclusion: 'broken',
      disclosures: 'broken',
      log_signature: 'held',
    });
    expect(states(receipt().replace(/^extra .*$/m, `extra ${base64(new Uint8Array(3))}`))).toMatchObject({
      leaf: 'broken',
    });
  });

  it('never holds with any byte of its entry, its proof, its root or its signature changed', () => {
    const whole = receipt(1, 4, ['a', 'b'], []);
    const about = (text: string) => {
      const { checks } = verifyReceipt(logCrypto, text, { ...known, publicPaths: () => [] });
      return checks.filter(({ state }) => state === 'broken').map(({ name }) => name);
    };
    expect(about(whole)).toEqual([]);
    const inclusionOf = new Set<CheckName>(['leaf', 'inclusion', 'log_signature', 'witnesses']);
    for (const [encoded] of whole.matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g)) {
      const bytes = fromBase64(encoded);
      for (let at = 0; at < bytes.length; at += 1) {
        const isKeyId = whole.includes(`bg-mk ${encoded}`) || whole.includes(`example ${encoded}`);
        // A changed key ID is the line of a stranger, and no line at all.
        if (isKeyId && at < 4) continue;
        const broken = about(whole.replace(encoded, base64(flipped(bytes, at))));
        expect(broken.some((name) => inclusionOf.has(name))).toBe(true);
      }
    }
  });

  it('is no receipt where the file is no proof', () => {
    expect(() => verifyReceipt(logCrypto, 'no proof', known)).toThrow('proof.malformed');
  });
});
