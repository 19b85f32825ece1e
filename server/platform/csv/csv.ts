import { Failure } from '../../../shared/contract/failure.js';

/** A row of a file with its cells, and the line it begins on. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Tables of offices begin with one of these between their first two names. */
const separators = [',', ';', '\t'];

/**
 * The rows of a CSV file (RFC 4180): cells in quotes may hold separators, line ends and doubled quotes. The separator is the
 * one of comma, semicolon and tab that the first line has most of.
 * @throws Failure `interchange.unreadable` when a quote never ends or stands in the middle of a cell
 */
export function* readCsv(text: string): Generator<CsvRow, void, undefined> {
  const separator = separatorOf(text.split(/\r?\n|\r/, 1)[0] ?? '');
  let [at, line, begun] = [text.startsWith('\uFEFF') ? 1 : 0, 1, 1];
  let cells: string[] = [];
  while (at < text.length) {
    const cell = cellAt(text, at, separator, line);
    cells.push(cell.text);
    line += cell.lines;
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      // A separator at the very end has an empty cell behind it.
      if (at < text.length) continue;
      cells.push('');
    }
    if (cells.length > 1 || cells[0] !== '') yield { line: begun, cells };
    cells = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
    begun = line;
  }
}

function separatorOf(first: string): string {
  const often = (one: string): number => first.split(one).length;
  return separators.toSorted((one, other) => often(other) - often(one))[0] ?? ',';
}

interface Cell {
  readonly text: string;
  /** Where what follows the cell begins. */
  readonly end: number;
  /** The line ends inside it. */
  readonly lines: number;
}

function cellAt(text: string, from: number, separator: string, line: number): Cell {
  if (text[from] !== '"') {
    let end = from;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
    return { text: text.slice(from, end), end, lines: 0 };
  }
  let end = from + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) throw new Failure('interchange.unreadable', { line });
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const inside = text.slice(from + 1, end);
  const after = text[end + 1];
  if (after !== undefined && after !== separator && after !== '\n' && after !== '\r')
    throw new Failure('interchange.unreadable', { line });
  return {
    text: inside.replaceAll('""', '"'),
    end: end + 1,
    lines: inside.match(/\r\n|\n|\r/g)?.length ?? 0,
  };
}

/** What programs for tables would run as a formula; a quotation mark before it makes it words. */
const formula = /^'*[=+\-@\t\r]/;

/** A row as it is written: what could be run as a formula is marked as words. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells
    .map((cell) => (formula.test(cell) ? `'${cell}` : cell))
    .map((cell) => (/[",;\t\r\n]|^\s|\s$|^$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')}\r\n`;

/** A cell as it was before it was marked as words. */
export const unmarked = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
