import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { blindIndex, opened, sealed } from './sealed-field.js';

const key = randomBytes(32);

it('opens what it sealed, in its place and with its key only', () => {
  const box = sealed(key, 'account|email|1', 'елена@example.org');
  expect(opened(key, 'account|email|1', box)).toBe('елена@example.org');
  expect(box.includes('example')).toBe(false);
  expect(() => opened(key, 'account|email|2', box)).toThrow();
  expect(() => opened(randomBytes(32), 'account|email|1', box)).toThrow();
  const changed = Buffer.from(box);
  changed.writeUInt8(changed.readUInt8(30) ^ 1, 30);
  expect(() => opened(key, 'account|email|1', changed)).toThrow();
});

it('seals the same value differently each time, and finds it by its blind index', () => {
  expect(sealed(key, 'a|b|c', 'x')).not.toEqual(sealed(key, 'a|b|c', 'x'));
  expect(blindIndex(key, 'x')).toEqual(blindIndex(key, 'x'));
  expect(blindIndex(key, 'x')).not.toEqual(blindIndex(randomBytes(32), 'x'));
});
