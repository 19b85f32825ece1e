import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../../shared/contract/contract.js';
import { readWordlists } from '../../../../../shared/moderation/detection/wordlist.contract.js';
import type { Permit } from '../../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../../platform/http/endpoint.js';
import { WordlistService } from './wordlist.service.js';

@Controller()
export class WordlistController {
  constructor(private readonly wordlists: WordlistService) {}

  @Endpoint(readWordlists)
  async read(
    @Input() _: InputOf<typeof readWordlists>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof readWordlists>> {
    return this.wordlists.read(permit.member.dyadId);
  }
}
