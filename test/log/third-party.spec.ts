// A verifier that others have written judges our logs: Go's module of its own checksum database, and of us the public formats.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromUtf8, utf8 } from '../../shared/log/encoding.js';
import { flipped, there } from '../support/log.js';
import { checkpointOver, envelope, envelopes, logKey, publishedFiles, signingKey } from '../support/signed-log.js';
import { hasGo, ThirdParty } from '../support/third-party.js';
import { encodeEntry } from '../../shared/log/entry.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-log-'));
let verifier: ThirdParty;

/** What the verifier says of a log; of a checkpoint as well that it is given as an older one. */
const judged = (
  files: ReadonlyMap<string, Uint8Array>,
  { older, key = logKey.vkey }: { older?: string; key?: string } = {},
): string => verifier.judged(files, { key, older });

describe.skipIf(!hasGo)('a verifier of somebody else', () => {
  beforeAll(() => {
    verifier = new ThirdParty(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const entries = envelopes(65_537);
  const other = encodeEntry(envelope({ sub: 'another' }));

  describe.each([1, 255, 256, 257, 65_537])('of a log of %d entries', (size) => {
    const log = entries.slice(0, size);
    const files = publishedFiles(log);
    const checkpoint = there(files.get('checkpoint'));
    const middle = Math.floor(size / 2);

    it('accepts it as it is, and that it contains what it was before', () => {
      expect(judged(files)).toBe('accepted');
      const older = checkpointOver(log.slice(0, Math.max(1, middle)));
      expect(judged(files, { older })).toBe('accepted');
    });

    // The whole log is made again, tiles and all, and served under the checkpoint that was signed before.
    const forged: Readonly<Record<string, Uint8Array[]>> = {
      changed: log.with(middle, flipped(there(log[middle]), 20)),
      removed: log.toSpliced(middle, 1),
      rewritten: log.with(middle, other),
      reordered: size > 1 ? log.with(0, there(log[middle])).with(middle, there(log[0])) : [],
    };

    it.each(Object.entries(forged).filter(([, list]) => list.length > 0))('refuses it with an entry %s', (_, list) => {
      const forgery = publishedFiles(list);
      // Signed by the log itself: whoever has seen it before can tell.
      expect(judged(forgery, { older: fromUtf8(checkpoint) })).toMatch(
        /invalid transparency proof|the log had \d+ entries/,
      );
      const underTheSame = judged(forgery.set('checkpoint', checkpoint));
      expect(underTheSame).toMatch(list.length < size ? /no such file|too short/ : /the entries have the root/);
    });

    it('refuses it under another key', () => {
      expect(judged(files, { key: signingKey('example.org/log/bg-mk', 9).vkey })).toMatch(/no verifiable signatures/);
    });
  });

  it('refuses a log of which any file was changed', () => {
    const files = publishedFiles(entries.slice(0, 257));
    for (const [path, bytes] of files)
      for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 2])
        expect(`${path} ${at} ${judged(new Map(files).set(path, flipped(bytes, at)))}`).toMatch(/^\S+ \d+ refused: /);
    expect(judged(new Map(files).set('checkpoint', utf8('no checkpoint\n')))).toMatch(/malformed note/);
  });
});
