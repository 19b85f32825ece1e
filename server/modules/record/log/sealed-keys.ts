import { randomBytes } from 'node:crypto';
import { base64 } from '../../../../shared/log/encoding.js';
import { ed25519FromSeed } from '../../../platform/crypto/log-crypto.js';
import { opened, sealed, type Place } from '../../../platform/crypto/sealed-field.js';
import { KeyProblem, keyOfLog, type Signer } from './signer.js';

const seedBytes = 32;

/** Keys that lie in the database, encrypted under a key that follows from the server's secret. */
export class SealedKeys {
  constructor(private readonly serverKey: Buffer) {}

  /** A new pair of keys, of which the private one is not to be read but here. */
  make(dyadId: string, origin: string): { readonly verifierKey: string; readonly sealed: Buffer } {
    const seed = randomBytes(seedBytes);
    const key = keyOfLog(origin, ed25519FromSeed(seed).publicKey);
    return { verifierKey: key, sealed: sealed(this.serverKey, placeOf(dyadId, key), base64(seed)) };
  }

  /** @throws KeyProblem when the key opens with another secret only */
  signer(dyadId: string, origin: string, key: string, box: Buffer): Signer {
    const pair = ed25519FromSeed(this.seedOf(dyadId, key, box));
    return { verifierKey: keyOfLog(origin, pair.publicKey), sign: async (message) => pair.sign(message) };
  }

  private seedOf(dyadId: string, key: string, box: Buffer): Buffer {
    try {
      return Buffer.from(opened(this.serverKey, placeOf(dyadId, key), box), 'base64');
    } catch {
      throw new KeyProblem('key_sealed', `The key ${key} does not open: it was sealed with another ENTENTE_SECRET.`);
    }
  }
}

const placeOf = (dyadId: string, key: string): Place => `log_key|sealed|${dyadId}.${key}`;
