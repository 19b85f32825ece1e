import type { ReactNode } from 'react';
import { useKeyOf } from '../lib/key-choices';
import type { ShortcutAct } from '../lib/shortcut-acts';
import './act-key.css';

/** The key of an act, for the eyes; who listens hears it from the control itself. Nothing while single keys are off. */
export function ActKey({ act, digit }: { act: ShortcutAct; digit?: number }): ReactNode {
  const key = useKeyOf(act);
  if (key === undefined) return null;
  return (
    <kbd aria-hidden="true" dir="ltr" className="act-key">
      {digit === undefined ? key : `${key} ${digit}`}
    </kbd>
  );
}
