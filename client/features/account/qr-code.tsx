import type { ReactNode } from 'react';

const quiet = 4;

/** Draws a code from its rows, dark on light in both themes, since cameras want it so. */
export function QrCode({ rows, label }: { rows: readonly string[]; label: string }): ReactNode {
  const size = rows.length + 2 * quiet;
  const path = rows
    .flatMap((row, y) => [...row].map((dark, x) => (dark === '1' ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('');
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
