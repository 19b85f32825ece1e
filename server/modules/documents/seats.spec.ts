import { describe, expect, it } from 'vitest';
import { Seats } from './seats.js';

describe('seats in a document', () => {
  it('are eight for one person, and free again when given back', () => {
    const seats = new Seats();
    const taken = Array.from({ length: 8 }, () => seats.take('d', 'p', 0));
    expect(taken.every((one) => one !== undefined)).toBe(true);
    expect(seats.take('d', 'p', 0)).toBeUndefined();
    expect(seats.take('d', 'other', 0)).toBeDefined();
    expect(seats.take('e', 'p', 0)).toBeDefined();
    taken[0]?.();
    expect(seats.take('d', 'p', 0)).toBeDefined();
  });

  it('are three hundred for all', () => {
    const seats = new Seats();
    const taken = Array.from({ length: 301 }, (_, at) => seats.take('d', `p${at}`, 0));
    expect(taken.filter((one) => one !== undefined)).toHaveLength(300);
  });

  it('are not for somebody who comes more than once a second, until the next minute', () => {
    const seats = new Seats();
    for (let time = 0; time < 60; time += 1) seats.take('d', 'p', 1_000)?.();
    expect(seats.take('d', 'p', 1_000)).toBeUndefined();
    expect(seats.take('d', 'p', 61_000)).toBeDefined();
  });
});
