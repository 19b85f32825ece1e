import { sortedJson } from '../contract/sorted-json.js';
import type { CommitmentContent } from './commitment.schema.js';

/**
 * What stewards of both sides adopt, as JSON with sorted keys (RFC 8785): SHA-256 of its UTF-8 is the hash of a
 * commitment. Texts are composed (NFC) and trimmed already when they come in. `format` names these rules: another way
 * of writing has another.
 * @param languages the language of each side's text
 */
export const canonicalCommitmentJson = (
  content: CommitmentContent,
  { a, b }: { readonly a: string; readonly b: string },
): string =>
  sortedJson({
    format: 'entente-commitment/1',
    authentic: 'both texts equally',
    languages: { a, b },
    ...content,
    organisations: content.organisations.toSorted(),
  });
