import { Controller } from '@nestjs/common';
import type { AnswerOf, FileAnswer, InputOf } from '../../../../shared/contract/contract.js';
import * as contracts from '../../../../shared/translation/interchange.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { InterchangeService } from './interchange.service.js';

@Controller()
export class InterchangeController {
  constructor(private readonly interchange: InterchangeService) {}

  @Endpoint(contracts.importMemory)
  bring(
    @Input() input: InputOf<typeof contracts.importMemory>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.importMemory>> {
    return this.interchange.bring(input, permit);
  }

  @Endpoint(contracts.memoryAsTmx)
  tmx(@Input() input: InputOf<typeof contracts.memoryAsTmx>, @Allowed() permit: Permit): Promise<FileAnswer> {
    return this.interchange.write(input, permit, 'tmx');
  }

  @Endpoint(contracts.memoryAsXliff)
  xliff(@Input() input: InputOf<typeof contracts.memoryAsXliff>, @Allowed() permit: Permit): Promise<FileAnswer> {
    return this.interchange.write(input, permit, 'xliff');
  }

  @Endpoint(contracts.memoryAsCsv)
  csv(@Input() input: InputOf<typeof contracts.memoryAsCsv>, @Allowed() permit: Permit): Promise<FileAnswer> {
    return this.interchange.write(input, permit, 'csv');
  }
}
