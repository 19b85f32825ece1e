const dayMilliseconds = 86_400_000;

/** The Monday of the week of a day, both as `2026-03-30`. */
export function mondayOf(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * dayMilliseconds).toISOString().slice(0, 10);
}

/** The Sunday that it ends with. */
export const sundayOf = (day: string): string =>
  new Date(Date.parse(`${mondayOf(day)}T00:00:00Z`) + 6 * dayMilliseconds).toISOString().slice(0, 10);
