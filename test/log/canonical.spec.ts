import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  mostCanonicalBytes,
  parseCanonical,
  requireCanonical,
  type JsonObject,
} from '../../shared/log/canonical.js';
import { fromUtf8, utf8 } from '../../shared/log/encoding.js';
import { LogError } from '../../shared/log/error.js';

const key = fc.stringMatching(/^[a-z0-9_]{1,12}$/);
const leaf = fc.oneof(
  fc.maxSafeInteger().map((number) => number + 0),
  fc.boolean(),
  fc.constant(null),
  fc.string({ unit: 'grapheme' }).map((text) => text.normalize('NFC')),
);
const { object } = fc.letrec<{ object: JsonObject; value: JsonObject[string] }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, tie('object'), fc.array(leaf)),
  object: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
}));

/** So many objects within each other. */
const nested = (depth: number): JsonObject => (depth === 1 ? {} : { d: nested(depth - 1) });

describe('the canonical form of an entry', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(object, (value) => {
        const bytes = utf8(canonicalJson(value));
        expect(parseCanonical(bytes)).toEqual(value);
        expect(canonicalJson(parseCanonical(bytes))).toBe(fromUtf8(bytes));
      }),
    );
  });

  it('is as long as is said of it without writing it', () => {
    fc.assert(
      fc.property(object, (value) => {
        const { length } = utf8(canonicalJson(value));
        expect(() => requireCanonical(value, length)).not.toThrow();
        expect(() => requireCanonical(value, length - 1)).toThrow('json.outside_profile');
      }),
    );
  });

  it('does not depend on the order in which keys came', () => {
    expect(canonicalJson({ b: [1, { z: null, a: true }], _sd: [], a: 'ж' })).toBe(
      '{"_sd":[],"a":"ж","b":[1,{"a":true,"z":null}]}',
    );
  });

  it.each<[string, unknown]>([
    ['a fraction', { a: 0.5 }],
    ['a number beyond 2^53', { a: 2 ** 53 }],
    ['a number that is none', { a: Number.NaN }],
    ['half of a surrogate pair', { a: 'x\uD800' }],
    ['letters that are not composed', { a: 'e\u0301' }],
    ['a capital letter in a key', { aB: 1 }],
    ['an empty key', { '': 1 }],
    ['nothing at all', { a: undefined }],
    ['a list in place of an object', []],
    ['nine objects within each other', nested(9)],
    ['more than 16 KiB', { a: 'x'.repeat(mostCanonicalBytes) }],
  ])('does not have %s', (_, value) => {
    expect(() => canonicalJson(value as JsonObject)).toThrow('json.outside_profile');
  });

  it('has eight objects within each other, and 16 KiB', () => {
    expect(canonicalJson(nested(8))).toContain('{"d":{}}');
    expect(canonicalJson({ a: 'x'.repeat(mostCanonicalBytes - 8) })).toHaveLength(mostCanonicalBytes);
  });

  it.each([
    ['{"a":1,"a":1}', 'json.not_canonical'],
    ['{"a":1,"a":2}', 'json.not_canonical'],
    ['{"b":1,"a":1}', 'json.not_canonical'],
    ['{ "a":1}', 'json.not_canonical'],
    ['{"a":1}\n', 'json.not_canonical'],
    ['{"a":1.0}', 'json.not_canonical'],
    ['{"a":1e2}', 'json.not_canonical'],
    ['{"a":-0}', 'json.not_canonical'],
    [String.raw`{"a":"\u0041"}`, 'json.not_canonical'],
    [String.raw`{"a":"\/"}`, 'json.not_canonical'],
    ['\uFEFF{"a":1}', 'json.malformed'],
    ['{"a":9007199254740993}', 'json.outside_profile'],
    [String.raw`{"a":"\ud800"}`, 'json.outside_profile'],
    ['[]', 'json.outside_profile'],
    ['null', 'json.outside_profile'],
    ['"a"', 'json.outside_profile'],
    ['', 'json.malformed'],
    ['{', 'json.malformed'],
    [`${'['.repeat(8000)}${']'.repeat(8000)}`, 'json.outside_profile'],
    [`{"a":"${'x'.repeat(mostCanonicalBytes)}"}`, 'json.outside_profile'],
  ])('is not %j', (text, reason) => {
    expect(() => parseCanonical(utf8(text))).toThrow(reason);
  });

  it('is UTF-8, and bytes that are anything else are refused with a reason', () => {
    expect(() => parseCanonical(Uint8Array.of(0x7b, 0xff, 0x7d))).toThrow('encoding.utf8');
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(utf8)), (bytes) => {
        try {
          expect(utf8(canonicalJson(parseCanonical(bytes)))).toEqual(Uint8Array.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(LogError);
        }
      }),
    );
  });
});
