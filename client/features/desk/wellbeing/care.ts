import { useSyncExternalStore } from 'react';
import { dayOf, noExposure, suggestsRest, today, withOneMore, type Exposure } from './exposure';

/** How somebody protects themselves at the desk. All of it stays on their device: nobody learns of it. */
export interface Care {
  /** Grave words are blurred until they are asked for. */
  readonly veil: boolean;
  /** After how many grave cases a rest is suggested; 0 is never. */
  readonly restAfter: number;
  /** Grave cases are left to colleagues. */
  readonly leaveGrave: boolean;
}

const usual: Care = { veil: true, restAfter: 10, leaveGrave: false };
export const restChoices = [5, 10, 20, 0] as const;

const places = { care: 'entente.desk-care', exposure: 'entente.desk-grave-cases' } as const;

function read<Kept extends object>(place: string, check: (kept: Partial<Kept>) => boolean): Partial<Kept> | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return typeof kept === 'object' && kept !== null && check(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function write(place: string, value: object | null): void {
  try {
    if (value === null) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(value));
  } catch {
    // It holds for this page.
  }
}

const isCare = ({ veil, restAfter, leaveGrave }: Partial<Care>): boolean =>
  typeof veil === 'boolean' && restChoices.some((one) => one === restAfter) && typeof leaveGrave === 'boolean';
const isExposure = ({ day, cases, askedAt }: Partial<Exposure>): boolean =>
  typeof day === 'string' && Number.isInteger(cases) && Number.isInteger(askedAt);

interface State {
  readonly care: Care;
  readonly exposure: Exposure;
}

let state: State = {
  care: { ...usual, ...read<Care>(places.care, isCare) },
  exposure: { ...noExposure(''), ...read<Exposure>(places.exposure, isExposure) },
};
/** The cases that this page has counted; what is looked at twice is one. */
const counted = new Set<string>();
const watchers = new Set<() => void>();

function set(next: State): void {
  state = next;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function changeCare(part: Partial<Care>): void {
  const care = { ...state.care, ...part };
  set({ ...state, care });
  const isUsual = (Object.keys(usual) as (keyof Care)[]).every((key) => care[key] === usual[key]);
  write(places.care, isUsual ? null : care);
}

function setExposure(exposure: Exposure): void {
  set({ ...state, exposure });
  write(places.exposure, exposure.cases === 0 ? null : exposure);
}

const now = (): Exposure => today(state.exposure, dayOf(new Date()));

/** Counts a grave case whose words were seen. */
export function countGraveCase(item: string): void {
  if (counted.has(item)) return;
  counted.add(item);
  setExposure(withOneMore(now()));
}

/** The suggestion to rest was read; it comes again after as many cases more. */
export const putRestOff = (): void => setExposure({ ...now(), askedAt: now().cases });

export const useCare = (): Care => useSyncExternalStore(watch, () => state).care;

/** How many grave cases were seen today, and whether it is time for a rest. */
export function useExposure(): { readonly cases: number; readonly rest: boolean } {
  const { care, exposure } = useSyncExternalStore(watch, () => state);
  const sofar = today(exposure, dayOf(new Date()));
  return { cases: sofar.cases, rest: suggestsRest(sofar, care.restAfter) };
}
