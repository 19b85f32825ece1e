// Documents that people of both sides write together. It promises that nothing is shown to anybody or said to be saved
// that is not committed, that every update has an author and a place in a chain, that nobody writes in another's name,
// and that a right that ends is gone within a second. It refuses what no editor of ours makes. It knows nothing of what
// a document is about: the module that owns a kind says who may do what with it, and what may stand in it.
import { Module } from '@nestjs/common';
import { DyadsModule } from '../dyads/dyads.module.js';
import { AppendLog } from './append-log.js';
import { CollabServer } from './collab.server.js';
import { DocumentAccess } from './document-access.service.js';
import { DocumentDirectory } from './document-directory.reader.js';
import { DocumentHistory } from './document-history.port.js';
import { DocumentHistoryRepository } from './document-history.repository.js';
import { DocumentKinds } from './document-kinds.port.js';
import { DocumentLogRepository } from './document-log.repository.js';
import { DocumentNodes } from './document-nodes.service.js';
import { DocumentOpening } from './document-opening.service.js';
import { Documents } from './documents.port.js';
import { LiveDocuments } from './live-documents.service.js';

@Module({
  imports: [DyadsModule],
  providers: [
    DocumentKinds,
    DocumentLogRepository,
    DocumentOpening,
    AppendLog,
    LiveDocuments,
    DocumentDirectory,
    DocumentAccess,
    CollabServer,
    DocumentNodes,
    DocumentHistoryRepository,
    DocumentHistory,
    Documents,
  ],
  exports: [DocumentKinds, Documents, DocumentHistory],
})
export class DocumentsModule {}
