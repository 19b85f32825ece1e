// Joint statements: one text in two equally authentic languages, written by drafters of both sides. It promises that a
// side is only ever said to agree to exactly the texts it gave its key to, that a change of a text makes the clause open
// again, and that only this server changes the order of clauses. It refuses keys to texts that the caller did not see.
import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { DyadsModule } from '../dyads/dyads.module.js';
import { ForumsModule } from '../forums/forums.module.js';
import { TranslationModule } from '../translation/translation.module.js';
import { ClauseKeyService } from './clause-key.service.js';
import { ClauseService } from './clause.service.js';
import { CommentAnchoring } from './comments/comment-anchoring.js';
import { CommentResolution } from './comments/comment-resolution.service.js';
import { CommentController } from './comments/comment.controller.js';
import { CommentService } from './comments/comment.service.js';
import { StatementComments } from './comments/comments.query.js';
import { StatementPlaces } from './comments/statement-places.js';
import { StatementThreadRepository } from './comments/statement-thread.repository.js';
import { MachineTextController } from './machine/machine-text.controller.js';
import { MachineTextService } from './machine/machine-text.service.js';
import { StatementFounding } from './statement-founding.js';
import { StatementDocuments } from './statement-kind.js';
import { StatementPage } from './statement-page.query.js';
import { StatementController } from './statement.controller.js';
import { StatementReader } from './statement.reader.js';
import { StatementRepository } from './statement.repository.js';
import { Statements } from './statements.port.js';
import { StatementService } from './statement.service.js';
import { PublicDrafts } from './visibility/public-drafts.query.js';
import { VisibilityController } from './visibility/visibility.controller.js';
import { VisibilityKeyRepository } from './visibility/visibility-key.repository.js';
import { VisibilityNews } from './visibility/visibility-news.js';
import { VisibilityService } from './visibility/visibility.service.js';

const comments = [
  StatementThreadRepository,
  StatementPlaces,
  CommentAnchoring,
  CommentService,
  CommentResolution,
  StatementComments,
];
const visibility = [VisibilityKeyRepository, VisibilityNews, VisibilityService, PublicDrafts];

@Module({
  imports: [DyadsModule, DocumentsModule, ForumsModule, TranslationModule],
  controllers: [StatementController, CommentController, VisibilityController, MachineTextController],
  providers: [
    StatementRepository,
    StatementReader,
    StatementDocuments,
    StatementFounding,
    StatementService,
    ClauseService,
    ClauseKeyService,
    StatementPage,
    Statements,
    ...comments,
    ...visibility,
    MachineTextService,
  ],
  exports: [Statements],
})
export class StatementsModule {}
