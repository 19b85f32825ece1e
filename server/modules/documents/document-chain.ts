import { createHash } from 'node:crypto';

/** The first link of every chain. */
export const firstLink = Buffer.alloc(32);

/** Each link is made of the one before and the update (SHA-256), so that one that is changed later shows. */
export const nextLink = (chain: Buffer, update: Uint8Array): Buffer =>
  createHash('sha256').update(chain).update(update).digest();
