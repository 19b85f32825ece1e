import { Failure } from '../../../../shared/contract/failure.js';
import { normalLanguage } from '../../../../shared/translation/translation.rules.js';
import { csvLine, readCsv, unmarked } from '../../../platform/csv/csv.js';
import type { MemoryUnit } from './memory-unit.js';
import { rowOf, type ReadRow } from './read-row.js';

/** The columns, by the names in the first line; the last three may be missing. */
const columns = ['source_language', 'target_language', 'source', 'target', 'name', 'note', 'context'] as const;
type Column = (typeof columns)[number];
const required: readonly Column[] = ['source_language', 'target_language', 'source', 'target'];

/**
 * The units of a CSV file, one in each row.
 * @param languages those in which people write here
 * @throws Failure `interchange.unreadable`; `interchange.wrong_format` when the first line does not name the columns
 */
export function* readMemoryCsv(chunks: Iterable<string>, languages: readonly string[]): Generator<ReadRow> {
  const rows = readCsv([...chunks].join(''));
  const first = rows.next();
  const header = first.done ? [] : first.value.cells.map((cell) => cell.trim().toLowerCase());
  if (required.some((name) => !header.includes(name))) throw new Failure('interchange.wrong_format', { line: 1 });
  for (const { line, cells } of rows) {
    const cell = (name: Column): string => unmarked(cells[header.indexOf(name)] ?? '');
    const [from, to] = [normalLanguage(cell('source_language')), normalLanguage(cell('target_language'))];
    const isOurs = from !== to && languages.includes(from) && languages.includes(to);
    const note = cell('note');
    const context = cell('context');
    const unit: MemoryUnit = {
      name: cell('name'),
      ...(note !== '' && { notes: [{ text: note }] }),
      ...(/^[0-9a-f]{64}$/.test(context) && { context }),
      source: { language: from, text: cell('source') },
      target: { language: to, text: cell('target') },
    };
    yield rowOf(line, isOurs ? [unit] : []);
  }
}

/** Begins with a byte order mark, by which programs for tables know UTF-8. */
export const memoryCsvBegin = `\uFEFF${csvLine(columns)}`;

/** @returns a row; markup and properties of other programs have no column and are left out */
export function writeMemoryCsv({ name, notes = [], context = '', source, target }: MemoryUnit): string {
  const note = notes.map(({ text }) => text).join('\n');
  return csvLine([source.language, target.language, source.text, target.text, name, note, context]);
}
