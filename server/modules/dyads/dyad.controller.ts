import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import * as contracts from '../../../shared/dyads/dyad.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../platform/http/endpoint.js';
import { ConsentService } from './consent.service.js';
import { DyadService } from './dyad.service.js';
import { MembershipService } from './membership.service.js';
import { RenamingService } from './renaming.service.js';

@Controller()
export class DyadController {
  constructor(
    private readonly dyads: DyadService,
    private readonly memberships: MembershipService,
    private readonly consents: ConsentService,
    private readonly renaming: RenamingService,
  ) {}

  @Endpoint(contracts.listDyads)
  async list(): Promise<AnswerOf<typeof contracts.listDyads>> {
    return { dyads: await this.dyads.list() };
  }

  @Endpoint(contracts.readDyad)
  async read(@Input() { params }: InputOf<typeof contracts.readDyad>): Promise<AnswerOf<typeof contracts.readDyad>> {
    return this.dyads.read(params.dyad);
  }

  @Endpoint(contracts.readCharter)
  async charter(
    @Input() { params, query }: InputOf<typeof contracts.readCharter>,
  ): Promise<AnswerOf<typeof contracts.readCharter>> {
    return this.dyads.charter(params.dyad, query.version);
  }

  @Endpoint(contracts.listDisclosures)
  async disclosures(
    @Input() { params }: InputOf<typeof contracts.listDisclosures>,
  ): Promise<AnswerOf<typeof contracts.listDisclosures>> {
    return { disclosures: await this.dyads.disclosures(params.dyad) };
  }

  @Endpoint(contracts.acceptCharter)
  async acceptCharter(
    @Input() { body }: InputOf<typeof contracts.acceptCharter>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.acceptCharter>> {
    return this.consents.accept(permit.member, body.version);
  }

  @Endpoint(contracts.readOwnMember)
  async readOwn(
    @Input() _: InputOf<typeof contracts.readOwnMember>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.readOwnMember>> {
    return this.memberships.readOwn(permit.member);
  }

  @Endpoint(contracts.changeOwnMember)
  async changeOwn(
    @Input() { body }: InputOf<typeof contracts.changeOwnMember>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.changeOwnMember>> {
    return this.memberships.changeOwn(permit.member, body);
  }

  @Endpoint(contracts.renameOwnMember)
  async rename(
    @Input() { body }: InputOf<typeof contracts.renameOwnMember>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.renameOwnMember>> {
    return this.renaming.rename(permit.member, body.pseudonym);
  }

  @Endpoint(contracts.listStaff)
  async staff(
    @Input() _: InputOf<typeof contracts.listStaff>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.listStaff>> {
    return { members: await this.dyads.staff(permit.member.dyadId) };
  }

  @Endpoint(contracts.findMembers)
  async find(
    @Input() { query }: InputOf<typeof contracts.findMembers>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.findMembers>> {
    return { members: await this.dyads.find(permit.member.dyadId, query.name) };
  }
}
