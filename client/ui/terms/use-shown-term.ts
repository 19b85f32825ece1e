import { useEffect, useRef, useState, type RefObject } from 'react';

/** Words whose note is open, and whether the caret led there: then nothing else says the note to those who hear the page. */
export interface ShownTerm {
  readonly words: HTMLElement;
  readonly concept: string;
  readonly byCaret: boolean;
}

/** How long a pointer rests on words before they are explained, and how long it may be on its way to the note. */
const restMilliseconds = 250;

const wordsAt = (target: EventTarget | Node | null): HTMLElement | null => {
  const element = target instanceof Element ? target : target instanceof Node ? target.parentElement : null;
  return element?.closest<HTMLElement>('[data-term]') ?? null;
};

const steps = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']);

/**
 * Which note is open. It opens when a pointer rests on the words, when they are focused or pressed, and in a text that is
 * written when the caret is led into them; it closes by Escape, and when one goes on.
 */
export function useShownTerm(note: RefObject<HTMLElement | null>): [ShownTerm | undefined, close: () => void] {
  const [shown, show] = useState<ShownTerm>();
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  });
  useEffect(() => listening(note, latest, show), [note]);
  return [shown, () => show(undefined)];
}

function listening(
  note: RefObject<HTMLElement | null>,
  latest: RefObject<ShownTerm | undefined>,
  show: (shown: ShownTerm | undefined) => void,
): () => void {
  let resting = 0;
  const isInNote = (target: EventTarget | null): boolean => target instanceof Node && !!note.current?.contains(target);
  const open = (words: HTMLElement, byCaret = false): void => {
    clearTimeout(resting);
    if (latest.current?.words !== words) show({ words, concept: words.dataset['term'] ?? '', byCaret });
  };
  const close = (): void => {
    clearTimeout(resting);
    if (latest.current) show(undefined);
  };
  /** Opens the note of these words, keeps it while one is in it, or closes it. */
  const follow = (target: EventTarget | Node | null, byCaret = false): void => {
    const words = wordsAt(target);
    if (words) open(words, byCaret);
    else if (!isInNote(target)) close();
  };
  const heard = {
    pointerover: ({ target, pointerType }: PointerEvent) => {
      clearTimeout(resting);
      const isHeld = latest.current?.words.contains(document.activeElement) || isInNote(document.activeElement);
      if (pointerType === 'mouse' && !isHeld) resting = window.setTimeout(() => follow(target), restMilliseconds);
    },
    focusin: ({ target }: FocusEvent) => follow(target),
    click: ({ target }: MouseEvent) => follow(target),
    input: close,
    keyup: ({ key, target }: KeyboardEvent) => {
      const isWritten = target instanceof HTMLElement && target.isContentEditable;
      if (isWritten && steps.has(key)) follow(getSelection()?.focusNode ?? null, true);
    },
    keydown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        if (isInNote(event.target)) latest.current?.words.focus();
        close();
      } else if ((event.key === 'Enter' || event.key === ' ') && isToPress(event.target)) {
        event.preventDefault();
        open(event.target);
        requestAnimationFrame(() => note.current?.querySelector<HTMLElement>('a')?.focus());
      }
    },
  };
  for (const [event, act] of Object.entries(heard)) document.addEventListener(event, act as EventListener);
  return () => {
    clearTimeout(resting);
    for (const [event, act] of Object.entries(heard)) document.removeEventListener(event, act as EventListener);
  };
}

const isToPress = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.matches('[data-term][role=button]');
