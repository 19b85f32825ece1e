import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import { readEgress, withdrawEgress } from '../../../../shared/translation/egress.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { EgressReading } from './egress.query.js';
import { EgressService } from './egress.service.js';

@Controller()
export class EgressController {
  constructor(
    private readonly reading: EgressReading,
    private readonly egress: EgressService,
  ) {}

  @Endpoint(readEgress)
  read(@Input() { params }: InputOf<typeof readEgress>): Promise<AnswerOf<typeof readEgress>> {
    return this.reading.read(params.dyad);
  }

  @Endpoint(withdrawEgress)
  withdraw(
    @Input() input: InputOf<typeof withdrawEgress>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof withdrawEgress>> {
    return this.egress.withdraw(input, permit);
  }
}
