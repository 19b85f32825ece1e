import type { ReactNode } from 'react';
import type { MemberView } from '../../../../shared/dyads/dyad.schema.js';
import { SideMark } from '../../../ui/side-mark';

export type SideName = (side: 'a' | 'b' | 'neutral') => string;

/** Somebody with their side. */
export function Person({ of, sideName }: { of: MemberView; sideName: SideName }): ReactNode {
  return (
    <span className="person">
      <SideMark side={of.side} label={sideName(of.side)} /> <bdi>{of.pseudonym}</bdi>
    </span>
  );
}
