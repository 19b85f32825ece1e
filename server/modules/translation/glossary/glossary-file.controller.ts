import { Controller } from '@nestjs/common';
import type { AnswerOf, FileAnswer, InputOf } from '../../../../shared/contract/contract.js';
import * as contracts from '../../../../shared/translation/glossary-files.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { GlossaryImportService } from './glossary-import.service.js';
import { GlossaryService } from './glossary.service.js';

@Controller()
export class GlossaryFileController {
  constructor(
    private readonly imports: GlossaryImportService,
    private readonly glossary: GlossaryService,
  ) {}

  @Endpoint(contracts.prepareGlossaryImport)
  prepare(
    @Input() input: InputOf<typeof contracts.prepareGlossaryImport>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.prepareGlossaryImport>> {
    return this.imports.prepare(input, permit);
  }

  @Endpoint(contracts.readGlossaryImport)
  read(
    @Input() input: InputOf<typeof contracts.readGlossaryImport>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.readGlossaryImport>> {
    return this.imports.read(input, permit);
  }

  @Endpoint(contracts.glossaryAsTbx)
  tbx(@Input() { params, query }: InputOf<typeof contracts.glossaryAsTbx>): Promise<FileAnswer> {
    return this.glossary.file(params.dyad, query.version, 'tbx');
  }

  @Endpoint(contracts.glossaryAsCsv)
  csv(@Input() { params, query }: InputOf<typeof contracts.glossaryAsCsv>): Promise<FileAnswer> {
    return this.glossary.file(params.dyad, query.version, 'csv');
  }
}
