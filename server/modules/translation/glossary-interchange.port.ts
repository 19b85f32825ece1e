import { Injectable } from '@nestjs/common';
import type { GlossaryFormat } from '../../../shared/translation/glossary-files.rules.js';
import type { GlossaryFileReport } from '../../../shared/translation/glossary-files.schema.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { GlossaryImporting } from './glossary/glossary-importing.js';
import { GlossaryService } from './glossary/glossary.service.js';
import { glossaryFile } from './interchange/glossary-files.js';

/** Files of a glossary, for those who run the server: they look and take along, and have no key to change anything. */
@Injectable()
export class GlossaryInterchange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly importing: GlossaryImporting,
    private readonly glossary: GlossaryService,
  ) {}

  /** What a file would do if both sides agreed. @throws Failure `interchange.*`, `glossary.too_many` */
  async check(dyadId: string, format: GlossaryFormat, text: string): Promise<GlossaryFileReport> {
    return this.unitOfWork.run(
      { dyadId },
      async (tx) => (await this.importing.compare(tx, dyadId, format, text)).report,
    );
  }

  /** The glossary in force, in pieces. */
  async write(slug: string, format: GlossaryFormat): Promise<Iterable<string>> {
    return glossaryFile(format, (await this.glossary.read(slug, undefined)).concepts);
  }
}
