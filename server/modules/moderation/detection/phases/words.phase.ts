import { finding, type Finding } from '../../../../../shared/moderation/detection/finding.rules.js';
import type { ListedEntry } from '../lists/word-lists.js';
import type { Phase } from '../phase.js';
import type { WordMatcher } from '../words/word-matcher.js';
import type { WordHit } from '../words/word-matching.js';

/** The words that both sides agreed on, in any spelling. What the thread did not look at, a human does. */
export const wordsPhase = (matcher: Pick<WordMatcher, 'find'>): Phase => ({
  name: 'words',
  look: async ({ text }, { words }) => {
    const hits = await matcher.find(words, text);
    return hits ? hits.flatMap((hit) => said(hit, words.entries[hit.entry])) : [finding('not_looked_at')];
  },
});

function said({ disguised, ranges }: WordHit, entry: ListedEntry | undefined): Finding[] {
  if (!entry) return [];
  const { kind, reason, text, language, version } = entry;
  const code = disguised ? (`word_${kind}_disguised` as const) : (`word_${kind}` as const);
  return [finding(code, { reason, params: { entry: text, language, version }, where: ranges })];
}
