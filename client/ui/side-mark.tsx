import type { ReactNode } from 'react';
import type { Side } from '../../shared/access/actor.js';
import './side-mark.css';

/** Tells sides apart by shape and letter, and says the name; colour says nothing, and no side is left or right. */
export function SideMark({ side, label }: { side: Side; label: string }): ReactNode {
  return (
    <span className={`side-mark side-mark--${side}`} role="img" aria-label={label} title={label}>
      <span aria-hidden="true">{[...label][0]?.toLocaleUpperCase() ?? ''}</span>
    </span>
  );
}
