import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import { findCitable, readCitations } from '../../../../shared/statements/citation.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { CitationService } from './citation.service.js';

@Controller()
export class CitationController {
  constructor(private readonly citations: CitationService) {}

  @Endpoint(findCitable)
  async find(
    @Input() input: InputOf<typeof findCitable>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof findCitable>> {
    return { things: await this.citations.find(input, permit) };
  }

  @Endpoint(readCitations)
  async read(
    @Input() input: InputOf<typeof readCitations>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof readCitations>> {
    return { things: await this.citations.read(input, permit) };
  }
}
