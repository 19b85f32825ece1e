import { memoryLimits } from '../../../../shared/translation/memory.rules.js';
import type { RowProblem } from '../../../../shared/translation/interchange.rules.js';
import type { MemoryUnit } from './memory-unit.js';

/** What a row of a file says, or why it is left out; `line` is where it begins. */
export interface ReadRow {
  readonly line: number;
  readonly units: readonly MemoryUnit[];
  readonly problem?: RowProblem;
}

/** Characters that no text has: control characters but tab and line ends, and what Unicode never gives a meaning. */
const impossible = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/u;

/** Every text in a value: words, names, and what programs said of them. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Whether some text in a value holds characters that no text has. */
export const hasImpossible = (value: unknown): boolean => textsIn(value).some((text) => impossible.test(text));

/** What is wrong with a unit, whatever its format. */
function problemOf(unit: MemoryUnit): RowProblem | undefined {
  const { source, target } = unit;
  if (source.text.trim() === '' || target.text.trim() === '') return 'text_missing';
  if (source.text.length > memoryLimits.text || target.text.length > memoryLimits.text) return 'too_long';
  return hasImpossible(unit) ? 'control_characters' : undefined;
}

/** A row whose units are all fine, or why it is none. */
export function rowOf(line: number, units: readonly MemoryUnit[]): ReadRow {
  for (const unit of units) {
    const problem = problemOf(unit);
    if (problem) return { line, units: [], problem };
  }
  return units.length === 0 ? { line, units: [], problem: 'other_languages' } : { line, units };
}
