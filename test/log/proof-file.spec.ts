import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogError } from '../../shared/log/error.js';
import { formatProofFile, parseProofFile } from '../../shared/log/proof-file.js';
import { formatAddCheckpoint, parseAddCheckpoint } from '../../shared/log/witness-request.js';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const checkpoint =
  'example.org/log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n\u2014 example.org/log AAAAAAA=\n';
const line = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n';

describe('a proof file (C2SP tlog-proof)', () => {
  it('is read as it was written', () => {
    const extra = fc.option(fc.uint8Array(), { nil: undefined });
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.array(hash, { maxLength: 63 }), extra, (index, proof, more) => {
        const file = { index, proof, checkpoint, ...(more && { extra: more }) };
        expect(parseProofFile(formatProofFile(file))).toEqual(file);
      }),
    );
  });

  it('has the lines of the specification', () => {
    const file = { index: 3, proof: [new Uint8Array(32)], checkpoint, extra: Uint8Array.of(1) };
    expect(formatProofFile(file)).toBe(
      `c2sp.org/tlog-proof@v1\nextra AQ==\nindex 3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n${checkpoint}`,
    );
  });

  it.each([
    '',
    'c2sp.org/tlog-proof@v1\n',
    'c2sp.org/tlog-proof@v1\nindex 0\n',
    `c2sp.org/tlog-proof@v2\nindex 0\n\n${checkpoint}`,
    `c2sp.org/tlog-proof@v1\nindex 00\n\n${checkpoint}`,
    `c2sp.org/tlog-proof@v1\nindex -1\n\n${checkpoint}`,
    `c2sp.org/tlog-proof@v1\nindex 9007199254740992\n\n${checkpoint}`,
    `c2sp.org/tlog-proof@v1\nindex 0\nextra AQ==\n\n${checkpoint}`,
    `c2sp.org/tlog-proof@v1\nextra AQ\nindex 0\n\n${checkpoint}`,
    `c2sp.org/tlog-proof@v1\nindex 0\nAA==\n\n${checkpoint}`,
    `c2sp.org/tlog-proof@v1\r\nindex 0\r\n\r\n${checkpoint}`,
    `c2sp.org/tlog-proof@v1\nindex 0\n${line.repeat(64)}\n${checkpoint}`,
  ])('is not %j', (text) => {
    expect(() => parseProofFile(text)).toThrow(LogError);
  });
});

describe('a request to a witness (C2SP tlog-witness)', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.array(hash, { maxLength: 63 }), (old, proof) => {
        const request = { old, proof, checkpoint };
        expect(parseAddCheckpoint(formatAddCheckpoint(request))).toEqual(request);
      }),
    );
    expect(formatAddCheckpoint({ old: 0, proof: [], checkpoint })).toBe(`old 0\n\n${checkpoint}`);
  });

  it.each([
    '',
    'old 0\n',
    `old 01\n\n${checkpoint}`,
    `old\n\n${checkpoint}`,
    `Old 0\n\n${checkpoint}`,
    `old 1\nAA==\n\n${checkpoint}`,
    `old 1\n${line.repeat(64)}\n${checkpoint}`,
    `\n${checkpoint}`,
  ])('is not %j', (text) => {
    expect(() => parseAddCheckpoint(text)).toThrow(LogError);
  });

  it('and a proof file that are hostile are refused with a reason and nothing else', () => {
    const pieces = fc.constantFrom(
      'c2sp.org/tlog-proof@v1',
      '\n',
      'index ',
      'old ',
      '0',
      'extra ',
      line,
      '\ud800',
      '=',
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map((list) => list.join('')),
        (text) => {
          for (const read of [parseProofFile, parseAddCheckpoint]) {
            try {
              read(text);
            } catch (error) {
              expect(error).toBeInstanceOf(LogError);
            }
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
