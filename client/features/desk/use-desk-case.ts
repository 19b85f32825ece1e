import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskItem } from '../../../shared/moderation/desk.schema.js';
import { useAnnounce } from '../../ui/announcer';
import { useDeskAct, type ActName, type DeskAct } from './acts';
import type { DeskStore } from './api';
import { openProposal } from './possible-acts';
import type { Tool } from './tools';

/** For so long something can be taken back by one key, in milliseconds. Its button stays beneath the case for longer. */
const undoFor = 10_000;

export interface Undoable {
  readonly done: ActName;
  readonly back: DeskAct;
}

/** The field that a form opens at, where it is not its first. */
export type FirstField = 'template';

/** The case that is shown fully: the form that is open under it, what is under way, and what can be taken back. */
export interface DeskCase {
  readonly tool: Tool | undefined;
  /** The field that the open form begins at, where it is not its first. */
  readonly first: FirstField | undefined;
  readonly open: (tool: Tool, first?: FirstField) => void;
  readonly toggle: (tool: Tool) => void;
  /** Closes what is open, and forgets what went wrong: another case is shown. */
  readonly leave: () => void;
  readonly run: (act: DeskAct, sent?: () => void) => void;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly undoable: Undoable | undefined;
  readonly undo: () => void;
}

/** What would take back what was just done, where the server can take it back. */
function backFrom(act: ActName, item: DeskItem): DeskAct | undefined {
  if (act === 'hold' && item.heldBy) return { act: 'release', item };
  const proposal = act === 'propose' ? openProposal(item) : undefined;
  return proposal && { act: 'retract', item, proposal };
}

/** @param onDone called when something was done, so that the page can take the reader back to the case */
export function useDeskCase(dyad: string, store: DeskStore, onDone: () => void): DeskCase {
  const { t } = useTranslation('moderation');
  const announce = useAnnounce();
  const [tool, setTool] = useState<Tool>();
  const [first, setFirst] = useState<FirstField>();
  const mutation = useDeskAct(dyad, store);
  const [undoable, offer] = useUndoable();
  const run = (act: DeskAct, sent?: () => void) => {
    if (mutation.isPending) return;
    mutation.mutate(act, {
      onSuccess: (item) => {
        sent?.();
        setTool(undefined);
        const back = backFrom(act.act, item);
        offer(back && { done: act.act, back });
        const said = t(`done.${act.act === 'approve' && act.item.shown ? 'leave' : act.act}`);
        announce(back ? `${said} ${t('undo.can')}` : said);
        onDone();
      },
    });
  };
  return {
    tool,
    first,
    open: (one, at) => {
      mutation.reset();
      setFirst(at);
      setTool(one);
    },
    toggle: (one) => {
      mutation.reset();
      setTool(tool === one ? undefined : one);
    },
    leave: () => {
      mutation.reset();
      setTool(undefined);
    },
    run,
    busy: mutation.isPending,
    error: mutation.error,
    undoable,
    undo: () => undoable && run(undoable.back),
  };
}

function useUndoable(): [Undoable | undefined, (undoable: Undoable | undefined) => void] {
  const [undoable, setUndoable] = useState<Undoable>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const offer = (one: Undoable | undefined) => {
    clearTimeout(timer.current);
    setUndoable(one);
    if (one) timer.current = setTimeout(() => setUndoable(undefined), undoFor);
  };
  return [undoable, offer];
}
