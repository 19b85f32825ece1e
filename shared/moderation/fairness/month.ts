/** A calendar month, as `2026-03`. All months are those of UTC, so that they are the same months for both sides. */
export type Month = string;

/** The month of a day. */
export const monthOf = (day: string): Month => day.slice(0, 7);

export const nextMonth = (month: Month): Month => shifted(month, 1);

/** The first and the last day of a month. */
export const daysOf = (month: Month): { readonly from: string; readonly to: string } => ({
  from: `${month}-01`,
  to: new Date(startOf(nextMonth(month)) - 86_400_000).toISOString().slice(0, 10),
});

/** When a month begins, in milliseconds since 1970. */
export const startOf = (month: Month): number => Date.parse(`${month}-01T00:00:00Z`);

/** All months from the one of a day until the one before today's, the newest first: those that are over. */
export function closedMonths(firstDay: string, today: string): Month[] {
  const months: Month[] = [];
  for (let month = shifted(monthOf(today), -1); month >= monthOf(firstDay); month = shifted(month, -1))
    months.push(month);
  return months;
}

function shifted(month: Month, by: number): Month {
  const start = new Date(startOf(month));
  return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + by, 1)).toISOString().slice(0, 7);
}
