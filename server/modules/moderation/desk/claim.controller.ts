import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import { claimItem, keepClaim, releaseClaim } from '../../../../shared/moderation/claim.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { ClaimService } from './claim.service.js';

@Controller()
export class ClaimController {
  constructor(private readonly claims: ClaimService) {}

  @Endpoint(claimItem)
  async claim(
    @Input() input: InputOf<typeof claimItem>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof claimItem>> {
    return this.claims.claim(input, permit);
  }

  @Endpoint(keepClaim)
  async keep(
    @Input() input: InputOf<typeof keepClaim>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof keepClaim>> {
    return this.claims.keep(input, permit);
  }

  @Endpoint(releaseClaim)
  async release(@Input() input: InputOf<typeof releaseClaim>, @Allowed() permit: Permit): Promise<void> {
    await this.claims.release(input, permit);
  }
}
