import { describe, expect, it } from 'vitest';
import { PageMemory } from './page-memory.js';

describe('the memory of pages', () => {
  it('gives a page back only while the stream has the number it was read at', () => {
    const memory = new PageMemory<string>();
    expect(memory.at('thread', 7)).toBeUndefined();
    expect(memory.remember('thread', 7, 'page')).toBe('page');
    expect(memory.at('thread', 7)).toBe('page');
    expect(memory.at('thread', 8)).toBeUndefined();
    expect(memory.at('other', 7)).toBeUndefined();
  });

  it('stays small: the longest unread go first', () => {
    const memory = new PageMemory<number>();
    for (let number = 0; number < 600; number += 1) memory.remember(`page ${number}`, 1, number);
    expect(memory.at('page 0', 1)).toBeUndefined();
    expect(memory.at('page 599', 1)).toBe(599);
  });
});
