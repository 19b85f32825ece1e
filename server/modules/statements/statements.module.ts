// Joint statements: one text in two equally authentic languages, written by drafters of both sides. It promises that a
// side is only ever said to agree to exactly the texts it gave its key to, that a change of a text makes the clause open
// again, that only this server changes the order of clauses, and that what is ratified is exactly what
// organisations of both sides signed and stays so. It refuses keys and signatures to texts that the caller did not see.
import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents/documents.module.js';
import { DyadsModule } from '../dyads/dyads.module.js';
import { ForumsModule } from '../forums/forums.module.js';
import { ModerationModule } from '../moderation/moderation.module.js';
import { TranslationModule } from '../translation/translation.module.js';
import { ClauseKeyService } from './clause-key.service.js';
import { ClauseService } from './clause.service.js';
import { JudgedClauses } from './judged-clauses.js';
import { StatementFounding } from './statement-founding.js';
import { StatementDocuments } from './statement-kind.js';
import { StatementPage } from './statement-page.query.js';
import { StatementController } from './statement.controller.js';
import { StatementReader } from './statement.reader.js';
import { StatementRepository } from './statement.repository.js';
import { StatementService } from './statement.service.js';
import { Statements } from './statements.port.js';
import { CitationController } from './citations/citation.controller.js';
import { CitationService } from './citations/citation.service.js';
import { CitationSources } from './citations/citation-sources.js';
import { Citations } from './citations/citations.query.js';
import { PostCitations } from './citations/post-citations.js';
import { RecordCitations } from './citations/record-citations.js';
import { CommentAnchoring } from './comments/comment-anchoring.js';
import { CommentResolution } from './comments/comment-resolution.service.js';
import { CommentController } from './comments/comment.controller.js';
import { CommentService } from './comments/comment.service.js';
import { StatementComments } from './comments/comments.query.js';
import { StatementPlaces } from './comments/statement-places.js';
import { StatementThreadRepository } from './comments/statement-thread.repository.js';
import { SignedTitles } from './erasure/signed-titles.repository.js';
import { StatementErasure } from './erasure/statement-erasure.js';
import { FileSentences } from './export/file-sentences.js';
import { RatifiedFilesController } from './export/ratified-files.controller.js';
import { RatifiedFiles } from './export/ratified-files.service.js';
import { MachineTextController } from './machine/machine-text.controller.js';
import { MachineTextService } from './machine/machine-text.service.js';
import { ModeratedStatementReading } from './moderation/moderated-statement-reading.query.js';
import { ModeratedStatements } from './moderation/moderated-statements.js';
import { StatementBeginning } from './moderation/statement-beginning.js';
import { StatementWithholding } from './moderation/statement-withholding.js';
import { RatificationController } from './ratification/ratification.controller.js';
import { ratificationProviders } from './ratification/ratification.providers.js';
import { RatifiedController } from './ratification/ratified.controller.js';
import { RatifiedReader } from './ratification/ratified.reader.js';
import { SuggestionClosing } from './suggestions/suggestion-closing.js';
import { SuggestionDeciding } from './suggestions/suggestion-deciding.service.js';
import { SuggestionDocuments } from './suggestions/suggestion-documents.js';
import { SuggestionPage } from './suggestions/suggestion-page.query.js';
import { SuggestionController } from './suggestions/suggestion.controller.js';
import { SuggestionRepository } from './suggestions/suggestion.repository.js';
import { SuggestionService } from './suggestions/suggestion.service.js';
import { HistoryController } from './versions/history.controller.js';
import { StatementHistory } from './versions/statement-history.query.js';
import { VersionKeeping } from './versions/version-keeping.js';
import { VersionRestoring } from './versions/version-restoring.service.js';
import { VersionController } from './versions/version.controller.js';
import { VersionRepository } from './versions/version.repository.js';
import { VersionService } from './versions/version.service.js';
import { PublicDrafts } from './visibility/public-drafts.query.js';
import { VisibilityKeyRepository } from './visibility/visibility-key.repository.js';
import { VisibilityNews } from './visibility/visibility-news.js';
import { VisibilityController } from './visibility/visibility.controller.js';
import { VisibilityService } from './visibility/visibility.service.js';

const versions = [VersionRepository, VersionKeeping, VersionService, VersionRestoring, StatementHistory];
const suggestions = [
  SuggestionRepository,
  SuggestionDocuments,
  SuggestionClosing,
  SuggestionService,
  SuggestionDeciding,
  SuggestionPage,
];
const comments = [
  StatementThreadRepository,
  StatementPlaces,
  CommentAnchoring,
  CommentService,
  CommentResolution,
  StatementComments,
];
const citations = [RecordCitations, PostCitations, CitationSources, Citations, CitationService];
const visibility = [VisibilityKeyRepository, VisibilityNews, VisibilityService, PublicDrafts];

const moderation = [StatementWithholding, StatementBeginning, ModeratedStatementReading, ModeratedStatements];

@Module({
  imports: [DyadsModule, DocumentsModule, ForumsModule, ModerationModule, TranslationModule],
  controllers: [
    StatementController,
    VersionController,
    HistoryController,
    SuggestionController,
    RatificationController,
    RatifiedController,
    RatifiedFilesController,
    CommentController,
    VisibilityController,
    MachineTextController,
    CitationController,
  ],
  providers: [
    StatementRepository,
    StatementReader,
    StatementDocuments,
    StatementFounding,
    StatementService,
    ClauseService,
    ClauseKeyService,
    JudgedClauses,
    StatementPage,
    ...versions,
    ...suggestions,
    ...ratificationProviders,
    FileSentences,
    RatifiedFiles,
    ...comments,
    ...visibility,
    ...moderation,
    ...citations,
    MachineTextService,
    SignedTitles,
    StatementErasure,
    Statements,
  ],
  exports: [Statements, RatifiedReader],
})
export class StatementsModule {}
