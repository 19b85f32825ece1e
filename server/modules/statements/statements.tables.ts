import type { Schema } from '../../platform/database/data-source.js';
import { ClauseKey } from './clause-key.entity.js';
import { Statements1764001100000 } from './migrations/1764001100000-statements.js';
import { StatementVersions1764001200001 } from './migrations/1764001200001-statement-versions.js';
import { Statement } from './statement.entity.js';
import { StatementVersion } from './versions/statement-version.entity.js';

export const statementsTables: Schema = {
  entities: [Statement, ClauseKey, StatementVersion],
  migrations: [Statements1764001100000, StatementVersions1764001200001],
};
