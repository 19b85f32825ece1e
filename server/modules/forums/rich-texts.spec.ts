import { describe, expect, it } from 'vitest';
import { Failure } from '../../../shared/contract/failure.js';
import { RichTexts } from './rich-texts.js';

describe('rich texts', () => {
  it('are read once per revision', () => {
    const texts = new RichTexts();
    const first = texts.of('revision', 'Вода **и** хора', null);
    expect(texts.of('revision', 'Вода **и** хора', null)).toBe(first);
    expect(texts.of('other', 'Вода **и** хора', null)).toEqual(first);
  });

  it('mention only those whom the writer meant', () => {
    const [paragraph] = new RichTexts().read('@Ана и @constructor', { Ана: 'a0000000-0000-4000-8000-000000000000' });
    expect(paragraph).toMatchObject({
      inlines: [
        { type: 'mention', pseudonym: 'Ана' },
        { type: 'text', text: ' и @constructor' },
      ],
    });
  });

  it('are refused when no page could show them, and when nothing is left of them', () => {
    const texts = new RichTexts();
    expect(() => texts.read('> '.repeat(40) + 'x')).toThrow(Failure);
    expect(() => texts.read('<!-- -->'.replace(/./g, ' '))).toThrow(Failure);
  });

  it('SEC-27: show an unreadable translation as plain text', () => {
    expect(new RichTexts().of('t', '> '.repeat(40) + '<img onerror=x>', null)).toMatchObject([{ type: 'code' }]);
  });
});
