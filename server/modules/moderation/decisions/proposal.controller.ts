import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import {
  amendProposal,
  giveBulkKeys,
  giveProposalKey,
  opposeProposal,
  proposeDecision,
  proposeTogether,
  retractProposal,
} from '../../../../shared/moderation/proposal.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { BulkService } from './bulk.service.js';
import { KeyService } from './key.service.js';
import { ProposalService } from './proposal.service.js';

@Controller()
export class ProposalController {
  constructor(
    private readonly proposals: ProposalService,
    private readonly keys: KeyService,
    private readonly bulks: BulkService,
  ) {}

  @Endpoint(proposeDecision)
  async propose(
    @Input() input: InputOf<typeof proposeDecision>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof proposeDecision>> {
    return this.proposals.propose(input, permit);
  }

  @Endpoint(amendProposal)
  async amend(
    @Input() input: InputOf<typeof amendProposal>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof amendProposal>> {
    return this.proposals.amend(input, permit);
  }

  @Endpoint(retractProposal)
  async retract(
    @Input() input: InputOf<typeof retractProposal>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof retractProposal>> {
    return this.proposals.retract(input, permit);
  }

  @Endpoint(giveProposalKey)
  async give(
    @Input() input: InputOf<typeof giveProposalKey>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof giveProposalKey>> {
    return this.keys.give(input, permit);
  }

  @Endpoint(opposeProposal)
  async oppose(
    @Input() input: InputOf<typeof opposeProposal>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof opposeProposal>> {
    return this.keys.oppose(input, permit);
  }

  @Endpoint(proposeTogether)
  async proposeTogether(
    @Input() input: InputOf<typeof proposeTogether>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof proposeTogether>> {
    return this.bulks.propose(input, permit);
  }

  @Endpoint(giveBulkKeys)
  async giveTogether(
    @Input() input: InputOf<typeof giveBulkKeys>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof giveBulkKeys>> {
    return this.bulks.give(input, permit);
  }
}
