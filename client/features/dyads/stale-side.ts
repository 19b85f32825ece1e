import type { LogView } from '../../../shared/record/log.contract.js';

/** After so many days without a cosignature of a side, readers are told. */
const mostDays = 7;
const dayMs = 86_400_000;

/**
 * Whether a side that has witnesses has been silent for too long while there is something that it has not seen. A side
 * without any is no warning but a state, which is shown as such.
 */
export function isStale({ witnesses, size, witnessedSize }: LogView, side: 'a' | 'b', now: Date): boolean {
  const days = witnesses.filter((one) => one.side === side).flatMap(({ cosignedOn }) => cosignedOn ?? []);
  const last = days.toSorted().at(-1);
  if (last === undefined || witnessedSize === size) return false;
  return now.getTime() - new Date(`${last}T00:00:00Z`).getTime() >= (mostDays + 1) * dayMs;
}
