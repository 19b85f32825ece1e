import { describe, expect, it } from 'vitest';
import { readingOf } from './reading.rules.js';

describe('how somebody reads', () => {
  const me = { reading: 'side_by_side', readingByLanguage: { mk: 'original_only' } } as const;

  it('is what they chose for the language of a text, and else for all', () => {
    expect(readingOf(me, 'mk')).toBe('original_only');
    expect(readingOf(me, 'bg')).toBe('side_by_side');
    expect(readingOf(me, 'constructor')).toBe('side_by_side');
  });
});
