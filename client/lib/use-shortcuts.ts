import { useEffect, useRef, useSyncExternalStore } from 'react';
import { keyFor, keyOf } from './key-bindings';
import { readChoices } from './key-choices';
import { isNumbered, shortcutActNames, type ShortcutAct } from './shortcut-acts';

/** What a part of the page does; an act that waits for a digit is told which. */
type Acts = Readonly<Partial<Record<ShortcutAct, (digit: number) => void>>> & {
  /** Escape is no letter: it does what it does while somebody writes, too, and always on the same key. */
  readonly Escape?: () => void;
};
/** What a part of the page does on keys, as of its last rendering. */
interface Listener {
  acts: Acts;
}

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
let known: readonly ShortcutAct[] = [];
/** The act whose key was pressed, and that waits for its digit. */
let awaited: ShortcutAct | undefined;

const withoutText = /^(?:button|checkbox|color|file|image|radio|range|reset|submit)$/;

/** Whether letters are text where the focus is. */
function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !withoutText.test(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Letters wait while somebody writes or a dialog is open; Escape never does, since people leave by it. */
function isHeard(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (event.key === 'Escape') return true;
  return readChoices().on && !isTextField(event.target) && !document.querySelector('dialog[open]');
}

/** The act of a key on the page as it is, and which of several it means. */
function actOf(key: string): { act: ShortcutAct; digit: number } | undefined {
  const waiting = awaited;
  awaited = undefined;
  if (waiting && /^[1-9]$/.test(key)) return { act: waiting, digit: Number(key) };
  const act = known.find((one) => keyFor(one, readChoices().chosen) === key);
  return act && { act, digit: 0 };
}

/** Pressing a modifier is not pressing a key. */
const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

function press(event: KeyboardEvent): void {
  if (modifiers.has(event.key) || !isHeard(event)) return;
  // Escape keeps what the browser does with it: it closes a dialog, too.
  if (event.key === 'Escape') return [...listeners].forEach(({ acts }) => acts.Escape?.());
  const meant = actOf(keyOf(event));
  if (!meant) return;
  event.preventDefault();
  if (isNumbered(meant.act) && meant.digit === 0) awaited = meant.act;
  else for (const { acts } of listeners) acts[meant.act]?.(meant.digit);
}

function retell(): void {
  known = shortcutActNames.filter((act) => [...listeners].some(({ acts }) => acts[act]));
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Single keys for those who use them much; they stand in the list under `?` while the page that knows them is shown. */
export function useShortcuts(acts: Acts): void {
  const listener = useRef<Listener>({ acts });
  useEffect(() => {
    listener.current.acts = acts;
  });
  useEffect(() => {
    const { current } = listener;
    if (listeners.size === 0) addEventListener('keydown', press);
    listeners.add(current);
    retell();
    return () => {
      listeners.delete(current);
      if (listeners.size === 0) removeEventListener('keydown', press);
      retell();
    };
  }, []);
}

/** What single keys do on the page as it is. */
export const useKnownActs = (): readonly ShortcutAct[] => useSyncExternalStore(watch, () => known);
