import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import { readGlossary } from '../../../../shared/translation/glossary.contract.js';
import { Endpoint, Input } from '../../../platform/http/endpoint.js';
import { GlossaryService } from './glossary.service.js';

@Controller()
export class GlossaryController {
  constructor(private readonly glossary: GlossaryService) {}

  @Endpoint(readGlossary)
  read(@Input() { params, query }: InputOf<typeof readGlossary>): Promise<AnswerOf<typeof readGlossary>> {
    return this.glossary.read(params.dyad, query.version);
  }
}
