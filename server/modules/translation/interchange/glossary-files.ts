import type { GlossaryFormat } from '../../../../shared/translation/glossary-files.rules.js';
import type { ConceptView } from '../../../../shared/translation/glossary.schema.js';
import { glossaryCsvBegin, readGlossaryCsv, writeGlossaryCsv } from './glossary-csv.js';
import type { FileConcept } from './read-concept.js';
import { readTbx } from './tbx-reading.js';
import { tbxBegin, tbxEnd, writeTbxConcept } from './tbx-writing.js';

/** How glossaries of one format are read and written. */
interface GlossaryFile {
  read(chunks: Iterable<string>): Generator<FileConcept>;
  readonly begin: string;
  write(concept: ConceptView): string;
  readonly end: string;
}

export const glossaryFiles: Readonly<Record<GlossaryFormat, GlossaryFile>> = {
  tbx: { read: readTbx, begin: tbxBegin, write: writeTbxConcept, end: tbxEnd },
  csv: { read: readGlossaryCsv, begin: glossaryCsvBegin, write: writeGlossaryCsv, end: '' },
};

/** A whole glossary as a file, piece by piece. */
export function* glossaryFile(format: GlossaryFormat, concepts: readonly ConceptView[]): Generator<string> {
  const file = glossaryFiles[format];
  yield file.begin;
  for (const concept of concepts) yield file.write(concept);
  yield file.end;
}
