import { Injectable } from '@nestjs/common';
import type { MemoryFormat } from '../../../../shared/translation/interchange.rules.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Pair } from '../engine/translation-engine.js';
import { MemoryRepository, type EntryPlace, type EntryRow, type FileUnit } from '../memory/memory.repository.js';
import { memoryFiles } from './memory-files.js';
import type { MemoryUnit, Said, Variant } from './memory-unit.js';

const together = 500;

/** Before every entry. */
const beginning: EntryPlace = { at: new Date(0), id: '00000000-0000-0000-0000-000000000000' };

/** Writes the memory as a file, page by page: it is never in memory as a whole, and no transaction waits for its reader. */
@Injectable()
export class MemoryExporting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly entries: MemoryRepository,
  ) {}

  /** The entries of one pair of languages. */
  async *write(dyadId: string, pair: Pair, format: MemoryFormat): AsyncGenerator<string> {
    const file = memoryFiles[format];
    let number = 0;
    yield file.begin(pair);
    for (let after: EntryPlace | undefined = beginning; after;) {
      const from: EntryPlace = after;
      const rows = await this.unitOfWork.run({ dyadId }, (tx) =>
        this.entries.forFile(tx, dyadId, pair, from, together),
      );
      if (rows.length > 0)
        yield rows.map((row) => file.write(unitOf(row), row.confirmedBy.length === 2, (number += 1))).join('');
      after = rows.length < together ? undefined : rows.at(-1);
    }
    yield file.end;
  }
}

type SaidOfUnit = Said & { readonly source?: Said; readonly target?: Said };

function unitOf(row: EntryRow & FileUnit): MemoryUnit {
  const { source, target, ...said }: SaidOfUnit = row.unit;
  const isOurs = row.origin === 'text';
  const variant = (language: string, text: string, more: Said | undefined): Variant => ({ ...more, language, text });
  return {
    ...(isOurs ? { attributes: { creationdate: compactMoment(row.at) } } : said),
    name: isOurs ? row.id : row.unitName,
    ...(row.contextHash !== null && { context: row.contextHash }),
    source: variant(row.sourceLanguage, row.source, source),
    target: variant(row.targetLanguage, row.target, target),
  };
}

/** A moment as TMX has it (ISO 8601, basic format, universal time). */
const compactMoment = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '');
