import { Failure } from '../../../../shared/contract/failure.js';
import type { ConceptView } from '../../../../shared/translation/glossary.schema.js';
import { csvLine, readCsv, unmarked, type CsvRow } from '../../../platform/csv/csv.js';
import type { FileConcept } from './read-concept.js';

/**
 * The columns, by the names in the first line: one word in each row, and rows with one name beneath each other are one
 * entry, as are rows without a name with the row above. A row without a word has a note in a language that the entry has no word in.
 */
const columns = ['concept', 'language', 'term', 'status', 'forms', 'stems', 'note'] as const;
type Column = (typeof columns)[number];
const required: readonly Column[] = ['concept', 'language', 'term'];

/**
 * The entries of a CSV file. A word without a status is admitted.
 * @throws Failure `interchange.unreadable`; `interchange.wrong_format` when the first line does not name the columns
 */
export function* readGlossaryCsv(chunks: Iterable<string>): Generator<FileConcept> {
  const rows = readCsv([...chunks].join(''));
  const first = rows.next();
  const header = first.done ? [] : first.value.cells.map((cell) => cell.trim().toLowerCase());
  if (required.some((name) => !header.includes(name))) throw new Failure('interchange.wrong_format', { line: 1 });
  const cellOf = ({ cells }: CsvRow, name: Column): string => unmarked(cells[header.indexOf(name)] ?? '');
  let together: CsvRow[] = [];
  const conceptOf = (begun: CsvRow): FileConcept => ({
    line: begun.line,
    name: cellOf(begun, 'concept').trim(),
    terms: together
      .filter((row) => cellOf(row, 'term').trim() !== '')
      .map((row) => ({
        language: cellOf(row, 'language').trim(),
        form: cellOf(row, 'term'),
        forms: listed(cellOf(row, 'forms')),
        stems: listed(cellOf(row, 'stems')),
        status: cellOf(row, 'status').trim() || 'admitted',
      })),
    notes: together
      .map((row) => ({ language: cellOf(row, 'language').trim(), text: cellOf(row, 'note') }))
      .filter(({ text }) => text.trim() !== ''),
  });
  for (const row of rows) {
    const [begun] = together;
    const name = cellOf(row, 'concept').trim();
    if (begun && name !== '' && name !== cellOf(begun, 'concept').trim()) {
      yield conceptOf(begun);
      together = [];
    }
    together.push(row);
  }
  if (together[0]) yield conceptOf(together[0]);
}

/** Begins with a byte order mark, by which programs for tables know UTF-8. */
export const glossaryCsvBegin = `\uFEFF${csvLine(columns)}`;

/** The rows of a concept; the note in a language stands beside its first word. */
export function writeGlossaryCsv({ id, terms, note }: ConceptView): string {
  const said = new Set<string>();
  const noteOf = (language: string): string => {
    const text = said.has(language) ? '' : (note[language] ?? '');
    said.add(language);
    return text;
  };
  const ofTerms = terms.map(({ language, form, status, forms, stems }) =>
    csvLine([id, language, form, status, inList(forms), inList(stems), noteOf(language)]),
  );
  const elsewhere = Object.keys(note).filter((language) => !said.has(language));
  return [...ofTerms, ...elsewhere.map((one) => csvLine([id, one, '', '', '', '', noteOf(one)]))].join('');
}

/** Several texts in one cell, with bars between them; bars and backslashes of their own have a backslash before them. */
const inList = (texts: readonly string[]): string => texts.map((text) => text.replace(/[\\|]/g, '\\$&')).join('|');

const listed = (cell: string): string[] =>
  cell.trim() === ''
    ? []
    : [...`${cell}|`.matchAll(/((?:\\.|[^\\|])*)\|/gs)].map(([, text = '']) => text.replace(/\\(.)/gs, '$1'));
