import { useSyncExternalStore } from 'react';
import { keyFor, soundKeys, withKey, type ChosenKeys } from './key-bindings';
import type { ShortcutAct } from './shortcut-acts';

const place = 'entente.keys';

/** How somebody uses single keys on this device; kept here only once they have changed something. */
export interface KeyChoices {
  /** Whether single keys do anything at all (WCAG 2.1.4). */
  readonly on: boolean;
  readonly chosen: ChosenKeys;
}

const ours: KeyChoices = { on: true, chosen: {} };

function read(): KeyChoices {
  try {
    const kept = JSON.parse(localStorage.getItem(place) ?? 'null') as { on?: unknown; chosen?: unknown } | null;
    return kept ? { on: kept.on !== false, chosen: soundKeys(kept.chosen) } : ours;
  } catch {
    return ours;
  }
}

let choices = read();
const watchers = new Set<() => void>();

export const readChoices = (): KeyChoices => choices;

function keep(next: KeyChoices): void {
  choices = next;
  for (const watcher of watchers) watcher();
  try {
    if (next.on && Object.keys(next.chosen).length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(next));
  } catch {
    // It holds for this page.
  }
}

export const switchKeys = (on: boolean): void => keep({ ...choices, on });
export const chooseKey = (act: ShortcutAct, key: string): void =>
  keep({ ...choices, chosen: withKey(choices.chosen, act, key) });
export const resetKeys = (): void => keep(ours);

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const useKeyChoices = (): KeyChoices => useSyncExternalStore(watch, readChoices);

/** The key of an act as of now; nothing while single keys are off. */
export function useKeyOf(act: ShortcutAct): string | undefined {
  const { on, chosen } = useKeyChoices();
  return on ? keyFor(act, chosen) : undefined;
}
