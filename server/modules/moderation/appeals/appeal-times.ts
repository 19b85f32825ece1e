import { appeal as limits } from '../../../../shared/moderation/time-limits.rules.js';
import type { StoredAppeal } from './appeal.js';

const dayMilliseconds = 86_400_000;
const daysAfter = (moment: Date, days: number): string =>
  new Date(moment.getTime() + days * dayMilliseconds).toISOString();

/** When an appeal was made, until when it should be answered, and until when it is at the latest. */
export const timesOf = ({
  openedAt,
}: Pick<StoredAppeal, 'openedAt'>): { openedAt: string; targetAt: string; endAt: string } => ({
  openedAt: openedAt.toISOString(),
  targetAt: daysAfter(openedAt, limits.targetDays),
  endAt: daysAfter(openedAt, limits.maximumDays),
});
