import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedJson } from './sorted-json.js';

describe('JSON as it is hashed', () => {
  it('sorts keys by their UTF-16 units, as the example of RFC 8785, 3.2.3', () => {
    const named = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const names = [...sortedJson(named).matchAll(/:"([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('writes numbers and strings as the example of RFC 8785, 3.2.2', () => {
    const given = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(sortedJson(given)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('says the same of the same values, in whatever order their keys came', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read: unknown = JSON.parse(sortedJson(value));
        expect(read).toEqual(JSON.parse(JSON.stringify(value)));
        expect(sortedJson(turned(value))).toBe(sortedJson(value));
      }),
    );
  });

  it('leaves keys without a value out, and refuses what JSON has no form for', () => {
    expect(sortedJson({ b: undefined, a: 1 })).toBe('{"a":1}');
    for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY, [undefined], { a: () => 1 }])
      expect(() => sortedJson(value)).toThrow('json.malformed');
  });
});

/** The same value, with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, one]) => [key, turned(one)]),
  );
}
