import type { ReactNode } from 'react';
import './account.css';

/** A part of the account page: what it is, how it stands, and what one can do about it. */
export function Section({
  title,
  state,
  children,
}: {
  title: string;
  state?: string | undefined;
  children: ReactNode;
}): ReactNode {
  return (
    <section className="sheet account-section">
      <h2>
        {title} {state !== undefined && <span className="tag">{state}</span>}
      </h2>
      {children}
    </section>
  );
}
