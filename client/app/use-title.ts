import { useEffect } from 'react';

/** The title of the tab: neutral on purpose, so that a glance at a screen tells nothing about who talks to whom. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Entente` : 'Entente';
  }, [title]);
}
