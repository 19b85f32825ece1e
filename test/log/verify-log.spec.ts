import { describe, expect, it } from 'vitest';
import { logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { flipped, staticFiles, there } from '../support/log.js';
import { checkpointOver, envelope, envelopes, policy, rootOver, signingKey } from '../support/signed-log.js';
import { encodeEntry } from '../../shared/log/entry.js';
import { encodeBundle } from '../../shared/log/tile.js';
import { parsePolicy } from '../../shared/log/policy.js';
import { verifyLog, type LogReport, type LogToVerify } from '../../shared/log/verify-log.js';

const entries = envelopes(600);

/** What is found in a log of these files, by default under the checkpoint of these entries. */
function verified(
  list: readonly Uint8Array[],
  changes: Partial<LogToVerify> = {},
  files: ReadonlyMap<string, Uint8Array> = staticFiles(list),
): LogReport {
  const checkpoint = checkpointOver(list, ['a', 'b']);
  return verifyLog(logCrypto, { checkpoint, policy, files: (path) => files.get(path), ...changes });
}

const other = encodeEntry(envelope({ sub: 'another' }));
const seen = (size: number) => ({ size, root: rootOver(entries.slice(0, size)) });

describe('a whole log', () => {
  it.each([0, 1, 255, 256, 257, 600])('of %d entries is sound, and contains every older one', (size) => {
    const heard: number[] = [];
    const report = verified(entries.slice(0, size), {
      remembered: [0, 1, 3, 255, 256, 257, 600].filter((older) => older <= size).map(seen),
      onEntry: (_, index) => heard.push(index),
    });
    expect(report.problem).toBeUndefined();
    expect(report).toMatchObject({ entries: size, signed: { log: 'held', witnesses: 'held', checkpoint: { size } } });
    expect(heard).toEqual([...entries.slice(0, size).keys()]);
  });

  it('is read from full tiles and bundles where the partial ones are gone', () => {
    const short = entries.slice(0, 300);
    const kept = new Map([...staticFiles(entries)].filter(([path]) => !path.includes('.p/')));
    const files = new Map([...kept, ['tile/1/000.p/1', there(staticFiles(short).get('tile/1/000.p/1'))]]);
    expect(verified(short, {}, files)).not.toHaveProperty('problem');
  });

  it('is read once: what a server gives for a second question is not believed, because it is not asked', () => {
    const files = staticFiles(entries);
    const asked: string[] = [];
    const read = (path: string) => {
      asked.push(path);
      return files.get(path);
    };
    expect(verified(entries, { files: read, remembered: [seen(257)] }).problem).toBeUndefined();
    expect(asked.toSorted()).toEqual([...files.keys()].toSorted());
  });

  it('is refused without the signature of the log, of another origin, or without a checkpoint', () => {
    const stranger = parsePolicy(logCrypto.sha256, `log ${signingKey('example.org/log/bg-mk', 9).vkey}\nquorum none\n`);
    const namesake = parsePolicy(logCrypto.sha256, `log ${signingKey('example.org/log/gr-mk', 1).vkey}\nquorum none\n`);
    for (const changes of [{ policy: stranger }, { policy: namesake }, { checkpoint: 'none' }])
      expect(verified(entries, changes)).toMatchObject({ problem: { kind: 'checkpoint' }, entries: 0 });
  });

  it('is refused with an entry changed, removed, put in, reordered or rewritten, at the first that is wrong', () => {
    const checkpoint = checkpointOver(entries);
    const forged: readonly [string, Uint8Array[], object][] = [
      ['changed', entries.with(300, other), { kind: 'root' }],
      ['removed at the end', entries.slice(0, 599), { kind: 'file_missing' }],
      ['put in', entries.toSpliced(10, 0, other), { kind: 'file_missing' }],
      ['reordered', entries.with(3, there(entries[4])).with(4, there(entries[3])), { kind: 'root' }],
      [
        'before what it revises',
        entries.with(4, there(entries[5])).with(5, there(entries[4])),
        { kind: 'revision', index: 4 },
      ],
      ['removed before its revision', entries.toSpliced(1, 1), { kind: 'revision', index: 1 }],
      ['no entry', entries.with(7, Uint8Array.of(0x7b, 0x7d)), { kind: 'entry', index: 7, reason: 'entry.malformed' }],
      [
        'of another form',
        entries.with(7, Buffer.from('{ }')),
        { kind: 'entry', index: 7, reason: 'json.not_canonical' },
      ],
    ];
    for (const [what, list, problem] of forged) {
      const report = verified(entries, { checkpoint }, staticFiles(list));
      expect({ what, problem: report.problem }).toMatchObject({ what, problem });
    }
  });

  it('is refused by who has seen it before, even signed anew, and when it became shorter', () => {
    const rewritten = entries.with(300, other);
    expect(verified(rewritten).problem).toBeUndefined();
    expect(verified(rewritten, { remembered: [seen(300)] }).problem).toBeUndefined();
    expect(verified(rewritten, { remembered: [seen(301)] }).problem).toEqual({ kind: 'remembered' });
    expect(verified(entries.slice(0, 299), { remembered: [seen(300)] }).problem).toEqual({ kind: 'remembered' });
  });

  it('is refused when a file is missing, too short, too long, or of another content', () => {
    const files = staticFiles(entries);
    for (const [path, bytes] of files) {
      const without = new Map(files);
      without.delete(path);
      expect(verified(entries, {}, without).problem).toEqual({ kind: 'file_missing', path });
      for (const wrong of [bytes.subarray(0, -1), Buffer.concat([bytes, bytes.subarray(0, 1)])])
        expect(verified(entries, {}, new Map(files).set(path, wrong)).problem?.path).toBe(path);
    }
    const cut = new Map(files).set('tile/entries/000', encodeBundle(entries.slice(0, 255)));
    expect(verified(entries, {}, cut).problem).toEqual({ kind: 'bundle', path: 'tile/entries/000' });
  });

  it('is refused with any byte of a tile, of an entry or of the checkpoint changed', () => {
    const few = entries.slice(0, 4);
    const files = staticFiles(few);
    for (const [path, bytes] of files)
      for (let at = 0; at < bytes.length; at += 1)
        if (!verified(few, {}, new Map(files).set(path, flipped(bytes, at))).problem) expect.fail(`${path} at ${at}`);
    const checkpoint = checkpointOver(few);
    for (let at = 0; at < checkpoint.length; at += 1) {
      const changed = `${checkpoint.slice(0, at)}${checkpoint[at] === 'x' ? 'y' : 'x'}${checkpoint.slice(at + 1)}`;
      expect(verified(few, { checkpoint: changed }, files).problem?.kind).toBe('checkpoint');
    }
  });

  it('with any byte of a full tile changed is refused too', () => {
    const files = staticFiles(entries.slice(0, 257));
    for (const path of ['tile/0/000', 'tile/1/000.p/1']) {
      const bytes = there(files.get(path));
      for (let at = 0; at < bytes.length; at += 97)
        expect(verified(entries.slice(0, 257), {}, new Map(files).set(path, flipped(bytes, at, 7))).problem).toEqual({
          kind: 'tile',
          path,
        });
    }
  });
});
