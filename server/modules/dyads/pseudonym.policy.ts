import { Failure } from '../../../shared/contract/failure.js';
import { isSafeName, skeleton } from '../../../shared/language/unicode-safety.js';

/** Names that would speak with a voice that is not theirs, in the languages of the interface. */
const reserved = new Set(
  ['entente', 'admin', 'moderator', 'steward', 'модератор', 'администратор', 'मॉडरेटर', 'منتظم', 'ناظم'].map(skeleton),
);

/** @throws Failure `pseudonym.not_allowed` for hidden characters, mixed scripts, and names of offices. */
export function requireWearable(pseudonym: string): void {
  if (!isSafeName(pseudonym) || reserved.has(skeleton(pseudonym))) throw new Failure('pseudonym.not_allowed');
}

/** What makes two names the same at a glance; unique within a dyad. */
export const skeletonOf = skeleton;
