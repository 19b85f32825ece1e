import type { CommitmentBrief } from '../../../../shared/commitments/commitment.schema.js';
import { isErased, withoutErased } from '../../../../shared/language/erased-text.rules.js';
import type { CardWords } from '../../../platform/feeds/svg-card.js';
import { svgCard } from '../../../platform/feeds/svg-card.js';
import type { SideLabels, WordsIn } from './public-words.js';

type Badged = Pick<
  CommitmentBrief,
  | 'promisor'
  | 'title'
  | 'nextDue'
  | 'standing'
  | 'suspendedUntil'
  | 'overdue'
  | 'contested'
  | 'fulfilledAsClaimed'
  | 'fulfilledAsAssessed'
>;

/** How a commitment stands, in words, for pages of others; there is nobody's name in it. */
export function commitmentBadge(one: Badged, labels: SideLabels, words: WordsIn): string {
  const { language, say, day } = words;
  const title = isErased(one.title) ? { [language]: words.text(one.title) } : withoutErased(one.title);
  const titles: CardWords[] = Object.keys(title)
    .toSorted()
    .filter((of) => title[language] === undefined || of === language)
    .map((of) => ({ text: title[of] ?? '', language: of, kind: 'heading' }));
  const due = one.nextDue === null ? say('board.nothing_due') : `${say('board.next_due')}: ${day(one.nextDue)}`;
  return svgCard({
    language,
    words: [
      { text: `${say('fact.whose')}: ${words.whose(one.promisor, labels)}`, language, kind: 'note' },
      ...titles,
      { text: words.states(one), language, kind: 'body' },
      { text: due, language, kind: 'note' },
    ],
  });
}
