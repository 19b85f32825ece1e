import { createHash } from 'node:crypto';

/** A sentence as it is compared: composed (NFC), its whitespace one space each. */
export const compared = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** By which the same words are found again: SHA-256 of the compared form. */
export const segmentHash = (text: string): Buffer => sha256(compared(text));

/** By which the same neighbours are known: the sentence before and the one after; none at an end is empty. */
export const contextHash = (before: string, after: string): Buffer =>
  sha256(`${compared(before)}\u0000${compared(after)}`);
