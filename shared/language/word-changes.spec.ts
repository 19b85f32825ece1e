import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordChanges } from './word-changes.js';

const marked = (before: string, after: string): string =>
  wordChanges(before, after)
    .map(({ type, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]` })[type])
    .join('');

describe('changes by words', () => {
  it('mark what was taken out and what was put in', () => {
    expect(marked('Първо слушаме всички.', 'Първо слушаме другата страна.')).toBe(
      'Първо слушаме [-всички.-][+другата страна.+]',
    );
    expect(marked('ہم پہلے سنتے ہیں۔', 'ہم سنتے ہیں۔')).toBe('ہم [-پہلے -]سنتے ہیں۔');
    expect(marked('', 'हम सुनते हैं।')).toBe('[+हम सुनते हैं।+]');
    expect(marked('same', 'same')).toBe('same');
  });

  it('do not mind where a line ends', () => expect(marked('one\ntwo', 'one two')).toBe('one two'));

  const text = fc.array(fc.constantFrom('река', 'мост', 'вода', 'мир'), { maxLength: 12 }).map((all) => all.join(' '));
  const plain = (value: string): string => value.replace(/\s+/gu, ' ').trim();
  it('keep both texts: without what was added it is the one, without what was removed the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const without = (type: string) =>
          wordChanges(before, after)
            .filter((run) => run.type !== type)
            .map((run) => run.text.trim())
            .join(' ');
        expect(plain(without('added'))).toBe(before);
        expect(plain(without('removed'))).toBe(after);
      }),
    );
  });

  it('of a very long text are the whole text', () => {
    const long = Array.from({ length: 2_100 }, (_, at) => `word${at}`).join(' ');
    expect(wordChanges(long, `${long} more`).map(({ type }) => type)).toEqual(['removed', 'added']);
  });
});
