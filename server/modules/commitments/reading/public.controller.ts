import { Controller } from '@nestjs/common';
import type { AnswerOf, FileAnswer, InputOf } from '../../../../shared/contract/contract.js';
import * as contracts from '../../../../shared/commitments/commitment.contract.js';
import { Endpoint, Input } from '../../../platform/http/endpoint.js';
import { CommitmentBoard } from './board.query.js';
import { CommitmentPage } from './commitment-page.query.js';
import { PublicFeeds } from './public-feeds.query.js';

@Controller()
export class PublicCommitmentController {
  constructor(
    private readonly board: CommitmentBoard,
    private readonly page: CommitmentPage,
    private readonly feeds: PublicFeeds,
  ) {}

  @Endpoint(contracts.listCommitments)
  list(@Input() input: InputOf<typeof contracts.listCommitments>): Promise<AnswerOf<typeof contracts.listCommitments>> {
    return this.board.list(input);
  }

  @Endpoint(contracts.listDueMilestones)
  due(
    @Input() input: InputOf<typeof contracts.listDueMilestones>,
  ): Promise<AnswerOf<typeof contracts.listDueMilestones>> {
    return this.board.due(input);
  }

  @Endpoint(contracts.readCommitment)
  read(@Input() input: InputOf<typeof contracts.readCommitment>): Promise<AnswerOf<typeof contracts.readCommitment>> {
    return this.page.read(input);
  }

  @Endpoint(contracts.commitmentsAsCsv)
  csv(@Input() { params }: InputOf<typeof contracts.commitmentsAsCsv>): Promise<FileAnswer> {
    return this.page.file(params.dyad, 'csv');
  }

  @Endpoint(contracts.commitmentsAsJson)
  json(@Input() { params }: InputOf<typeof contracts.commitmentsAsJson>): Promise<FileAnswer> {
    return this.page.file(params.dyad, 'json');
  }

  @Endpoint(contracts.commitmentCalendar)
  calendar(
    @Input() input: InputOf<typeof contracts.commitmentCalendar>,
  ): Promise<AnswerOf<typeof contracts.commitmentCalendar>> {
    return this.feeds.calendar(input);
  }

  @Endpoint(contracts.commitmentFeed)
  feed(@Input() input: InputOf<typeof contracts.commitmentFeed>): Promise<AnswerOf<typeof contracts.commitmentFeed>> {
    return this.feeds.feed(input);
  }

  @Endpoint(contracts.commitmentBadge)
  badge(
    @Input() input: InputOf<typeof contracts.commitmentBadge>,
  ): Promise<AnswerOf<typeof contracts.commitmentBadge>> {
    return this.feeds.badge(input);
  }
}
