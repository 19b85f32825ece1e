import type { Schema } from './platform/database/data-source.js';
import { platformTables } from './platform/platform.tables.js';

const parts: readonly Schema[] = [platformTables];

/** All tables of the server; migrations run in the order of their timestamps. */
export const tables: Schema = {
  entities: parts.flatMap((part) => part.entities),
  migrations: parts.flatMap((part) => part.migrations),
};
