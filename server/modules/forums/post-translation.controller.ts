import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import { askForTranslation, provideTranslation } from '../../../shared/translation/translation.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../platform/http/endpoint.js';
import { PostTranslationService } from './post-translation.service.js';

@Controller()
export class PostTranslationController {
  constructor(private readonly translations: PostTranslationService) {}

  @Endpoint(askForTranslation)
  async ask(
    @Input() input: InputOf<typeof askForTranslation>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof askForTranslation>> {
    return this.translations.ask(input, permit);
  }

  @Endpoint(provideTranslation)
  async provide(
    @Input() input: InputOf<typeof provideTranslation>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof provideTranslation>> {
    return this.translations.provide(input, permit);
  }
}
