import { commitmentsTables } from './modules/commitments/commitments.tables.js';
import { documentsTables } from './modules/documents/documents.tables.js';
import { dyadsTables } from './modules/dyads/dyads.tables.js';
import { forumsTables } from './modules/forums/forums.tables.js';
import { identityTables } from './modules/identity/identity.tables.js';
import { moderationTables } from './modules/moderation/moderation.tables.js';
import { recordTables } from './modules/record/record.tables.js';
import { statementsTables } from './modules/statements/statements.tables.js';
import { translationTables } from './modules/translation/translation.tables.js';
import type { Schema } from './platform/database/data-source.js';
import { platformTables } from './platform/platform.tables.js';

const parts: readonly Schema[] = [
  platformTables,
  identityTables,
  dyadsTables,
  recordTables,
  moderationTables,
  translationTables,
  forumsTables,
  documentsTables,
  statementsTables,
  commitmentsTables,
];

/** All tables of the server; migrations run in the order of their timestamps. */
export const tables: Schema = {
  entities: parts.flatMap((part) => part.entities),
  migrations: parts.flatMap((part) => part.migrations),
};
