import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ed25519FromSeed, logCrypto } from '../../server/platform/crypto/log-crypto.js';
import { sha256 } from '../support/log.js';
import { signingKey } from '../support/signed-log.js';
import { formatCheckpoint, parseCheckpoint } from '../../shared/log/checkpoint.js';
import { cosignedMessage, encodeCosignature, parseCosignature } from '../../shared/log/cosignature.js';
import { base64, utf8 } from '../../shared/log/encoding.js';
import { LogError } from '../../shared/log/error.js';
import {
  formatPrivateKey,
  keyType,
  parsePrivateKey,
  parseVerifierKey,
  verifierKey,
  type VerifierKey,
} from '../../shared/log/key.js';
import { openNote, parseNote, signatureLine, signedNote } from '../../shared/log/note.js';

/** The example in the documentation of Go's note package: another program signed it. */
const example = {
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  secret: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  line: '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
};

const seed = (number: number): Uint8Array => new Uint8Array(32).fill(number);

const text = 'example.org/log\n1\ntext\n';
const log = signingKey('example.org/log', 1);
const witness = signingKey('witness.example', 2, keyType.cosignature);

describe('keys in one line (C2SP signed-note)', () => {
  it('are read and written as other programs do', () => {
    const key = parseVerifierKey(sha256, example.key);
    expect(key).toMatchObject({ name: 'PeterNeumann', id: 'c74f20a3', type: 1 });
    expect(verifierKey(sha256, key)).toBe(example.key);
  });

  it('are read again as they were written', () => {
    for (const { key } of [log, witness]) expect(parseVerifierKey(sha256, verifierKey(sha256, key))).toEqual(key);
    const mlDsa = { name: 'later', type: keyType.mlDsa44, publicKey: new Uint8Array(1312) };
    expect(parseVerifierKey(sha256, verifierKey(sha256, mlDsa)).type).toBe(6);
    expect(formatPrivateKey(parsePrivateKey(example.secret))).toBe(example.secret);
  });

  it.each([
    '',
    'PeterNeumann',
    example.key.replace('c74f20a3', 'c74f20a4'),
    example.key.replace('c74f20a3', 'C74F20A3'),
    example.key.replace('Peter', 'Peter '),
    example.key.replace('ARpc', 'AhRpc'),
    `${example.key}\n`,
    example.key.slice(0, -4),
    `x+00000000+${base64(Uint8Array.of(0xff, 1))}`,
    'x+00000000+',
  ])('are not %j', (line) => {
    expect(() => parseVerifierKey(sha256, line)).toThrow(LogError);
  });

  it.each(['', example.key, example.secret.slice(0, -4), example.secret.replace('AYEK', 'BoEK')])(
    'are no private ones: %j',
    (line) => {
      expect(() => parsePrivateKey(line)).toThrow(LogError);
    },
  );
});

describe('signed notes (C2SP signed-note)', () => {
  it('of other programs are opened, and ours are theirs', () => {
    const note = signedNote(example.text, [example.line]);
    const { text: opened, verified } = openNote(logCrypto, note, [parseVerifierKey(sha256, example.key)]);
    expect(opened).toBe(example.text);
    expect(verified.map(({ key }) => key.name)).toEqual(['PeterNeumann']);
    const { name, id, seed: secret } = parsePrivateKey(example.secret);
    expect(signatureLine(name, id, ed25519FromSeed(secret).sign(utf8(example.text)))).toBe(example.line);
  });

  it('are opened with the keys that one knows; lines of others are passed over', () => {
    const note = signedNote(text, [signingKey('stranger', 9).line(text), log.line(text), witness.cosigned(text, 1234)]);
    const { verified } = openNote(logCrypto, note, [witness.key, log.key]);
    expect(verified.map(({ key, time }) => [key.name, time])).toEqual([
      ['example.org/log', undefined],
      ['witness.example', 1234],
    ]);
    // Of a key whose name a stranger has taken the ID is another one.
    const taken = signedNote(text, [signingKey('example.org/log', 9).line(text), log.line(text)]);
    expect(openNote(logCrypto, taken, [log.key]).verified).toHaveLength(1);
  });

  it('are refused with one bad line of a known key, however many good ones there are', () => {
    for (const bad of [log.line(`${text}more\n`), signatureLine('example.org/log', log.key.id, new Uint8Array(3))]) {
      const note = signedNote(text, [witness.cosigned(text, 1), bad]);
      expect(() => openNote(logCrypto, note, [log.key, witness.key])).toThrow('note.bad_signature');
      expect(openNote(logCrypto, note, [witness.key]).verified).toHaveLength(1);
    }
    const other = signatureLine('witness.example', witness.key.id, encodeCosignature({ time: 2, signature: seed(2) }));
    expect(() => openNote(logCrypto, signedNote(text, [other]), [witness.key])).toThrow(LogError);
  });

  it('are refused when nobody whom one knows has signed, and when two keys cannot be told apart', () => {
    expect(() => openNote(logCrypto, signedNote(text, [log.line(text)]), [])).toThrow('note.no_known_signature');
    expect(() => openNote(logCrypto, signedNote(text, [log.line(text)]), [log.key, { ...log.key }])).toThrow(
      'key.ambiguous',
    );
  });

  it('take a cosignature only with the time that was signed', () => {
    const signature = ed25519FromSeed(seed(2)).sign(cosignedMessage(1, text));
    const moved = signatureLine('witness.example', witness.key.id, encodeCosignature({ time: 2, signature }));
    expect(() => openNote(logCrypto, signedNote(text, [moved]), [witness.key])).toThrow('note.bad_signature');
    expect(() => parseCosignature(new Uint8Array(72).fill(255))).toThrow('cosignature.malformed');
  });

  it('pass over signatures with ML-DSA, which are not read yet', () => {
    const later: VerifierKey = {
      name: 'later',
      id: '00000001',
      type: keyType.mlDsa44,
      publicKey: new Uint8Array(1312),
    };
    const note = signedNote(text, [log.line(text), signatureLine('later', '00000001', new Uint8Array(2428))]);
    expect(openNote(logCrypto, note, [log.key, later]).verified.map(({ key }) => key.name)).toEqual([log.key.name]);
  });

  it('are split at the last empty line, and may have a hundred signatures', () => {
    const long = 'a\n\n\u2014 b c\n\nd\n';
    const lines = Array.from({ length: 100 }, (_, at) => signingKey(`w${at}`, at).line(long));
    expect(parseNote(signedNote(long, lines))).toMatchObject({ text: long, signatures: { length: 100 } });
    expect(() => parseNote(signedNote(long, [...lines, ...lines]))).toThrow('note.malformed');
  });

  it('give text and lines again', () => {
    const texts = fc.string({ unit: 'binary' }).filter((value) => !/[\0-\u001f]/.test(value));
    fc.assert(
      fc.property(texts, fc.uint8Array({ minLength: 1, maxLength: 100 }), (line, signature) => {
        const note = parseNote(signedNote(`${line}\n`, [signatureLine('name', '01234567', signature)]));
        expect(note).toEqual({ text: `${line}\n`, signatures: [{ name: 'name', id: '01234567', signature }] });
      }),
    );
  });

  it('of which any character was changed are refused', () => {
    const note = signedNote(text, [log.line(text)]);
    for (let at = 0; at < note.length; at += 1) {
      const changed = `${note.slice(0, at)}${note[at] === 'x' ? 'y' : 'x'}${note.slice(at + 1)}`;
      expect(() => openNote(logCrypto, changed, [log.key])).toThrow(LogError);
    }
  });

  it('that are hostile are refused with a reason and nothing else', () => {
    const pieces = fc.constantFrom(
      '\n',
      '\n\n',
      '\u2014 ',
      ' ',
      '+',
      'a',
      'AAAAAAAA',
      '=',
      '\0',
      '\ud800',
      '\u2028',
      '1',
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map((list) => list.join('')),
        (hostile) => {
          for (const read of [parseNote, parseCheckpoint, (line: string) => parseVerifierKey(sha256, line)])
            expect(reasonOf(() => read(hostile))).not.toBe('something else');
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('checkpoints (C2SP tlog-checkpoint)', () => {
  const root = sha256(new Uint8Array());

  it('are three lines', () => {
    const written = formatCheckpoint({ origin: 'example.org/log/bg-mk', size: 0, root });
    expect(written).toBe('example.org/log/bg-mk\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n');
    expect(parseCheckpoint(written)).toEqual({ origin: 'example.org/log/bg-mk', size: 0, root, extensions: [] });
    expect(parseCheckpoint(`${written}more\n`).extensions).toEqual(['more']);
  });

  it.each([
    '',
    '\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
    'o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    'o\n00\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
    'o\n+1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
    'o\n9007199254740992\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n',
    'o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n',
    'o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==\n',
    'o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n',
    'o\r\n1\r\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\r\n',
  ])('are not %j', (written) => {
    expect(() => parseCheckpoint(written)).toThrow(LogError);
  });
});

/** @returns what an attempt was refused with; `something else` where that is not an error of the library */
function reasonOf(attempt: () => unknown): string | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    return error instanceof LogError ? error.reason : 'something else';
  }
}
