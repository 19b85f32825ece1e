import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import {
  dismissTranslationNews,
  giveBackTranslation,
  listTranslationWork,
  lookUpInMemory,
  takeUpTranslation,
} from '../../../shared/translation/human-work.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../platform/http/endpoint.js';
import { TranslationMemoryService } from './translation-memory.service.js';
import { TranslationWorkService } from './translation-work.service.js';

@Controller()
export class TranslationWorkController {
  constructor(
    private readonly work: TranslationWorkService,
    private readonly memory: TranslationMemoryService,
  ) {}

  @Endpoint(listTranslationWork)
  async list(
    @Input() input: InputOf<typeof listTranslationWork>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof listTranslationWork>> {
    return this.work.list(input, permit);
  }

  @Endpoint(takeUpTranslation)
  async takeUp(
    @Input() input: InputOf<typeof takeUpTranslation>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof takeUpTranslation>> {
    return this.work.takeUp(input, permit);
  }

  @Endpoint(giveBackTranslation)
  async giveBack(
    @Input() input: InputOf<typeof giveBackTranslation>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof giveBackTranslation>> {
    return this.work.giveBack(input, permit);
  }

  @Endpoint(lookUpInMemory)
  async lookUp(
    @Input() input: InputOf<typeof lookUpInMemory>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof lookUpInMemory>> {
    return this.memory.lookUp(input, permit);
  }

  @Endpoint(dismissTranslationNews)
  async dismiss(
    @Input() input: InputOf<typeof dismissTranslationNews>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof dismissTranslationNews>> {
    return this.work.dismiss(input, permit);
  }
}
