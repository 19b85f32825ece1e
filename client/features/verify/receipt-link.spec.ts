import { describe, expect, it } from 'vitest';
import { parseReceiptLink, receiptLink } from './receipt-link';

const leaf = Uint8Array.from({ length: 32 }, (_, at) => 255 - at);
const link = receiptLink('https://example.org', 'bg-mk', 12, leaf);

describe('the link of a receipt', () => {
  it('says which entry of which log, and can be pasted with spaces around it', () => {
    expect(link).toMatch(/^https:\/\/example\.org\/v#bg-mk\.12\.[\w-]{43}$/);
    const read = { log: 'https://example.org/log/bg-mk', index: 12, leaf };
    expect(parseReceiptLink(link)).toEqual(read);
    expect(parseReceiptLink(` ${link}\n`)).toEqual(read);
    expect(parseReceiptLink(link.replace('/v#', '/verify#'))).toEqual(read);
  });

  it('of a site below a path leads to the log below that path', () => {
    const below = receiptLink('http://127.0.0.1:3000/entente', 'hi-ur', 0, leaf);
    expect(parseReceiptLink(below)).toMatchObject({ log: 'http://127.0.0.1:3000/entente/log/hi-ur', index: 0 });
  });

  it('is nothing else: no other scheme, number or hash', () => {
    for (const other of [
      '',
      'https://example.org/v',
      link.replace('https:', 'javascript:'),
      link.replace('.12.', '.012.'),
      link.replace('.12.', '.99999999999999999.'),
      link.replace('bg-mk', '../x'),
      link.slice(0, -1),
      `${link}A`,
    ])
      expect(parseReceiptLink(other), other).toBeUndefined();
  });
});
