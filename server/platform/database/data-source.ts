import {
  DataSource,
  DefaultNamingStrategy,
  type EntityTarget,
  type MigrationInterface,
  type ObjectLiteral,
} from 'typeorm';
import { applicationRole } from './tables.js';

/** What a module brings to the database. */
export interface Schema {
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** Columns and tables are snake_case of the property and the class. */
class SnakeCase extends DefaultNamingStrategy {
  override tableName(className: string, given: string | undefined): string {
    return given ?? snake(className);
  }
  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return snake(prefixes.concat(given ?? property).join('_'));
  }
}

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

const common = (url: string, schema: Schema) =>
  ({
    type: 'postgres',
    url,
    entities: [...schema.entities] as never[],
    namingStrategy: new SnakeCase(),
    installExtensions: false,
    applicationName: 'entente',
  }) as const;

/** The connection of migrations: the owner of the tables. */
export const ownerDataSource = (url: string, schema: Schema): DataSource =>
  new DataSource({
    ...common(url, schema),
    migrations: [...schema.migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    extra: { max: 2 },
  });

const idleConnectionMilliseconds = 600_000;

/** The connection of the application: a role without the right to change tables, or to rewrite what only grows. */
export const applicationDataSource = (url: string, schema: Schema, poolSize = 20): DataSource =>
  new DataSource({
    ...common(url, schema),
    poolSize,
    extra: {
      options: `-c role=${applicationRole} -c statement_timeout=15000 -c lock_timeout=5000`,
      // What is asked together goes together: nothing waits for an answer that it does not need.
      pipeline: true,
      // Opening a connection costs more than a hundred questions (both ends derive a key from the password): those that a
      // busy moment opened stay for the next one.
      idleTimeoutMillis: idleConnectionMilliseconds,
    },
    poolErrorHandler: () => undefined,
  });
