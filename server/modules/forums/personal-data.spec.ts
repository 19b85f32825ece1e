import { describe, expect, it } from 'vitest';
import { personalDataIn } from './personal-data.js';

describe('personal data in a text', () => {
  it.each([
    ['Пиши ми на ana.petrova@example.org', ['email']],
    ['Јавете се на +389 70 123 456', ['phone']],
    ['फ़ोन: ०९८१ २३४ ५६७८९', ['phone']],
    ['mail a@b.example or call (02) 123-45-67 8', ['email', 'phone']],
    ['Во 1992 и во 2024 година, 12 000 луѓе', []],
    ['@Река вели дека водата е чиста', []],
  ])('%s', (text, kinds) => {
    expect(personalDataIn(text)).toEqual(kinds);
  });

  it('SEC-28: takes linear time on hostile text', () => {
    const began = performance.now();
    personalDataIn('1 '.repeat(5_000));
    personalDataIn('a.'.repeat(5_000));
    personalDataIn(`a@${'b-'.repeat(5_000)}`);
    expect(performance.now() - began).toBeLessThan(100);
  });
});
