import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../support/log.js';
import { envelope, texts, withTexts } from '../support/signed-log.js';
import { canonicalJson, type JsonObject } from '../../shared/log/canonical.js';
import { digestOf, disclosure, parseDisclosure, statesOf } from '../../shared/log/disclosure.js';
import { base64url, fromBase64url, utf8 } from '../../shared/log/encoding.js';
import { encodeEntry, isDigest, parseEntry, RevisionChains } from '../../shared/log/entry.js';
import { attempt, LogError } from '../../shared/log/error.js';
import { leafHash } from '../../shared/log/hash.js';

const written = (value: object): Uint8Array => utf8(canonicalJson(value as JsonObject));
const digest = base64url(new Uint8Array(32));
const salt = new Uint8Array(32).fill(9);

describe('an entry', () => {
  it('is read as it was written', () => {
    const revised = envelope({ rev: 2, prev: digest, by: { side: 'a', org: 'railways' }, _sd: [digest] });
    for (const entry of [envelope(), revised, withTexts]) expect(parseEntry(encodeEntry(entry))).toEqual(entry);
  });

  it.each([
    ['v', { v: 2 }],
    ['t', { t: 'Commitment' }],
    ['t', { t: 'commitment' }],
    ['sub', { sub: 'two words' }],
    ['rev', { rev: 0, prev: digest }],
    ['prev', { rev: 2, prev: null }],
    ['prev', { rev: 1, prev: digest }],
    ['prev', { rev: 2, prev: `${digest.slice(0, -1)}B` }],
    ['day', { day: '2026-02-30' }],
    ['day', { day: '2026-2-3' }],
    ['day', { day: '2026-11-28T10:00:00Z' }],
    ['by', { by: { side: 'c' } }],
    ['by', { by: { side: 'a', person: 'Elena' } }],
    ['by', { by: { side: 'a', org: '' } }],
    ['d', { d: [] }],
    ['_sd', { _sd: ['short'] }],
    ['_sd', { _sd: [digest, digest] }],
    ['_sd', { _sd: [base64url(new Uint8Array(32).fill(1)), digest] }],
    ['_sd_alg', { _sd_alg: 'sha-512' }],
    ['keys', { more: 1 }],
  ])('has no other %s: %j', (key, changes) => {
    expect(() => parseEntry(written({ ...envelope(), ...changes }))).toThrow(`entry.malformed: ${key}`);
    expect(() => encodeEntry({ ...envelope(), ...changes } as ReturnType<typeof envelope>)).toThrow(LogError);
  });

  it('takes for a digest what 32 bytes are written as, and nothing else', () => {
    const bytes = fc.uint8Array({ minLength: 30, maxLength: 34 });
    const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/='];
    const text = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 42, maxLength: 44 });
    fc.assert(
      fc.property(fc.oneof(bytes.map(base64url), text), (written) => {
        expect(isDigest(written)).toBe(attempt(() => fromBase64url(written))?.length === 32);
      }),
      { numRuns: 2000 },
    );
  });

  it('lacks no key', () => {
    for (const key of Object.keys(envelope())) {
      const { [key]: _, ...rest } = { ...envelope() } as Record<string, unknown>;
      expect(() => parseEntry(written(rest))).toThrow('entry.malformed: keys');
    }
  });
});

describe('the revisions of a record', () => {
  const first = envelope({ sub: 'a-record' });
  const firstLeaf = leafHash(sha256, encodeEntry(first));
  const second = envelope({ sub: 'a-record', rev: 2, prev: base64url(firstLeaf) });
  const secondLeaf = leafHash(sha256, encodeEntry(second));

  it('follow each other, whatever stands between them', () => {
    const chains = new RevisionChains();
    expect(chains.follows(first, firstLeaf)).toBe(true);
    expect(chains.follows(envelope({ sub: 'another' }), salt)).toBe(true);
    expect(chains.follows(second, secondLeaf)).toBe(true);
    expect(chains.follows(envelope({ sub: 'a-record', rev: 3, prev: base64url(secondLeaf) }), salt)).toBe(true);
  });

  it('do not begin in the middle, come twice, leave one out or follow another', () => {
    const chains = new RevisionChains();
    expect(chains.follows(second, secondLeaf)).toBe(false);
    chains.follows(first, firstLeaf);
    expect(chains.follows(first, firstLeaf)).toBe(false);
    expect(chains.follows({ ...second, rev: 3 }, secondLeaf)).toBe(false);
    expect(chains.follows({ ...second, prev: digest }, secondLeaf)).toBe(false);
    expect(chains.follows(second, secondLeaf)).toBe(true);
  });
});

describe('disclosures (RFC 9901, 4.2)', () => {
  it('have the digest of the example of the RFC', () => {
    const published = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0';
    expect(digestOf(sha256, published)).toBe('X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0');
  });

  it('are read as they were written', () => {
    for (const value of ['Елена', 7, null, { a: ['b'] }])
      expect(parseDisclosure(disclosure(salt, 'text.bg', value))).toEqual({ salt, path: 'text.bg', value });
  });

  it('have 32 bytes of salt, a path and a value of the profile', () => {
    expect(() => disclosure(salt.subarray(1), 'text', 1)).toThrow('disclosure.malformed');
    expect(() => disclosure(salt, 'Text', 1)).toThrow('disclosure.malformed');
    expect(() => disclosure(salt, '', 1)).toThrow('disclosure.malformed');
    expect(() => disclosure(salt, 'text', 0.5)).toThrow('json.outside_profile');
  });

  it.each(['null', '[]', '{}', '["a","b"]', '[1,"b","c"]', '["c2FsdA","b","c"]', '["c2FsdA",1,"c"]', '[', ''])(
    'are not %j',
    (text) => {
      expect(() => parseDisclosure(base64url(utf8(text)))).toThrow(LogError);
      expect(() => parseDisclosure(text)).toThrow(LogError);
    },
  );

  const publicPaths = ['text.bg', 'text.mk'];
  const digests = texts.map((text) => digestOf(sha256, text));
  const states = (disclosures: readonly string[], erased: readonly string[] = []) =>
    statesOf(sha256, withTexts, { disclosures, erased: new Set(erased), publicPaths }).map(({ state }) => state);

  it('match what was recorded; what nobody shows is withheld', () => {
    expect(states(texts)).toEqual(['matches', 'matches', 'withheld']);
    const [shown] = statesOf(sha256, withTexts, { disclosures: texts, erased: new Set(), publicPaths });
    expect(shown).toEqual({
      state: 'matches',
      digest: digests[0],
      path: 'text.bg',
      value: expect.stringContaining('релси'),
    });
  });

  it('do not match when anything of them was changed, or when they are of another entry', () => {
    const changed = disclosure(new Uint8Array(32).fill(1), 'text.bg', 'Петдесет километра релси до 2028 г.');
    expect(states([changed, texts[1]])).toEqual(['matches', 'withheld', 'withheld', 'mismatch', 'missing']);
    expect(states([...texts, 'no disclosure'])).toEqual(['matches', 'matches', 'withheld', 'mismatch']);
  });

  it('are missing where the kind shows them to everybody, unless the log says they were erased', () => {
    expect(states([texts[0]])).toEqual(['matches', 'withheld', 'withheld', 'missing']);
    expect(states([texts[0]], [digests[1] ?? '']).toSorted()).toEqual(['erased', 'matches', 'withheld']);
    expect(states([], [digests[1] ?? '']).filter((state) => state === 'missing')).toHaveLength(2);
  });

  it('show one value for a path', () => {
    const twice = disclosure(salt, 'text.bg', 'Друго');
    const entry = { _sd: [digestOf(sha256, texts[0]), digestOf(sha256, twice)].toSorted() };
    const shown = statesOf(sha256, entry, { disclosures: [texts[0], twice], erased: new Set(), publicPaths: [] });
    expect(shown.map(({ state }) => state)).toEqual(['matches', 'withheld', 'mismatch']);
  });
});
