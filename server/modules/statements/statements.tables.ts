import type { Schema } from '../../platform/database/data-source.js';
import { ClauseKey } from './clause-key.entity.js';
import { Statements1764001100000 } from './migrations/1764001100000-statements.js';
import { Statement } from './statement.entity.js';

export const statementsTables: Schema = {
  entities: [Statement, ClauseKey],
  migrations: [Statements1764001100000],
};
