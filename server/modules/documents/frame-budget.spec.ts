import { describe, expect, it } from 'vitest';
import { FrameBudget } from './frame-budget.js';

describe('what one socket may send', () => {
  it('is a burst and then so many a second; who goes on is sent away', () => {
    const budget = new FrameBudget();
    const now = Date.now();
    const answers = Array.from({ length: 700 }, () => budget.take(10, now));
    expect(answers.slice(0, 290).every((answer) => answer === 'read')).toBe(true);
    expect(answers).toContain('pause');
    expect(answers.at(-1)).toBe('refuse');
  });

  it('never stops somebody who types fast for an hour', () => {
    const budget = new FrameBudget();
    const began = Date.now();
    for (let tenth = 0; tenth < 36_000; tenth += 1) expect(budget.take(200, began + tenth * 100)).toBe('read');
  });

  it('lets a large paste through, and makes a stream of them wait', () => {
    const budget = new FrameBudget();
    const now = Date.now();
    expect(budget.take(1024 * 1024, now)).toBe('read');
    expect(budget.take(2 * 1024 * 1024, now)).toBe('pause');
    expect(budget.take(1_000, now + 10_000)).toBe('read');
  });

  it('answers a client that comes, and not one that asks and asks', () => {
    const budget = new FrameBudget();
    expect(Array.from({ length: 12 }, () => budget.ask()).filter(Boolean)).toHaveLength(10);
  });
});
