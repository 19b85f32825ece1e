import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { interchangeLimits, type MemoryFormat } from '../../../../shared/translation/interchange.rules.js';
import type { ImportReport } from '../../../../shared/translation/interchange.schema.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { MemoryRepository, type NewEntry } from '../memory/memory.repository.js';
import { segmentHash } from '../memory/segment-hash.js';
import { memoryFiles } from './memory-files.js';
import type { MemoryUnit, Variant } from './memory-unit.js';
import type { ReadRow } from './read-row.js';

/** How many entries go to the database together. */
const together = 500;
const chunkCharacters = 65_536;

/** A file as it is brought in. */
export interface BroughtFile {
  readonly format: MemoryFormat;
  readonly fileName: string;
  readonly text: string;
  /** Whoever brings it says that people translated it. */
  readonly isByPeople: boolean;
  /** The member who brings it; nobody on the command line. */
  readonly by: string | null;
}

/** Brings files into the memory: all that is fine in them, and a reason for each row that is not. */
@Injectable()
export class MemoryImporting {
  constructor(
    private readonly dyads: DyadReader,
    private readonly entries: MemoryRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The caller's transaction decides whether anything of it stays.
   * @param onProgress is told now and then how many rows were read
   * @throws Failure `interchange.too_large`, and those of reading: then nothing of the file is kept
   */
  async bring(
    tx: Tx,
    dyadId: string,
    file: BroughtFile,
    onProgress: (rows: number) => void = () => undefined,
  ): Promise<ImportReport> {
    requireSize(file.text, interchangeLimits.bytes);
    const { languages } = await this.dyads.profile(tx, dyadId);
    const at = this.clock.now();
    const importId = randomId();
    const { format, fileName, isByPeople, by } = file;
    await this.entries.addImport(tx, {
      id: importId,
      dyadId,
      format,
      fileName,
      byPeople: isByPeople,
      importedBy: by,
      at,
    });
    const counted = new Counted();
    let waiting: NewEntry[] = [];
    const keep = async (): Promise<void> => {
      counted.added += waiting.length === 0 ? 0 : await this.entries.add(tx, waiting);
      waiting = [];
      onProgress(counted.rows);
    };
    for (const row of memoryFiles[format].read(chunksOf(file.text), languages)) {
      counted.count(row);
      waiting.push(...row.units.map((unit) => entryOf(unit, { dyadId, importId, byPeople: isByPeople, at })));
      if (waiting.length >= together) await keep();
    }
    await keep();
    return counted.report();
  }
}

/** @param bytes that a file may have @throws Failure `interchange.too_large` */
export function requireSize(text: string, bytes: number): void {
  if (Buffer.byteLength(text) > bytes)
    throw new Failure('interchange.too_large', { limitMegabytes: bytes / 1024 ** 2 });
}

/** A long text in pieces, so that what is in one is done before the next is read. */
export function* chunksOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += chunkCharacters) yield text.slice(at, at + chunkCharacters);
}

class Counted {
  rows = 0;
  added = 0;
  private units = 0;
  private left = 0;
  private readonly problems: ImportReport['problems'] = [];

  count({ line, units, problem }: ReadRow): void {
    this.rows += 1;
    this.units += units.length;
    if (problem === undefined) return;
    this.left += 1;
    if (this.problems.length < interchangeLimits.problems) this.problems.push({ line, problem });
  }

  report(): ImportReport {
    const { rows, added, units, left, problems } = this;
    return { rows, added, repeated: units - added, left, problems };
  }
}

const withoutWords = ({ language: _language, text: _text, ...rest }: Variant): object => rest;

function entryOf(
  { name, context, source, target, ...said }: MemoryUnit,
  of: Pick<NewEntry, 'dyadId' | 'importId' | 'byPeople' | 'at'>,
): NewEntry {
  return {
    ...of,
    id: randomId(),
    pair: { source: source.language, target: target.language },
    source: source.text,
    target: target.text,
    sourceHash: segmentHash(source.text),
    targetHash: segmentHash(target.text),
    contextHash: context === undefined ? null : Buffer.from(context, 'hex'),
    translationId: null,
    unit: { ...said, source: withoutWords(source), target: withoutWords(target) },
    unitName: name,
  };
}
