import { createHash, randomBytes } from 'node:crypto';

/** 256 bits nobody can guess, as 43 characters that fit an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: enough to recognise it, not to use it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
