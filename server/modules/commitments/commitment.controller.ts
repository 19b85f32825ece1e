import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import * as drafts from '../../../shared/commitments/commitment.contract.js';
import * as progress from '../../../shared/commitments/progress.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../platform/http/endpoint.js';
import { CommitmentDrafts } from './drafts/draft.service.js';
import { AssessmentService } from './progress/assessment.service.js';
import { ClaimService } from './progress/claim.service.js';
import { OwnPart } from './progress/own-part.query.js';

@Controller()
export class CommitmentController {
  constructor(
    private readonly drafts: CommitmentDrafts,
    private readonly claims: ClaimService,
    private readonly assessments: AssessmentService,
    private readonly part: OwnPart,
  ) {}

  @Endpoint(drafts.listCommitmentDrafts)
  async list(
    @Input() _: InputOf<typeof drafts.listCommitmentDrafts>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof drafts.listCommitmentDrafts>> {
    return { drafts: await this.drafts.list(permit.member) };
  }

  @Endpoint(drafts.draftCommitment)
  draft(
    @Input() input: InputOf<typeof drafts.draftCommitment>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof drafts.draftCommitment>> {
    return this.drafts.draft(input, permit);
  }

  @Endpoint(drafts.changeCommitmentDraft)
  change(
    @Input() input: InputOf<typeof drafts.changeCommitmentDraft>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof drafts.changeCommitmentDraft>> {
    return this.drafts.change(input, permit);
  }

  @Endpoint(progress.readCommitmentPart)
  own(
    @Input() { params }: InputOf<typeof progress.readCommitmentPart>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof progress.readCommitmentPart>> {
    return this.part.read(permit.member, params.commitment);
  }

  @Endpoint(progress.reportProgress)
  report(
    @Input() input: InputOf<typeof progress.reportProgress>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof progress.reportProgress>> {
    return this.claims.report(input, permit);
  }

  @Endpoint(progress.withdrawClaim)
  withdraw(@Input() input: InputOf<typeof progress.withdrawClaim>, @Allowed() permit: Permit): Promise<void> {
    return this.claims.withdraw(input, permit);
  }

  @Endpoint(progress.answerClaim)
  answer(@Input() input: InputOf<typeof progress.answerClaim>, @Allowed() permit: Permit): Promise<void> {
    return this.claims.answer(input, permit);
  }

  @Endpoint(progress.assessCommitment)
  assess(@Input() input: InputOf<typeof progress.assessCommitment>, @Allowed() permit: Permit): Promise<void> {
    return this.assessments.assess(input, permit);
  }
}
