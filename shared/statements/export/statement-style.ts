import { rowsOf } from '../facing.rules.js';
import type { RatifiedStatement } from '../ratified.schema.js';
import { groupedHash } from './file-words.js';

/**
 * How a file looks: ink on paper, both texts in columns of equal width whose paragraphs stand beside each other; on a
 * narrow screen one below the other; on paper the fingerprint stands at the foot of every page.
 */
export const statementStyle = (statement: RatifiedStatement): string => `
:root { color-scheme: light dark; --ink: light-dark(#24211d, #e9e3d8); --soft: light-dark(#5c564d, #b3aca0); --line: light-dark(#8d8578, #8a8276); }
* { box-sizing: border-box; }
html { background: light-dark(#fbf9f4, #1b1a18); color: var(--ink); font: 100%/1.65 'Noto Serif', 'Noto Serif Devanagari', 'Noto Naskh Arabic', Georgia, serif; }
body { margin: 0; }
main { max-width: 76rem; margin-inline: auto; padding: 2rem 1rem; overflow-wrap: break-word; }
:lang(hi), :lang(mr), :lang(ne) { line-height: 1.85; }
:lang(ur), :lang(ar), :lang(fa) { line-height: 2; }
h1 > span { display: block; }
h1 > span:nth-child(n + 3) { color: var(--soft); font-size: 1.25rem; font-weight: 400; }
h1, h2, h3, h4, h5, h6 { line-height: 1.4; text-wrap: balance; break-after: avoid; }
h2 { margin-block: 2rem 0.75rem; font-size: 1.25rem; }
h3, h4, h5, h6 { margin-block: 1rem 0.5rem; font-size: 1.05rem; }
p, ul, ol, blockquote { margin-block: 0 0.75rem; }
p, li { orphans: 3; widows: 3; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 2px solid var(--line); }
a { color: inherit; }
.soft { color: var(--soft); font-size: 0.875rem; }
sup { line-height: 0; }
sup > a { padding-inline: 0.15em; text-decoration: none; }
.notes { margin: 0.25rem 0 0.75rem; padding: 0.5rem 0 0; border-block-start: 1px solid var(--line); list-style: none; font-size: 0.875rem; line-height: 1.6; }
.notes > li { display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: 0.5em; }
.notes a { overflow-wrap: anywhere; unicode-bidi: isolate; }
.page > p.soft { margin: 0; }
.page { min-width: 0; unicode-bidi: isolate; }
.reservation { margin-block: 0.75rem; padding-inline-start: 1rem; border-inline-start: 4px double var(--line); }
.hash, pre { font-family: ui-monospace, 'Noto Sans Mono', monospace; font-size: 0.9rem; text-align: start; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
@media (min-width: 48rem), print {
.pages { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2rem; }
.page { display: grid; grid-template-rows: subgrid; align-items: start; }
.page > .notes { grid-row: -2 / -1; }
${rowCounts(statement)
  .map((rows) => `.rows-${rows} > .page { grid-row: span ${rows}; }`)
  .join('\n')}
.groups { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2rem; }
}
@media print {
@page { size: A4; margin: 18mm 16mm 22mm; @bottom-left { content: 'SHA-256 ${groupedHash(statement.hash)}'; font: 7pt 'Noto Sans Mono', monospace; } @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt 'Noto Sans', sans-serif; } }
:root { color-scheme: light; --ink: #000; --soft: #333; --line: #999; }
html { background: #fff; font-size: 10.5pt; }
main { max-width: none; padding: 0; }
.page a[href^='http']::after { content: ' (' attr(href) ')'; font-size: 0.85em; overflow-wrap: anywhere; }
.reservation, .signatures li, .check { break-inside: avoid; }
}
`;

/** Every number of rows that the facing pages of a clause have. */
const rowCounts = ({ clauses }: RatifiedStatement): number[] => [...new Set(clauses.map(({ texts }) => rowsOf(texts)))];
