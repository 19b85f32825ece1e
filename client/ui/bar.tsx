import type { CSSProperties, ReactNode } from 'react';
import './bar.css';

/** A number with its length drawn below it; the number says everything. Bars of both sides look the same. */
export function Bar({ share, children }: { /** From 0 to 1. */ share: number; children: ReactNode }): ReactNode {
  return (
    <>
      <span className="figure">{children}</span>
      <span
        className="bar"
        aria-hidden="true"
        style={{ '--share': Math.min(1, Math.max(0, share)) } as CSSProperties}
      />
    </>
  );
}

/** The interval of a ratio on a scale from an eighth to eight, with a line at 1; what goes beyond ends at the edge. */
export function Interval({ value, low, high }: { value: number | null; low: number; high: number | null }): ReactNode {
  const [from, to] = [placeOf(low), high === null ? 1 : placeOf(high)];
  const style = { '--from': from, '--to': to, '--at': value === null ? to : placeOf(value) } as CSSProperties;
  return <span className="interval" aria-hidden="true" style={style} />;
}

const widest = 3;

/** Where a ratio stands on the scale, from 0 to 1; ratios that are each other's inverse stand equally far from the middle. */
const placeOf = (ratio: number): number =>
  ratio <= 0 ? 0 : Math.min(1, Math.max(0, (Math.log2(ratio) + widest) / (2 * widest)));
