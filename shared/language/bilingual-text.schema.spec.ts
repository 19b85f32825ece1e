import { describe, expect, it } from 'vitest';
import { bilingualText, missingIn } from './bilingual-text.schema.js';

describe('a text in the languages of both sides', () => {
  const title = bilingualText(20);

  it('is composed, trimmed and cleaned of what nobody sees', () => {
    expect(title.parse({ bg: ' и\u0306од\u202E ', 'ur-Latn': 'pani' })).toEqual({ bg: 'йод', 'ur-Latn': 'pani' });
  });

  it('refuses what is empty, too long, or under no language', () => {
    const bad = [{}, { bg: ' ' }, { bg: '\u200B' }, { bg: 'x'.repeat(21) }, { Bulgarian: 'x' }, { '': 'x' }, 'x'];
    expect(bad.filter((text) => title.safeParse(text).success)).toEqual([]);
  });

  it('tells which side cannot read it yet', () => {
    expect(missingIn({ bg: 'вода', mk: ' ' }, ['bg', 'mk', 'constructor'])).toEqual(['mk', 'constructor']);
  });
});
