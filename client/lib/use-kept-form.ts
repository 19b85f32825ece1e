import { useRef, useState } from 'react';
import { drafts } from './drafts';

export interface KeptForm<Values extends object> {
  readonly values: Values;
  /** Whether anything was filled in that would be lost without the device. */
  readonly begun: boolean;
  /**
   * Changes a part; kept on this device at once. What takes a while says what it changes as a function of what is filled in
   * then, so that nothing is lost that was typed meanwhile.
   */
  readonly change: (part: Partial<Values> | ((now: Values) => Partial<Values>)) => void;
  /** Lets everything go: it was sent, or is not wanted any more. */
  readonly forget: () => void;
}

/** A form under way: kept on this device with every letter, like a post, until it is sent or signed out. */
export function useKeptForm<Values extends object>(place: string, initial: Values): KeptForm<Values> {
  const [kept, setKept] = useState<Values | undefined>(() => restored(place, initial));
  // What was filled in last: a change may come from a form as it was drawn before that.
  const latest = useRef(kept);
  return {
    values: kept ?? initial,
    begun: kept !== undefined,
    change: (part) => {
      const now = latest.current ?? initial;
      const next = { ...now, ...(typeof part === 'function' ? part(now) : part) };
      latest.current = next;
      setKept(next);
      drafts.keep(place, JSON.stringify(next));
    },
    forget: () => {
      latest.current = undefined;
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
