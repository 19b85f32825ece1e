import { Injectable } from '@nestjs/common';
import type { FileAnswer, InputOf } from '../../../../shared/contract/contract.js';
import type * as contracts from '../../../../shared/translation/interchange.contract.js';
import type { MemoryFormat } from '../../../../shared/translation/interchange.rules.js';
import type { ImportReport } from '../../../../shared/translation/interchange.schema.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { MemoryExporting } from './memory-exporting.js';
import { MemoryImporting } from './memory-importing.js';
import { onTrial } from './trial.js';

const endings: Readonly<Record<MemoryFormat, string>> = { tmx: 'tmx', xliff: 'xlf', csv: 'csv' };

/** Files of the memory, for stewards who bring them and for whoever takes them along. */
@Injectable()
export class InterchangeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly importing: MemoryImporting,
    private readonly exporting: MemoryExporting,
  ) {}

  bring({ body, idempotency }: InputOf<typeof contracts.importMemory>, permit: Permit): Promise<ImportReport> {
    const { dyadId, memberId } = permit.member;
    const { format, fileName, content, isByPeople, isTrial } = body;
    const file = { format, fileName, text: content, isByPeople, by: memberId };
    return onTrial(isTrial, (ended) =>
      this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) =>
        ended(await this.importing.bring(tx, dyadId, file)),
      ),
    );
  }

  async write(
    { params, query }: Pick<InputOf<typeof contracts.memoryAsTmx>, 'params' | 'query'>,
    permit: Permit,
    format: MemoryFormat,
  ): Promise<FileAnswer> {
    const { from, to } = query;
    const name = `${params.dyad} ${from}-${to}.${endings[format]}`;
    return {
      name,
      latinName: name,
      languages: [from, to],
      content: this.exporting.write(permit.member.dyadId, { source: from, target: to }, format),
    };
  }
}
