import { useState } from 'react';
import { drafts } from './drafts';

export interface KeptForm<Values extends object> {
  readonly values: Values;
  /** Whether anything was filled in that would be lost without the device. */
  readonly begun: boolean;
  /** Changes a part; kept on this device at once. */
  readonly change: (part: Partial<Values>) => void;
  /** Lets everything go: it was sent, or is not wanted any more. */
  readonly forget: () => void;
}

/** A form under way: kept on this device with every letter, like a post, until it is sent or signed out. */
export function useKeptForm<Values extends object>(place: string, initial: Values): KeptForm<Values> {
  const [kept, setKept] = useState<Values | undefined>(() => restored(place, initial));
  const values = kept ?? initial;
  return {
    values,
    begun: kept !== undefined,
    change: (part) => {
      const next = { ...values, ...part };
      setKept(next);
      drafts.keep(place, JSON.stringify(next));
    },
    forget: () => {
      setKept(undefined);
      drafts.keep(place, '');
    },
  };
}

/** What was kept, if it is of this form: a form of an earlier release had other fields, and is let go. */
function restored<Values extends object>(place: string, initial: Values): Values | undefined {
  try {
    const kept: unknown = JSON.parse(drafts.read(place));
    if (typeof kept !== 'object' || kept === null) return undefined;
    const sameFields = Object.keys(initial).toSorted().join() === Object.keys(kept).toSorted().join();
    return sameFields ? (kept as Values) : undefined;
  } catch {
    return undefined;
  }
}
