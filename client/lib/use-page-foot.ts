import { useEffect } from 'react';

/** Quotes and what would end a line of a style sheet; nothing else means anything in its strings. */
const quoted = (text: string): string =>
  `'${text.replace(/[\\'\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}'`;

/** On paper the same line at the foot of every page, with the number of the page; a style sheet of this document's own. */
export function usePageFoot(line: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `@media print { @page { margin-block-end: 22mm; @bottom-left { content: ${quoted(line)}; font: 7pt monospace; } @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt sans-serif; } } }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [line]);
}
