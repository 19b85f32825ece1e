import { z } from 'zod';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** One month that is over; without it the newest. Nothing else can be asked for: what one cuts freely one can take apart. */
export const askedMonth = z.object({ month: month.optional() });

/** The months there are reports of, the newest first. */
export const reportedMonths = z.array(month);
