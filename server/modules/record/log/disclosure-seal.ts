import { randomBytes } from 'node:crypto';
import { opened, sealed, type Place } from '../../../platform/crypto/sealed-field.js';

const keyBytes = 32;

/** A key for the texts of one entry, as it is used and as it is kept: wrapped by the key of the server. */
export interface WrappedKey {
  readonly id: string;
  readonly key: Buffer;
  readonly wrapped: Buffer;
}

const placeOfKey = (id: string): Place => `log_disclosure_key|wrapped|${id}`;
const placeOfText = (dyadId: string, digest: string): Place => `log_disclosure|box|${dyadId}.${digest}`;

/**
 * Encrypts what opens the commitments of the log (AES-256-GCM): each entry under a key of its own, which the server's key
 * wraps. Where that key is destroyed, the texts are gone from every copy of the database that does not have it.
 */
export class DisclosureSeal {
  constructor(private readonly serverKey: Buffer) {}

  newKey(id: string): WrappedKey {
    const key = randomBytes(keyBytes);
    return { id, key, wrapped: sealed(this.serverKey, placeOfKey(id), key.toString('base64')) };
  }

  /** @throws Error when it was changed, or wrapped by another key */
  unwrapped(id: string, wrapped: Buffer): Buffer {
    return Buffer.from(opened(this.serverKey, placeOfKey(id), wrapped), 'base64');
  }

  box(key: Buffer, dyadId: string, digest: string, disclosure: string): Buffer {
    return sealed(key, placeOfText(dyadId, digest), disclosure);
  }

  /** The disclosure again. @throws Error when it was changed or moved */
  opened(key: Buffer, dyadId: string, digest: string, box: Buffer): string {
    return opened(key, placeOfText(dyadId, digest), box);
  }
}
