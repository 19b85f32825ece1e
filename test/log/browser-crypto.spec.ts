import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logCrypto as ofBrowser } from '../../client/lib/log-crypto.js';
import { ed25519FromSeed, logCrypto as ofNode } from '../../server/platform/crypto/log-crypto.js';
import { fromHex } from '../../shared/log/encoding.js';
import { flipped } from '../support/log.js';

/** RFC 8032, section 7.1, tests 1 and 2: public key, message, signature. */
const vectors = [
  [
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
] as const;

/** The order of the group (RFC 8032, section 5.1), lowest byte first. */
const order = fromHex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010');

/** The same signature with the order added to its second half: the same number to whoever does not ask how large it is. */
function withOrderAdded(signature: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(signature);
  let carry = 0;
  for (const [at, byte] of order.entries()) {
    const sum = (signature[32 + at] ?? 0) + byte + carry;
    changed[32 + at] = sum & 0xff;
    carry = sum >> 8;
  }
  return changed;
}

describe('the cryptography of the browser', () => {
  it('accepts what RFC 8032 signed, and nothing else under that name', () => {
    for (const [key, message, signature] of vectors) {
      const [k, m, s] = [fromHex(key), fromHex(message), fromHex(signature)];
      for (const crypto of [ofBrowser, ofNode]) {
        expect(crypto.verifyEd25519(k, m, s)).toBe(true);
        expect(crypto.verifyEd25519(k, m, withOrderAdded(s))).toBe(false);
        expect(crypto.verifyEd25519(k.subarray(1), m, s)).toBe(false);
        expect(crypto.verifyEd25519(k, m, s.subarray(1))).toBe(false);
        expect(crypto.verifyEd25519(k, m, new Uint8Array(64))).toBe(false);
      }
    }
  });

  it('says what Node says, of every text and of every signature with a bit changed', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(seed, bytes, fc.nat(63), fc.nat(7), (secret, message, at, bit) => {
        expect(ofBrowser.sha256(message)).toEqual(ofNode.sha256(message));
        const signer = ed25519FromSeed(secret);
        const signature = signer.sign(message);
        const changed = flipped(signature, at, bit);
        for (const crypto of [ofBrowser, ofNode]) {
          expect(crypto.verifyEd25519(signer.publicKey, message, signature)).toBe(true);
          expect(crypto.verifyEd25519(signer.publicKey, message, changed)).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });
});
