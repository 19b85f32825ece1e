import { describe, expect, it } from 'vitest';
import { keyFor, keyOf, refusalOf, soundKeys, withKey } from './key-bindings';
import { meet, shortcutActNames, shortcutActs } from './shortcut-acts';

const press = (key: string, code: string, shiftKey = false) => ({ key, code, shiftKey });

describe('MOD-33: the keys of the desk', () => {
  it('each mean one thing on a page, as we have them', () => {
    for (const act of shortcutActNames) expect(refusalOf(act, shortcutActs[act].key, {}), act).toBeUndefined();
  });

  it('are the same keys on a keyboard that is set to another script', () => {
    expect(keyOf(press('а', 'KeyA'))).toBe('a');
    expect(keyOf(press('ј', 'KeyJ'))).toBe('j');
    expect(keyOf(press('ج', 'KeyJ'))).toBe('j');
    expect(keyOf(press('र', 'KeyJ'))).toBe('j');
    expect(keyOf(press('۲', 'Digit2'))).toBe('2');
    expect(keyOf(press('؟', 'Slash', true))).toBe('?');
  });

  it('follow the letters of a Latin keyboard, wherever it has them', () => {
    expect(keyOf(press('a', 'KeyQ'))).toBe('a');
    expect(keyOf(press('A', 'KeyQ', true))).toBe('a');
    expect(keyOf(press('?', 'Minus', true))).toBe('?');
    expect(keyOf(press('Enter', 'Enter'))).toBe('enter');
  });
});

describe('keys that somebody chose', () => {
  it('hold instead of ours, and ours again when they are chosen back', () => {
    const chosen = withKey({}, 'approve', 'p');
    expect(keyFor('approve', chosen)).toBe('p');
    expect(keyFor('hold', chosen)).toBe('h');
    expect(withKey(chosen, 'approve', 'a')).toEqual({});
  });

  it('are refused where the key means something else on the same page', () => {
    expect(refusalOf('approve', 'h', {})).toEqual({ why: 'taken', by: 'hold' });
    expect(refusalOf('approve', 'j', {})).toEqual({ why: 'taken', by: 'next' });
    expect(refusalOf('next', 'm', {})).toEqual({ why: 'taken', by: 'comment' });
    expect(refusalOf('approve', '?', {})).toEqual({ why: 'taken', by: 'help' });
    expect(refusalOf('approve', 'p', { hold: 'p' })).toEqual({ why: 'taken', by: 'hold' });
  });

  it('are free where the other page has them, or where they were given up', () => {
    expect(meet('comment', 'amend')).toBe(false);
    expect(refusalOf('comment', 'h', {})).toBeUndefined();
    expect(refusalOf('approve', 'h', { hold: 'p' })).toBeUndefined();
  });

  it.each([' ', '5', 'Escape', 'enter', 'ж', ''])('cannot be %j', (key) => {
    expect(refusalOf('approve', key, {})).toEqual({ why: 'not_usable' });
  });

  it('are let go of where what was kept cannot be understood, or means two things', () => {
    expect(soundKeys('nonsense')).toEqual({});
    expect(soundKeys({ approve: 'p', vanished: 'q', hold: 3 })).toEqual({ approve: 'p' });
    expect(soundKeys({ approve: 'h' })).toEqual({});
    expect(soundKeys({ approve: 'h', hold: 'a' })).toEqual({ approve: 'h', hold: 'a' });
  });
});
