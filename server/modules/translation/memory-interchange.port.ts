import { Injectable } from '@nestjs/common';
import type { MemoryFormat } from '../../../shared/translation/interchange.rules.js';
import type { ImportReport } from '../../../shared/translation/interchange.schema.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Pair } from './engine/translation-engine.js';
import { MemoryExporting } from './interchange/memory-exporting.js';
import { MemoryImporting, type BroughtFile } from './interchange/memory-importing.js';
import { onTrial } from './interchange/trial.js';

/** Files of a memory, for those who run the server: nobody brings them. */
@Injectable()
export class MemoryInterchange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly importing: MemoryImporting,
    private readonly exporting: MemoryExporting,
  ) {}

  /** @throws Failure `interchange.*`: then nothing of the file is kept */
  bring(
    dyadId: string,
    file: Omit<BroughtFile, 'by'>,
    isTrial: boolean,
    onProgress: (rows: number) => void,
  ): Promise<ImportReport> {
    return onTrial(isTrial, (ended) =>
      this.unitOfWork.run({ dyadId }, async (tx) =>
        ended(await this.importing.bring(tx, dyadId, { ...file, by: null }, onProgress)),
      ),
    );
  }

  /** The file of one pair of languages, in pieces. */
  write(dyadId: string, pair: Pair, format: MemoryFormat): AsyncGenerator<string> {
    return this.exporting.write(dyadId, pair, format);
  }
}
