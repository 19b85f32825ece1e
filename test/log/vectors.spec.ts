import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fromBase64, fromHex, hex, utf8 } from '../../shared/log/encoding.js';
import { jcs } from '../../shared/log/jcs.js';
import { verifyConsistency, verifyInclusion } from '../../shared/log/proof.js';
import { sha256 } from '../support/log.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = join(process.env['ENTENTE_DATA'] ?? join(root, '..', 'shared', 'data'), 'tlog');
const vectors = existsSync(folder);

if (!vectors) process.stdout.write('No public test vectors on this machine: the log is compared with its own.\n');

/** All files of a folder below the vectors' one. */
const filesIn = (...path: string[]): string[] =>
  vectors
    ? readdirSync(join(folder, ...path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
        .toSorted()
    : [];

const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

interface InclusionProbe {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

interface ConsistencyProbe {
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

/** It takes roots of twelve bytes, which are none. */
const withoutRoots = 'sizes-are-equal-one-and-proof-is-empty.json';

const hashes = (list: readonly string[] | null) => (list ?? []).map(fromBase64);

describe.skipIf(!vectors)('the vectors of transparency-dev/merkle', () => {
  it('are all there', () => {
    expect(filesIn('merkle', 'testdata', 'inclusion')).toHaveLength(98);
    expect(filesIn('merkle', 'testdata', 'consistency')).toHaveLength(98);
  });

  it.each(filesIn('merkle', 'testdata', 'inclusion'))('%s', (file) => {
    const probe = JSON.parse(read(file)) as InclusionProbe;
    const claim = {
      index: probe.leafIdx,
      size: probe.treeSize,
      leaf: fromBase64(probe.leafHash),
      root: fromBase64(probe.root),
      proof: hashes(probe.proof),
    };
    expect(verifyInclusion(sha256, claim)).toBe(!probe.wantErr);
  });

  it.each(filesIn('merkle', 'testdata', 'consistency').filter((file) => !file.endsWith(withoutRoots)))('%s', (file) => {
    const probe = JSON.parse(read(file)) as ConsistencyProbe;
    const claim = {
      from: { size: probe.size1, root: fromBase64(probe.root1) },
      to: { size: probe.size2, root: fromBase64(probe.root2) },
      proof: hashes(probe.proof),
    };
    expect(verifyConsistency(sha256, claim)).toBe(!probe.wantErr);
  });
});

describe.skipIf(!vectors)('the vectors of json-canonicalization (RFC 8785)', () => {
  it('are all there', () => {
    expect(filesIn('jcs', 'testdata', 'input')).toHaveLength(6);
  });

  it.each(filesIn('jcs', 'testdata', 'input'))('%s', (file) => {
    const bytes = utf8(jcs(JSON.parse(read(file))));
    expect(hex(bytes)).toBe(read(file.replace('input', 'outhex').replace('.json', '.txt')).replaceAll(/\s/g, ''));
    expect(bytes).toEqual(fromHex(hex(utf8(read(file.replace('input', 'output'))))));
  });
});
