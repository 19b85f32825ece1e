import { describe, expect, it } from 'vitest';
import { fromHex, hex, utf8 } from '../../../shared/log/encoding.js';
import { ed25519FromSeed, logCrypto } from './log-crypto.js';

/** RFC 8032, section 7.1, tests 1 to 3: seed, public key, message, signature. */
const published = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const;

describe('the cryptography of the log', () => {
  it.each(published)('signs as RFC 8032 publishes for the seed %s', (seed, publicKey, message, signature) => {
    const signer = ed25519FromSeed(fromHex(seed));
    expect(hex(signer.publicKey)).toBe(publicKey);
    expect(hex(signer.sign(fromHex(message)))).toBe(signature);
    expect(logCrypto.verifyEd25519(fromHex(publicKey), fromHex(message), fromHex(signature))).toBe(true);
    expect(logCrypto.verifyEd25519(fromHex(publicKey), fromHex(`${message}00`), fromHex(signature))).toBe(false);
  });

  it('takes nothing for a signature or a key that is none, and does not throw', () => {
    const { publicKey, sign } = ed25519FromSeed(new Uint8Array(32));
    const [message, signature] = [utf8('text'), sign(utf8('text'))];
    expect(logCrypto.verifyEd25519(publicKey, message, signature)).toBe(true);
    for (const length of [0, 63, 65])
      expect(logCrypto.verifyEd25519(publicKey, message, new Uint8Array(length).fill(1))).toBe(false);
    for (const length of [0, 31, 32, 33])
      expect(logCrypto.verifyEd25519(new Uint8Array(length).fill(255), message, signature)).toBe(false);
    expect(() => ed25519FromSeed(new Uint8Array(31))).toThrow(RangeError);
  });

  it('hashes with SHA-256 (FIPS 180-4, "abc")', () => {
    expect(hex(logCrypto.sha256(utf8('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
