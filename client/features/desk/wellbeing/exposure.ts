import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import { safetyReasons } from '../../../../shared/moderation/reasons.js';

/** How many grave cases somebody has seen on a day of theirs, and at how many they were last asked to rest. */
export interface Exposure {
  readonly day: string;
  readonly cases: number;
  readonly askedAt: number;
}

export const noExposure = (day: string): Exposure => ({ day, cases: 0, askedAt: 0 });

/** The day of the person at the desk, as it is on their clock. */
export const dayOf = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** What counts today: with another day it begins anew. */
export const today = (kept: Exposure | undefined, day: string): Exposure =>
  kept?.day === day ? kept : noExposure(day);

export const withOneMore = (exposure: Exposure): Exposure => ({ ...exposure, cases: exposure.cases + 1 });

/** Whether so many cases have been seen since the last time that a rest is suggested; never with a step of nothing. */
export const suggestsRest = ({ cases, askedAt }: Exposure, every: number): boolean =>
  every > 0 && cases - askedAt >= every;

/** Whether a case is about danger to people or their dignity: by what was reported, held for or proposed. */
export const isGrave = ({ events, proposal, reports }: DeskItem): boolean =>
  [...events, ...reports.groups, ...(proposal ? [proposal] : [])].some(
    ({ reason }) => reason !== null && safetyReasons.has(reason),
  );
