import { daysOf, type Month } from '../../../../shared/moderation/fairness/month.js';
import type { TransparencyFacts } from '../../../../shared/moderation/transparency/transparency.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { CaseHistory } from './case.js';
import { secondsBetween } from '../../../platform/clock/seconds-between.js';

/**
 * What the transparency report of a month is made of, as it stood at the month's end.
 * @param history everything until the end of the month, and nothing after it
 */
export function transparencyFactsOf(
  { closed, reports, appeals }: CaseHistory,
  month: Month,
): Pick<TransparencyFacts, 'period' | 'closed' | 'notices' | 'complaints'> {
  const period = daysOf(month);
  const isWithin = (at: Date): boolean => dayOf(at) >= period.from;
  return {
    period,
    closed: closed
      .filter(({ at }) => isWithin(at))
      .map(({ sanction, openedAt, at, ...fact }) => {
        return { ...fact, sanction: sanction?.kind ?? null, seconds: secondsBetween(openedAt, at) };
      }),
    notices: reports
      .filter(({ at }) => isWithin(at))
      .map(({ author, reason, at, answeredAt }) => {
        return { author, reason, seconds: answeredAt && secondsBetween(at, answeredAt) };
      }),
    complaints: appeals.flatMap(({ author, openedAt, end }) => {
      const isReceived = isWithin(openedAt);
      const decided =
        end && isWithin(end.at) ? { outcome: end.outcome, seconds: secondsBetween(openedAt, end.at) } : null;
      return isReceived || decided ? [{ author, isReceived, decided }] : [];
    }),
  };
}
