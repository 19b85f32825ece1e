import { useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '../../../shared/dyads/dyad.schema.js';
import { bearersOf, mentionAt, withMention, type BegunMention } from './insertion';

const mostOffered = 6;

/** Offers people while somebody writes `@`, and puts the chosen one in. */
export interface Mentions {
  readonly offered: readonly MemberView[];
  readonly active: number;
  /** To be called with what stands in the field now, and where the caret is. */
  readonly look: (text: string, caret: number) => void;
  readonly choose: (person: MemberView) => void;
  readonly close: () => void;
  /** Whether the key was meant for the list. */
  readonly press: (event: KeyboardEvent) => boolean;
}

interface MentionsWish {
  readonly people: readonly MemberView[];
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly write: (text: string) => void;
  /** Somebody has begun to write a name. */
  readonly onSought?: (() => void) | undefined;
}

export function useMentions({ people, field, write, onSought }: MentionsWish): Mentions {
  const { i18n } = useTranslation();
  const [begun, setBegun] = useState<BegunMention>();
  const [active, setActive] = useState(0);
  const offered = begun ? bearersOf(people, begun.sought, i18n.language).slice(0, mostOffered) : [];
  const close = () => setBegun(undefined);
  const look = (text: string, caret: number) => {
    const found = mentionAt(text, caret);
    if (found && !begun) onSought?.();
    if (found?.sought !== begun?.sought) setActive(0);
    setBegun(found);
  };
  const choose = ({ pseudonym }: MemberView) => {
    const area = field.current;
    if (!area || !begun) return;
    const { text, caret } = withMention(area.value, area.selectionEnd, begun, pseudonym);
    write(text);
    close();
    goOnAt(area, caret);
  };
  const press = (event: KeyboardEvent): boolean => {
    const person = offered[active];
    if (!person || event.nativeEvent.isComposing) return false;
    if (event.key === 'ArrowDown') setActive((active + 1) % offered.length);
    else if (event.key === 'ArrowUp') setActive((active + offered.length - 1) % offered.length);
    else if (event.key === 'Escape') close();
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') choose(person);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { offered, active, look, choose, close, press };
}

/** Puts the caret back once the field shows its new text. */
export function goOnAt(area: HTMLTextAreaElement, caret: number): void {
  requestAnimationFrame(() => {
    area.focus({ preventScroll: true });
    area.setSelectionRange(caret, caret);
  });
}
