import { describe, expect, it } from 'vitest';
import { isolated } from './isolated';

describe('what is put in a sentence', () => {
  it('is isolated where its letters run the other way', () => {
    expect(isolated('Water, 2nd part', 'rtl')).toBe('\u2068Water, 2nd part\u2069');
    expect(isolated('.tbx', 'rtl')).toBe('\u2068.tbx\u2069');
    expect(isolated('احمد علی', 'ltr')).toBe('\u2068احمد علی\u2069');
    expect(isolated('דנה Dana', 'rtl')).toBe('\u2068דנה Dana\u2069');
  });

  it('is left as it is where they run along, and where there are none', () => {
    expect(['احمد علی', '12.5', '٪۱۲', ''].map((value) => isolated(value, 'rtl'))).toEqual([
      'احمد علی',
      '12.5',
      '٪۱۲',
      '',
    ]);
    expect(['Елена', 'पानी', '7'].map((value) => isolated(value, 'ltr'))).toEqual(['Елена', 'पानी', '7']);
  });

  it('is left as it is where a page puts an element there', () => {
    expect(isolated('\uE000title\uE000', 'rtl')).toBe('\uE000title\uE000');
  });
});
