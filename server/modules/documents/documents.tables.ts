import type { Schema } from '../../platform/database/data-source.js';
import { Document, DocumentState, DocumentUpdate, DocumentWriter } from './document.entity.js';
import { Documents1764001000000 } from './migrations/1764001000000-documents.js';
import { WritersForMembers1764001200101 } from './migrations/1764001200101-writers-for-members.js';
import { DocumentStates1764060000000 } from './migrations/1764060000000-document-states.js';

export const documentsTables: Schema = {
  entities: [Document, DocumentUpdate, DocumentWriter, DocumentState],
  migrations: [Documents1764001000000, WritersForMembers1764001200101, DocumentStates1764060000000],
};
