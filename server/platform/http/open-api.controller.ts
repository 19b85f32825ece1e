import { Controller } from '@nestjs/common';
import type { AnswerOf } from '../../../shared/contract/contract.js';
import { readOpenApi } from '../../../shared/contract/open-api.contract.js';
import { Endpoint } from './endpoint.js';
import { openApiOf } from './open-api.js';
import { PolicyWalk } from './policy-walk.js';

@Controller()
export class OpenApiController {
  constructor(private readonly walk: PolicyWalk) {}

  @Endpoint(readOpenApi)
  async read(): Promise<AnswerOf<typeof readOpenApi>> {
    return openApiOf(this.walk.contracts(), '0.1.0');
  }
}
