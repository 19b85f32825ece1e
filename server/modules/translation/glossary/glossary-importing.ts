import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { sortedJson } from '../../../../shared/contract/sorted-json.js';
import { glossaryFileLimits, type GlossaryFormat } from '../../../../shared/translation/glossary-files.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { glossaryFiles } from '../interchange/glossary-files.js';
import { chunksOf, requireSize } from '../interchange/memory-importing.js';
import { readConcept, type FileConcept, type ReadConcept } from '../interchange/read-concept.js';
import { compared, type GlossaryComparison } from './glossary-comparing.js';
import { GlossaryRepository } from './glossary.repository.js';

/** Reads files of a glossary beside the glossary in force. Nothing of them is kept here. */
@Injectable()
export class GlossaryImporting {
  constructor(
    private readonly dyads: DyadReader,
    private readonly glossary: GlossaryRepository,
  ) {}

  /** @throws Failure `interchange.*` when the file as a whole cannot be read, `glossary.too_many` */
  async compare(tx: Tx, dyadId: string, format: GlossaryFormat, text: string): Promise<GlossaryComparison> {
    requireSize(text, glossaryFileLimits.bytes);
    const { languageOf } = await this.dyads.profile(tx, dyadId);
    const inForce = await this.glossary.asOf(tx, dyadId, await this.glossary.newest(tx, dyadId));
    const read = glossaryFiles[format].read(chunksOf(text));
    const comparison = compared(fitting(read, [languageOf.a, languageOf.b]), inForce);
    if (comparison.changes.length > glossaryFileLimits.concepts)
      throw new Failure('glossary.too_many', { maximum: glossaryFileLimits.concepts });
    return comparison;
  }
}

function* fitting(read: Iterable<FileConcept>, languages: readonly string[]): Generator<ReadConcept> {
  for (const concept of read) yield readConcept(concept, languages);
}

/** What keys are given to: SHA-256 of all that a file would do, in hexadecimal digits. */
export const hashOf = ({ changes }: GlossaryComparison): string =>
  createHash('sha256').update(sortedJson(changes)).digest('hex');
