import type { DyadProfile } from '../../dyads/dyad.reader.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';
import { readCsv, unmarked, type CsvRow } from '../../../platform/csv/csv.js';

/** The columns that say the same in every language; `commitment` is a name for the rows of one, in the file only. */
const plain = [
  'commitment',
  'promisor',
  'organisations',
  'article',
  'link',
  'agreed_on',
  'decimals',
  'baseline',
  'target',
  'deadline',
  'due',
  'value',
  'weight',
] as const;

/** The columns that there are for the language of each side: `title_bg`, `title_mk`. */
const said = ['title', 'text', 'agreement', 'indicator', 'unit', 'evidence', 'milestone'] as const;

/** A commitment as a file has it, before anybody looked whether it can be one. */
export interface CommitmentInFile {
  /** Where it begins. */
  readonly line: number;
  readonly content: unknown;
}

/** What of a dyad a file names. */
interface Named {
  readonly dyad: Pick<DyadProfile, 'languageOf'>;
  readonly organisations: readonly OrganisationBrief[];
}

/**
 * The commitments of a CSV file, a milestone in each row: rows with one name beneath each other are one commitment, and what is
 * not of the milestone stands in its first row.
 * @throws Failure `interchange.unreadable`; `interchange.wrong_format` when the first line does not name all columns
 */
export function commitmentsInCsv(text: string, named: Named): CommitmentInFile[] {
  const rows = readCsv(text);
  const first = rows.next();
  const header = first.done ? [] : first.value.cells.map((cell) => cell.trim().toLowerCase());
  const { a, b } = named.dyad.languageOf;
  const needed = [...plain, ...said.flatMap((column) => [`${column}_${a}`, `${column}_${b}`])];
  if (!needed.every((column) => header.includes(column))) throw new Failure('interchange.wrong_format', { line: 1 });
  const cellOf = ({ cells }: CsvRow, column: string): string => unmarked(cells[header.indexOf(column)] ?? '').trim();
  const together: CsvRow[][] = [];
  for (const row of rows) {
    const current = together.at(-1);
    if (current?.[0] && cellOf(current[0], 'commitment') === cellOf(row, 'commitment')) current.push(row);
    else together.push([row]);
  }
  return together.flatMap((of) => {
    const [begun] = of;
    return begun ? [{ line: begun.line, content: contentOf(of, begun, cellOf, named) }] : [];
  });
}

type CellOf = (row: CsvRow, column: string) => string;

function contentOf(rows: readonly CsvRow[], begun: CsvRow, cellOf: CellOf, { dyad, organisations }: Named): unknown {
  const { a, b } = dyad.languageOf;
  const texts = (row: CsvRow, column: (typeof said)[number]) =>
    Object.fromEntries([a, b].map((language) => [language, cellOf(row, `${column}_${language}`)]));
  const cell = (column: (typeof plain)[number]): string => cellOf(begun, column);
  return {
    promisor: cell('promisor'),
    title: texts(begun, 'title'),
    text: texts(begun, 'text'),
    origin: {
      type: 'agreement',
      name: texts(begun, 'agreement'),
      article: cell('article'),
      link: cell('link'),
      day: cell('agreed_on'),
    },
    // What is not admitted here stays as it is written, which is no id.
    organisations: cell('organisations')
      .split('|')
      .map((name) => organisations.find((one) => isCalled(one, name.trim()))?.id ?? name.trim()),
    indicator: {
      name: texts(begun, 'indicator'),
      unit: texts(begun, 'unit'),
      decimals: numberOf(cell('decimals')),
      baseline: numberOf(cell('baseline')),
      target: numberOf(cell('target')),
    },
    deadline: cell('deadline'),
    evidenceStandard: texts(begun, 'evidence'),
    milestones: rows.map((row) => ({
      title: texts(row, 'milestone'),
      due: cellOf(row, 'due'),
      value: cellOf(row, 'value') === '' ? null : numberOf(cellOf(row, 'value')),
      weight: numberOf(cellOf(row, 'weight')),
    })),
    supersedes: null,
  };
}

const isCalled = ({ id, name }: OrganisationBrief, written: string): boolean =>
  id === written || Object.values(name).includes(written);

/** A whole number; what is none stays a text, which is no number. */
const numberOf = (cell: string): number | string => (/^[+-]?\d{1,15}$/.test(cell) ? Number(cell) : cell);
