import { describe, expect, it } from 'vitest';
import { normalLanguage, threeLetterCode } from './translation.rules.js';

describe('codes of languages', () => {
  it('are the same language in two letters, in three, and with a region', () => {
    const macedonian = ['mk', 'mkd', 'MK', 'mk-MK', 'mkd_MK'];
    expect(new Set(macedonian.map(normalLanguage))).toEqual(new Set(['mk']));
    expect(new Set(macedonian.map(threeLetterCode))).toEqual(new Set(['mkd']));
  });

  it('keep a script that is named: romanised Urdu is no Urdu to an engine', () => {
    expect(normalLanguage('urd-latn-PK')).toBe('ur-Latn');
    expect(threeLetterCode('ur-Latn')).toBeUndefined();
  });

  it('that nobody listed stay what they are', () => {
    expect([normalLanguage('xx'), normalLanguage('constructor'), normalLanguage('')]).toEqual([
      'xx',
      'constructor',
      '',
    ]);
    expect([threeLetterCode('xx'), threeLetterCode('constructor'), threeLetterCode('')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
