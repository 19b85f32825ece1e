import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  base64,
  base64url,
  decimal,
  fromBase64,
  fromBase64url,
  fromHex,
  fromUtf8,
  hex,
  sameBytes,
  utf8,
} from '../../shared/log/encoding.js';
import { LogError } from '../../shared/log/error.js';

describe('bytes as characters', () => {
  it('are written as everybody writes them, and come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        const buffer = Buffer.from(bytes);
        expect(base64(bytes)).toBe(buffer.toString('base64'));
        expect(base64url(bytes)).toBe(buffer.toString('base64url'));
        expect(hex(bytes)).toBe(buffer.toString('hex'));
        for (const again of [fromBase64(base64(bytes)), fromBase64url(base64url(bytes)), fromHex(hex(bytes))])
          expect(sameBytes(again, bytes)).toBe(true);
      }),
    );
  });

  it.each(['A', 'AA', 'AAA', 'AA=', 'AB==', 'AAB=', 'AA==\n', ' AA==', 'A A=', 'AA==AA==', '-_8=', 'Ж==='])(
    'have one form in base64, and %j is none',
    (text) => {
      expect(() => fromBase64(text)).toThrow('encoding.base64');
    },
  );

  it.each(['A', 'AB', 'AA==', '+/8', 'AA\n'])('have one form in base64url, and %j is none', (text) => {
    expect(() => fromBase64url(text)).toThrow('encoding.base64');
  });

  it.each(['0', 'AB', '0g', ' 00'])('have one form in hexadecimal digits, and %j is none', (text) => {
    expect(() => fromHex(text)).toThrow('encoding.hex');
  });
});

describe('text as bytes', () => {
  it('comes back, byte order mark and all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fromUtf8(utf8(text))).toBe(text);
      }),
    );
    expect(fromUtf8(utf8('\uFEFFa'))).toBe('\uFEFFa');
  });

  it('is refused where it has no form', () => {
    expect(() => utf8('a\uDC00')).toThrow(LogError);
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82]])
      expect(() => fromUtf8(Uint8Array.from(bytes))).toThrow('encoding.utf8');
  });
});

describe('numbers in digits', () => {
  it('have one form, and end where numbers get gaps', () => {
    expect(['0', '7', '10', '9007199254740991'].map(decimal)).toEqual([0, 7, 10, 9_007_199_254_740_991]);
    for (const text of ['', '00', '01', '-1', '+1', '1.0', '1e3', ' 1', '1\n', '9007199254740992', '٣'])
      expect(decimal(text)).toBeUndefined();
  });
});
