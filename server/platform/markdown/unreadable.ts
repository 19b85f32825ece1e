/** Lists in quotes in lists: what somebody means, and what every page can show. */
export const deepest = 16;

/**
 * Characters that are read: three times the longest post, since a translation may be longer than its original. The
 * worst text of this length was measured to take well under 100 ms.
 */
export const longest = 30_000;

/** A text that no page would show as it was meant. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  constructor(readonly why: 'too deep' | 'too long') {
    super(`The text is ${why}.`);
  }
}
