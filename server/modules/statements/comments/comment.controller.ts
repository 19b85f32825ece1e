import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import * as contracts from '../../../../shared/statements/comment.contract.js';
import { statementPlace } from '../../../../shared/statements/comment.rules.js';
import { PlacedThreadReader } from '../../forums/placed-threads.reader.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { CommentResolution } from './comment-resolution.service.js';
import { CommentService } from './comment.service.js';
import { StatementComments } from './comments.query.js';

@Controller()
export class CommentController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly comments: StatementComments,
    private readonly service: CommentService,
    private readonly resolution: CommentResolution,
    private readonly topics: PlacedThreadReader,
  ) {}

  @Endpoint(contracts.listStatementThreads)
  list(
    @Input() { params }: InputOf<typeof contracts.listStatementThreads>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.listStatementThreads>> {
    return this.comments.read(params.statement, permit);
  }

  @Endpoint(contracts.openStatementThread)
  open(
    @Input() input: InputOf<typeof contracts.openStatementThread>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.openStatementThread>> {
    return this.service.open(input, permit);
  }

  @Endpoint(contracts.resolveStatementThread)
  resolve(@Input() input: InputOf<typeof contracts.resolveStatementThread>, @Allowed() permit: Permit): Promise<void> {
    return this.resolution.resolve(input, permit);
  }

  @Endpoint(contracts.listStatementTopics)
  async topicsOfStatements(
    @Input() _: InputOf<typeof contracts.listStatementTopics>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.listStatementTopics>> {
    const { dyadId } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => ({
      topics: await this.topics.topicsOf(tx, dyadId, statementPlace),
    }));
  }
}
