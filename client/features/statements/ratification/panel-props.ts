import type { ReactNode } from 'react';
import type { OwnMemberView } from '../../../../shared/dyads/dyad.schema.js';
import type { RatificationView } from '../../../../shared/statements/ratification.schema.js';

/** What every part of the panel knows. */
export interface PanelProps {
  readonly dyad: string;
  readonly statement: string;
  readonly view: RatificationView;
  /** The clauses there are, in their order. */
  readonly clauses: readonly { readonly id: string }[];
  readonly me: OwnMemberView;
  readonly sideName: (side: 'a' | 'b' | 'neutral') => string;
  readonly languageOf: { readonly a: string; readonly b: string };
  /** Says why something was refused; where one has to prove again who one is, asks for it on the spot. */
  readonly refusal: (error: unknown, retry: () => void) => ReactNode;
  /** Called when something was signed: the session may be another one now. */
  readonly onSigned: () => void;
}

/** The sides in the reader's order: the own one first, else by the names that the reader reads. */
export const sidesFor = ({ me, sideName }: Pick<PanelProps, 'me' | 'sideName'>): ('a' | 'b')[] =>
  (['a', 'b'] as const).toSorted(
    (one, other) => Number(other === me.side) - Number(one === me.side) || sideName(one).localeCompare(sideName(other)),
  );
