import { statisticsPeriods, type StatisticsPeriod } from './translation-statistics.rules.js';
import type { DirectionView, TranslationStatistics } from './translation-statistics.schema.js';

const columns = ['figure', 'from', 'to', 'period', 'engine', 'via', 'why', 'finding', 'test', 'value'] as const;
type Line = Readonly<Partial<Record<(typeof columns)[number], string | number | null>>> & { readonly figure: string };

/**
 * The statistics as a table of figures, one a line (RFC 4180, UTF-8); a value that is not told is empty. Values are numbers,
 * words of closed lists, tags of languages and names of engines; what has a comma or a quotation mark is quoted.
 */
export function translationStatisticsCsv(statistics: TranslationStatistics): string {
  const lines = [
    columns.join(','),
    ...linesOf(statistics).map((line) => columns.map((column) => quoted(String(line[column] ?? ''))).join(',')),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

function linesOf({ pairs, comparisons }: TranslationStatistics): Line[] {
  const directions = pairs.flatMap(({ directions: { a, b } }) => [a, b]);
  const [ofSides] = pairs;
  return [
    ...directions.flatMap((direction) => statisticsPeriods.flatMap((period) => figureLines(direction, period))),
    ...comparisons.map(({ respect, finding, worse, test, pValue }) => ({
      figure: `comparison_${respect}`,
      ...(worse !== null && ofSides && { from: ofSides.directions[worse].from, to: ofSides.directions[worse].to }),
      period: 'all',
      finding,
      test,
      value: pValue,
    })),
  ];
}

function figureLines({ from, to, ...periods }: DirectionView, period: StatisticsPeriod): Line[] {
  const { counts, time, engines, untranslated } = periods[period];
  const lines: Line[] = [
    ...Object.entries(counts).map(([figure, value]) => ({ figure, value })),
    { figure: 'median_seconds', value: time?.medianSeconds ?? null },
    { figure: 'p90_seconds', value: time?.p90Seconds ?? null },
    ...engines.map(({ engine, via, texts }) => ({ figure: 'engine', engine, via, value: texts })),
    ...untranslated.map(({ why, texts }) => ({ figure: 'untranslated', why, value: texts })),
  ];
  return lines.map((line) => ({ ...line, from, to, period }));
}
