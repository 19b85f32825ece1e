import type { Schema } from '../../platform/database/data-source.js';
import { ClauseKey } from './clause-key.entity.js';
import { StatementThread } from './comments/statement-thread.entity.js';
import { Statements1764001100000 } from './migrations/1764001100000-statements.js';
import { StatementThreads1764001300003 } from './migrations/1764001300003-statement-threads.js';
import { Statement } from './statement.entity.js';
import { StatementVisibilityKey } from './visibility/visibility-key.entity.js';

export const statementsTables: Schema = {
  entities: [Statement, ClauseKey, StatementThread, StatementVisibilityKey],
  migrations: [Statements1764001100000, StatementThreads1764001300003],
};
