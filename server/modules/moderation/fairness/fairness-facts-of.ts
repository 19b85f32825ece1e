import type { Activity, DecidedFact, FairnessFacts } from '../../../../shared/moderation/fairness/fairness-facts.js';
import { daysOf, type Month } from '../../../../shared/moderation/fairness/month.js';
import { ofEachSide, type OneSide } from '../../../../shared/moderation/fairness/sided.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Authored, Case, CaseHistory } from './case.js';
import { secondsBetween } from '../../../platform/clock/seconds-between.js';

type OfASide<Thing> = Thing & { readonly authorSide: OneSide };

/** Neutral members write for nobody's side. */
const isOfASide = <Thing extends Authored>(one: Thing): one is OfASide<Thing> => one.authorSide !== 'neutral';

/**
 * The facts of one month that is over, as they stood at its end: what is read of it later is the same, so nobody can be found
 * by reading twice.
 * @param history everything until the end of the month, and nothing after it
 */
export function fairnessFactsOf(history: CaseHistory, month: Month): FairnessFacts {
  const period = daysOf(month);
  const isWithin = (at: Date): boolean => dayOf(at) >= period.from;
  const cases = history.cases.filter(isOfASide);
  const decided = cases.flatMap(decidedFact);
  const end = new Date(Date.parse(`${period.to}T00:00:00Z`) + 86_400_000);
  return {
    period,
    decided: decided.filter(({ day }) => day >= period.from),
    earlier: decided.filter(({ day }) => day < period.from),
    appeals: history.appeals.filter(isOfASide).flatMap(({ author, authorSide, end: ended }) => {
      return ended && isWithin(ended.at) ? [{ author, authorSide, overturned: ended.outcome === 'overturn' }] : [];
    }),
    waiting: cases
      .filter((one) => one.end === null)
      .map(({ authorSide, source, mode, openedAt }) => {
        return { authorSide, source, mode, secondsWaiting: secondsBetween(openedAt, end) };
      }),
    activity: ofEachSide((own) => activityOf(history, own, isWithin)),
  };
}

function decidedFact(one: OfASide<Case>): DecidedFact[] {
  const { author, authorSide, openedFor, source, mode, openedAt, secondsHeld, firstKey, end } = one;
  if (!end || end.outcome === 'withdrawn') return [];
  return [
    {
      author,
      authorSide,
      restricted: end.outcome === 'restricted' || end.outcome === 'returned',
      reason: openedFor,
      source,
      mode,
      day: dayOf(end.at),
      secondsToDecision: secondsBetween(openedAt, end.at),
      secondsHeld,
      firstKey,
      rerating: null,
    },
  ];
}

function activityOf({ published, reports }: CaseHistory, own: OneSide, isWithin: (at: Date) => boolean): Activity {
  const ofOwn = <Thing extends Authored & { readonly at: Date }>(things: readonly Thing[]): Thing[] =>
    things.filter(({ authorSide, at }) => authorSide === own && isWithin(at));
  const reported = ofOwn(reports);
  return {
    posts: ofOwn(published).length,
    reports: reported.length,
    reportedAuthors: new Set(reported.map(({ author }) => author)).size,
  };
}
