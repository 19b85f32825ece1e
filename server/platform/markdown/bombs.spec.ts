import { describe, expect, it } from 'vitest';
import { plainText } from '../../../shared/language/plain-text.js';
import { parseMarkdown } from './markdown.js';
import { longest, Unreadable } from './unreadable.js';

const milliseconds = 100;
// prettier-ignore
const pieces = [
  '[', ']', '*', '**', '_', '__', '>', '> ', '`', '``', '![', '- ', '1. ', '<', '~', '~~~', '&', '&#', '(', '[](', '](', '**a', '*a_',
  '\n> ', '\n- ', '\n  - ', '\n    ', '\\', '| ', '#', '=', '\n=\n', '---\n', '[a](<', '[a](b "', '![a](b)', '<a@', 'http://', 'http://a.', 'a@b.',
  'www.', '@', '@a.', '@"', '"', "'", '.', '\t', ' \n', '\u0301', '\u202E', '🏳️‍🌈', '[quote:', '> [quote:', '&amp;', '*_', '`a', '[[]', '- - ', '>-', '1)',
  'mailto:', '<!--', ']]>', '<?', '[a]: b\n', '%', 'xn--', 'и\u0306',
];

/** How long one reading takes, whether the text is read or refused. */
function timeOf(source: string): number {
  // The processor's time, not the wall's: other work on the machine is not the parser's fault.
  const began = process.cpuUsage();
  try {
    plainText(parseMarkdown(source, () => undefined));
  } catch (error) {
    expect(error).toBeInstanceOf(Unreadable);
  }
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

const mostReadings = 6;

/** The best of some readings, until one is in time: what the text costs, not what else the machine did meanwhile. */
function costOf(source: string): number {
  let least = Infinity;
  for (let reading = 0; reading < mostReadings && least >= milliseconds; reading += 1)
    least = Math.min(least, timeOf(source));
  return least;
}

describe('CommonMark bombs', () => {
  it.each(pieces)('SEC-28: %j, as often as a text may hold it, is read or refused in time', (piece) => {
    for (const length of [10_000, longest]) {
      const often = piece.repeat(length / piece.length);
      expect(costOf(often)).toBeLessThan(milliseconds);
      expect(costOf(`${often.slice(0, length / 2)}\n\n${often.slice(0, length / 2 - 10)}`)).toBeLessThan(milliseconds);
    }
  });

  it.each(pieces)('SEC-28: %j a hundred thousand times is refused at once', (piece) => {
    expect(() => parseMarkdown(piece.repeat(100_000))).toThrow(Unreadable);
    expect(costOf(piece.repeat(100_000))).toBeLessThan(milliseconds);
  });

  it('SEC-28: deep nesting of any kind is refused, sixteen quotes are not', () => {
    const nested = (depth: number) => `${'> '.repeat(depth)}x`;
    expect(plainText(parseMarkdown(nested(16)))).toBe('');
    const deep = [
      nested(17),
      `${'- '.repeat(20)}x`,
      '**a *b '.repeat(20) + 'c* d**'.repeat(20),
      '> - '.repeat(12) + 'x',
    ];
    for (const source of deep) expect(() => parseMarkdown(source)).toThrow(Unreadable);
  });
});
