import type { PluralCategory } from '../../shared/language/language.js';
import type { Catalogue } from './catalogue.js';

const form = /^(.*)_(zero|one|two|few|many|other)$/;

/** Keys that count, without the form: `forum:topic.posts`. English has an `_other` form of each. */
export function countingKeys(english: Catalogue): Set<string> {
  return new Set(
    [...english.keys()]
      .filter((key) => key.endsWith('_other') && english.has(key.replace(/_other$/, '_one')))
      .map((key) => key.slice(0, -'_other'.length)),
  );
}

/** Which sentence a key is a form of, and which form; a key that does not count is its own only form. */
export function folded(key: string, counting: ReadonlySet<string>): { key: string; category?: PluralCategory } {
  const [, stem = '', category] = form.exec(key) ?? [];
  return counting.has(stem) ? { key: stem, category: category as PluralCategory } : { key };
}

/** The sentences of a language without their plural forms. */
export const foldedKeys = (catalogue: Catalogue, counting: ReadonlySet<string>): Set<string> =>
  new Set([...catalogue.keys()].map((key) => folded(key, counting).key));
