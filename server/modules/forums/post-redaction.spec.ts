import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { redacted } from './post-redaction.js';

const word = fc.stringMatching(/^[абв]{1,4}$/u);

it('takes every passage out wherever it stands, and says nothing of its length', () => {
  expect(redacted('Пиши на Иван, Иван Петров, тел. 123.', ['Иван', 'Иван Петров', '123'])).toBe(
    'Пиши на █████, █████, тел. █████.',
  );
  expect(redacted('a $& b', ['$&'])).toBe('a █████ b');
});

it('leaves none of them, whichever way they overlap', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), fc.array(word, { minLength: 1, maxLength: 4 }), (words, passages) => {
      const left = redacted(words.join(' '), passages);
      for (const passage of passages) expect(left).not.toContain(passage);
    }),
  );
});
