import type { ReactNode } from 'react';
import { promisingSides } from '../../shared/commitments/commitment.lifecycle.js';
import type { Promisor } from '../../shared/commitments/commitment.rules.js';
import type { SideName } from './member-name';
import { SideMark } from './side-mark';

/** Whose a promise is: the mark of one side, or those of both in the order of their names, which no side chose. */
export function PromisorMarks({ promisor, sideName }: { promisor: Promisor; sideName: SideName }): ReactNode {
  return (
    <span className="side-marks">
      {promisingSides(promisor)
        .toSorted((one, other) => sideName(one).localeCompare(sideName(other)))
        .map((side) => (
          <SideMark key={side} side={side} label={sideName(side)} />
        ))}
    </span>
  );
}
