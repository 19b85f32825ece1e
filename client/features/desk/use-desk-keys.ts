import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import { useShortcuts } from '../../lib/use-shortcuts';
import { useAnnounce } from '../../ui/announcer';
import type { PossibleActs } from './possible-acts';
import { mayUse, type Tool } from './tools';
import type { DeskCase, FirstField } from './use-desk-case';

interface Keyed {
  readonly item: DeskItem;
  readonly possible: PossibleActs;
  readonly deskCase: DeskCase;
  readonly claim: () => void;
  readonly card: RefObject<HTMLElement | null>;
  /** Opens the form about everything that is selected, where something is. */
  readonly proposeTogether: (() => void) | undefined;
}

/**
 * The keys of the case that is shown. A key never does more than a button: what restricts somebody opens its form, where a
 * reason has to be chosen; and a key that does nothing with this case says so.
 */
export function useDeskKeys({ item, possible, deskCase, claim, card, proposeTogether }: Keyed): void {
  const { t } = useTranslation('moderation');
  const announce = useAnnounce();
  const { run, open, tool, leave, undoable, undo } = deskCase;
  const notNow = () => announce(t('desk.not_now'));
  /** Opens the first of these forms that is of use now. */
  const form =
    (...tools: Tool[]) =>
    (first?: FirstField) => {
      const usable = tools.find((one) => mayUse(one, possible));
      if (usable) open(usable, first);
      else notNow();
    };
  useShortcuts({
    approve: () => (possible.approve ? run({ act: 'approve', item }) : notNow()),
    hold: () => (possible.release ? run({ act: 'release', item }) : form('hold')()),
    propose: proposeTogether ?? (() => form('propose')()),
    template: () => form('propose', 'amend')('template'),
    give_back: () => form('give_back')(),
    give_key: () => form('give_key', 'enact')(),
    oppose: () => form('oppose', 'restore')(),
    amend: () => form('amend')(),
    // A case that was appealed has a panel of its own, with the same key.
    escalate: () => item.state !== 'appealed' && form('oppose', 'enact')(),
    claim,
    undo: () => (undoable ? undo() : announce(t('undo.nothing'))),
    Escape: () => {
      // In a dialog Escape closes the dialog, and nothing behind it.
      if (!tool || document.querySelector('dialog[open]')) return;
      leave();
      card.current?.focus();
    },
  });
}
