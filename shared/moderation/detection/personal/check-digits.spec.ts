import { describe, expect, it } from 'vitest';
import { isAadhaar, isEgn, isEmbg, isIban, isVerhoeff } from './check-digits.js';

describe('check digits', () => {
  it('agree with the examples of those who made them', () => {
    // Wikipedia's EGN and JMBG, a test number of UIDAI, Verhoeff's own, the registry of IBANs.
    expect([isEgn('7523169263'), isEmbg('0101006500006'), isAadhaar('999941057058'), isVerhoeff('2363')]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    const accounts = [
      'BG80BNBG96611020345678',
      'MK07250120000058984',
      'PK36SCBL0000001123456702',
      'GB29NWBK60161331926819',
    ];
    expect(accounts.map(isIban)).toEqual([true, true, true, true]);
  });

  it('no digit can be another one, and no day is one that there is not', () => {
    const changed = (number: string, at: number, by: number): string =>
      number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);
    for (const [number, isOne] of [
      ['7523169263', isEgn],
      ['999941057058', isAadhaar],
    ] as const) {
      for (let at = 6; at < number.length; at += 1)
        for (let by = 1; by < 10; by += 1) expect(isOne(changed(number, at, by)), changed(number, at, by)).toBe(false);
    }
    expect([isEgn('7502309263'), isEmbg('3102071450121')]).toEqual([false, false]);
  });
});
