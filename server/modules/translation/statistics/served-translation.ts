import type { Side } from '../../../../shared/access/actor.js';
import { isOfOtherSide, isReviewed } from '../../../../shared/translation/human-work.rules.js';
import type { ServedText, ShownTranslation } from '../../../../shared/translation/statistics/served-text.js';
import type {
  TranslationOrigin,
  WhyUntranslated,
} from '../../../../shared/translation/statistics/translation-statistics.rules.js';
import type { DisputeFact, TranslationFact } from './translation-statistics.repository.js';

/** What readers of one language have of a text, as statistics count it. */
export interface ServedTranslation extends Pick<ServedText, 'shown' | 'whyNone' | 'checks' | 'disputes'> {
  /** When the first translation was there that readers had. */
  readonly firstMadeAt: Date | null;
}

/**
 * What readers have of a text in one language: the translation of the newest words, else of earlier ones.
 * @param facts of all its revisions, into that language
 */
export function servedTranslation(
  facts: readonly TranslationFact[],
  disputes: readonly DisputeFact[],
  authorSide: Side,
): ServedTranslation {
  const made = facts.flatMap((fact) => (fact.madeAt === null ? [] : [{ ...fact, madeAt: fact.madeAt }]));
  const newestFirst = made.toSorted((one, other) => other.madeAt.getTime() - one.madeAt.getTime());
  const current = newestFirst.filter(({ isCurrent, isWithheld }) => isCurrent && !isWithheld);
  const shown = current.find(({ isStale }) => !isStale) ?? current[0];
  const ofMachine = newestFirst.find(({ engine }) => engine !== null);
  return {
    shown: shown ? shownTranslation(shown, authorSide) : null,
    whyNone: shown ? null : whyNone(facts.filter(({ isCurrent, isStale }) => isCurrent && !isStale)),
    checks: ofMachine ? (ofMachine.failed ? 'failed' : 'passed') : null,
    disputes: disputes.map(({ state }) => state),
    firstMadeAt: newestFirst.at(-1)?.madeAt ?? null,
  };
}

function shownTranslation(fact: TranslationFact, authorSide: Side): ShownTranslation {
  const { engine, via, isStale, a, b } = fact;
  const isOther = (side: 'a' | 'b'): boolean => authorSide === 'neutral' || isOfOtherSide(side, authorSide);
  return {
    origin: originOf(fact),
    engine,
    via,
    isStale,
    otherSide: (a && isOther('a')) || (b && isOther('b')),
    isReviewed: isReviewed({ a, b }),
  };
}

const originOf = ({ status }: TranslationFact): TranslationOrigin =>
  status === 'human' || status === 'memory' ? status : 'machine';

/** @param current what there is of the newest words, none of it before readers */
function whyNone([current]: readonly TranslationFact[]): WhyUntranslated {
  if (!current) return 'never_asked';
  if (current.isWithheld) return 'withheld';
  if (current.whyNone !== null) return current.whyNone;
  return current.status === 'asked' || current.status === 'pending' ? current.status : 'not_offered';
}
