import type { MemoryFormat } from '../../../../shared/translation/interchange.rules.js';
import type { Pair } from '../engine/translation-engine.js';
import { memoryCsvBegin, readMemoryCsv, writeMemoryCsv } from './memory-csv.js';
import type { MemoryUnit } from './memory-unit.js';
import type { ReadRow } from './read-row.js';
import { readTmx, tmxBegin, tmxEnd, writeTmxUnit } from './tmx.js';
import { readXliff } from './xliff-reading.js';
import { writeXliffUnit, xliffBegin, xliffEnd } from './xliff-writing.js';

/** How files of one format are read and written. */
interface FileFormat {
  read(chunks: Iterable<string>, languages: readonly string[]): Generator<ReadRow>;
  begin(pair: Pair): string;
  /** @param number of the unit in the file, from 1 */
  write(unit: MemoryUnit, isAgreed: boolean, number: number): string;
  readonly end: string;
}

export const memoryFiles: Readonly<Record<MemoryFormat, FileFormat>> = {
  tmx: { read: readTmx, begin: () => tmxBegin, write: writeTmxUnit, end: tmxEnd },
  xliff: { read: readXliff, begin: xliffBegin, write: writeXliffUnit, end: xliffEnd },
  csv: { read: readMemoryCsv, begin: () => memoryCsvBegin, write: writeMemoryCsv, end: '' },
};
