import { appeal } from './time-limits.rules.js';

/** How long an appeal, and an answer to one, may be: in characters, the answer in each language. */
export const appealMaximum = 2000;
export const appealMinimum = 10;

/** Who appeals: whoever wrote what was restricted, or whoever reported something of which nothing came. */
export const appealParties = ['author', 'reporter'] as const;
export type AppealParty = (typeof appealParties)[number];

/** Where an appeal stands. */
export const appealStates = ['open', 'upheld', 'varied', 'overturned'] as const;
export type AppealState = (typeof appealStates)[number];

/** The day in the month that a date has, or the last one of a month that is shorter. */
function monthsLater(moment: Date, months: number): Date {
  const later = new Date(moment);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const last = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(moment.getUTCDate(), last));
  return later;
}

/** Until when an appeal against a decision is taken (DSA, article 20: at least six months). */
export const appealableUntil = (decided: Date): Date => monthsLater(decided, appeal.openMonths);
