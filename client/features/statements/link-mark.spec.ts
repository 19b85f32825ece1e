import { expect, it } from 'vitest';
import { addressOf } from './link-mark';

it('takes an address as people write it, and nothing that runs or hides', () => {
  expect(addressOf('example.org/a b')).toBe('https://example.org/a%20b');
  expect(addressOf(' http://example.org ')).toBe('http://example.org/');
  expect(addressOf('example.org:8080/x')).toBe('https://example.org:8080/x');
  expect(addressOf('ana@example.org')).toBe('mailto:ana@example.org');
  for (const wrong of [
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://a:b@example.org',
    'localhost',
    'file:///etc',
  ])
    expect([wrong, addressOf(wrong)]).toEqual([wrong, undefined]);
});
