import { describe, expect, it } from 'vitest';
import { skillOf } from './language-skill.rules.js';

describe('what members say of their languages', () => {
  it('lets them judge when they read both, and translate when they write the one that it is for', () => {
    const ana = { reads: ['mk'], writes: ['bg'] };
    expect(skillOf(ana, 'mk', 'bg')).toBe('translates');
    expect(skillOf(ana, 'bg', 'mk')).toBe('judges');
    expect(skillOf(ana, 'bg', 'en')).toBe('none');
    expect(skillOf({ reads: [], writes: ['bg'] }, 'mk', 'bg')).toBe('none');
  });
});
