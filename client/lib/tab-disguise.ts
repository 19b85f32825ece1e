import { useSyncExternalStore } from 'react';

const key = 'entente.tab';
const watchers = new Set<() => void>();

function kept(): boolean {
  try {
    return localStorage.getItem(key) === 'neutral';
  } catch {
    return false;
  }
}

let isNeutral = kept();

/** The icon of the tab: an open book, or an empty sheet that could be of anything. */
export function dressTab(): void {
  document
    .querySelector<HTMLLinkElement>('link[rel=icon]')
    ?.setAttribute('href', isNeutral ? '/sheet.svg' : '/icon.svg');
}

/** Makes the tab say nothing, or say what it is again; remembered on this device only while it is on. */
export function disguiseTab(neutral: boolean): void {
  isNeutral = neutral;
  dressTab();
  for (const watcher of watchers) watcher();
  try {
    if (neutral) localStorage.setItem(key, 'neutral');
    else localStorage.removeItem(key);
  } catch {
    // It holds for this page.
  }
}

/** Whether the tab is to say nothing of this site. */
export const useTabDisguise = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => isNeutral,
  );
