import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type * as contracts from '../../../../shared/translation/glossary-files.contract.js';
import { glossaryFileLimits } from '../../../../shared/translation/glossary-files.rules.js';
import type {
  GlossaryImportView,
  PreparedGlossaryImport,
} from '../../../../shared/translation/glossary-files.schema.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { randomId } from '../../../platform/ids/ids.js';
import { Retention } from '../../../platform/retention/retention.js';
import { GlossaryImportRepository } from './glossary-import.repository.js';
import { GlossaryImporting, hashOf } from './glossary-importing.js';

const dayMilliseconds = 86_400_000;

/** Files that stewards want to bring into the glossary: what they would do is kept, so that both sides decide about the same. */
@Injectable()
export class GlossaryImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly importing: GlossaryImporting,
    private readonly imports: GlossaryImportRepository,
    private readonly clock: Clock,
    retention: Retention,
  ) {
    const kept = glossaryFileLimits.days * dayMilliseconds;
    retention.register('files of a glossary that nobody proposed', (tx, now) =>
      imports.forget(tx, new Date(now.getTime() - kept)),
    );
  }

  /** What a file would do; it can be proposed when that is something. @throws Failure `interchange.*`, `glossary.too_many` */
  prepare(
    { body, idempotency }: InputOf<typeof contracts.prepareGlossaryImport>,
    permit: Permit,
  ): Promise<PreparedGlossaryImport> {
    const { dyadId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const comparison = await this.importing.compare(tx, dyadId, body.format, body.content);
      const { report, changes } = comparison;
      if (changes.length === 0) return { report, proposal: null };
      const [id, hash] = [randomId(), hashOf(comparison)];
      await this.imports.add(tx, dyadId, { id, fileName: body.fileName, report, changes, hash, at: this.clock.now() });
      return { report, proposal: { import: id, hash } };
    });
  }

  /** @throws Failure `request.not_found` */
  read({ params }: InputOf<typeof contracts.readGlossaryImport>, permit: Permit): Promise<GlossaryImportView> {
    const { dyadId } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const found = await this.imports.byId(tx, dyadId, params.import);
      if (!found) throw new Failure('request.not_found');
      const { id, fileName, hash, report, changes } = found;
      const { added, changed, unchanged, left } = report;
      return { import: id, fileName, hash, added, changed, unchanged, left, changes: [...changes] };
    });
  }
}
