import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import { listOrganisations } from '../../../../shared/dyads/organisation.contract.js';
import { Endpoint, Input } from '../../../platform/http/endpoint.js';
import { OrganisationService } from './organisation.service.js';

@Controller()
export class OrganisationController {
  constructor(private readonly organisations: OrganisationService) {}

  @Endpoint(listOrganisations)
  async list(@Input() { params }: InputOf<typeof listOrganisations>): Promise<AnswerOf<typeof listOrganisations>> {
    return { organisations: await this.organisations.list(params.dyad) };
  }
}
