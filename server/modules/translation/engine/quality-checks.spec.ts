import { describe, expect, it } from 'vitest';
import { translationChecks } from '../../../../shared/translation/translation.rules.js';
import { checkTranslation, unknownRatio, verdictOf, type Compared } from './quality-checks.js';

const check = (source: string, target: string, others: Partial<Compared> = {}) =>
  checkTranslation({
    passages: [{ source, target }],
    sourceLanguage: 'mk',
    targetLanguage: 'bg',
    unknown: 0,
    broken: 0,
    ...others,
  });

const failing = (...parameters: Parameters<typeof check>): string[] =>
  check(...parameters).flatMap(({ check, ok }) => (ok ? [] : [check]));

describe('the checks', () => {
  it('are all made, and pass a faithful translation', () => {
    const checks = check('Не дојдоа 12 луѓе од селото.', 'Не дойдоха 12 души от селото.');
    expect(checks.map((one) => one.check).toSorted()).toEqual(translationChecks.toSorted());
    expect(verdictOf(checks)).toBe('passed');
  });

  it('find what is lost, each by its name, and make the text doubtful', () => {
    expect(failing('Не е точно.', 'Ни е точно.')).toEqual(['negation']);
    expect(failing('Има 12 мостови.', 'Има 21 моста.')).toEqual(['number']);
    expect(failing('Има мост.', ' ')).toEqual(['empty']);
    expect(failing('Реката е чиста денес', 'The river is clean today')).toEqual(['script']);
    expect(failing('Реката е чиста денес и утре', 'Реката')).toEqual(['length']);
    expect(failing('Има мост.', 'Има мост.', { broken: 1 })).toEqual(['placeholder']);
    expect(failing('Има еден мост.', 'Има един мост.', { unknown: 1 })).toEqual(['unknown_words']);
    expect(verdictOf(check('Не е точно.', 'Ни е точно.'))).toBe('doubtful');
  });

  it('do not let one passage make up for another', () => {
    const passages = [
      { source: 'Не е точно.', target: 'Точно е.' },
      { source: 'Точно е. 5', target: 'Не е точно.' },
      { source: 'Има мост', target: 'Има мост 5' },
    ];
    expect(failing('', '', { passages })).toEqual(['negation', 'number']);
  });

  it('read the digits of every script alike', () => {
    const languages = { sourceLanguage: 'hi', targetLanguage: 'ur' };
    expect(failing('पुल १२ है, 3,5', 'پل ۱۲ ہے، ٣٫٥', languages)).toEqual([]);
    expect(failing('पुल १२ है', 'پل ۱۳ ہے', languages)).toEqual(['number']);
  });

  it('leave addresses and code out of the script', () => {
    expect(failing('Види example', 'Виж https://example.org/a/very/long/path `and code` ana@example.org')).toEqual([]);
  });

  it('say in figures what they found, and never in words of the text', () => {
    for (const { detail } of check('Не знам за тајната на реката 7', 'Тайната на реката 8'))
      expect(detail).not.toMatch(/\p{Script=Cyrillic}/u);
  });
});

describe('the share of unknown words', () => {
  it('is of the words of the source, and never more than all', () => {
    expect(unknownRatio(1, 'पानी साफ़ है नहीं')).toBe(0.25);
    expect(unknownRatio(3, 'вода')).toBe(1);
    expect(unknownRatio(0, '')).toBe(0);
  });
});
