import { sortedJson } from '../contract/sorted-json.js';
import { canonicalText, type StatementSubstance } from './canonical.rules.js';

/**
 * The text of one side alone, as JSON with sorted keys (RFC 8785): its SHA-256 stands in the public record for each
 * language, so that somebody who has one of the two texts can check it without the other.
 */
export const canonicalLanguageJson = ({ title, languages, clauses }: StatementSubstance, side: 'a' | 'b'): string =>
  sortedJson({
    format: 'entente-statement-text/1',
    language: languages[side],
    title: title[languages[side]]?.normalize('NFC').trim() ?? '',
    clauses: clauses.map(({ id, texts }) => ({ id, text: canonicalText(texts[side]) })),
  });
