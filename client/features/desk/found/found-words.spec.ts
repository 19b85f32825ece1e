import { describe, expect, it } from 'vitest';
import { placesOf, wordsOf } from './found-words';

describe('words that were found', () => {
  it('are the words at the places of the finding, each once', () => {
    const source = 'Река и река, а мост и мост.';
    const where = [
      { start: 0, end: 4 },
      { start: 15, end: 19 },
      { start: 22, end: 26 },
    ];
    expect(wordsOf(source, { where })).toEqual(['Река', 'мост']);
    expect(wordsOf(source, { where: [] })).toEqual([]);
  });

  it('are shown wherever they stand, the longest first', () => {
    expect(placesOf('мост и мостче', ['мост', 'мостче'])).toEqual([
      { start: 0, end: 4 },
      { start: 7, end: 13 },
    ]);
    expect(placesOf('нищо', ['мост', ''])).toEqual([]);
  });
});
