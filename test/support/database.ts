import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { migrate } from '../../server/platform/database/migrate.js';
import { tables } from '../../server/tables.js';

const template = 'entente_template';

/** A migrated database of its own for one test file, copied from a template in some milliseconds. */
export interface TestDatabase {
  readonly url: string;
  /** Runs a statement as the owner, past row level security: to look at what is really stored. */
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** One that tests can copy. */
export interface OwnDatabase extends TestDatabase {
  /** A copy of it as it is now, as a back-up keeps one. Nobody else may be connected meanwhile. */
  copy(): Promise<OwnDatabase>;
}

/** A database with all tables, empty. */
export async function createDatabase(): Promise<OwnDatabase> {
  const adminUrl = inject('postgresUrl');
  const admin = await connect(adminUrl);
  await ensureTemplate(admin, adminUrl);
  return create(admin, adminUrl, `template ${template} strategy file_copy`);
}

/**
 * A database without any table, for tests of the migrations themselves.
 * @param how the rest of `create database`
 */
export async function createEmptyDatabase(how = ''): Promise<OwnDatabase> {
  const adminUrl = inject('postgresUrl');
  return create(await connect(adminUrl), adminUrl, how);
}

async function create(admin: Client, adminUrl: string, how: string): Promise<OwnDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await admin.query(`create database ${name} ${how}`);
  const url = named(adminUrl, name);
  let owner = await connect(url);
  return {
    url,
    query: async <Row>(sql: string, parameters: unknown[] = []) => (await owner.query(sql, parameters)).rows as Row[],
    copy: async () => {
      await owner.end();
      const copied = await createEmptyDatabase(`template ${name} strategy file_copy`);
      owner = await connect(url);
      return copied;
    },
    drop: async () => {
      await owner.end();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/** The first to come migrates the template; the others wait at the lock and find it made. */
async function ensureTemplate(admin: Client, adminUrl: string): Promise<void> {
  await admin.query('select pg_advisory_lock(42)');
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [template]);
    if (rowCount) return;
    await admin.query(`create database ${template}_making`);
    await migrate(named(adminUrl, `${template}_making`), tables);
    await admin.query(`alter database ${template}_making rename to ${template}`);
  } finally {
    await admin.query('select pg_advisory_unlock(42)');
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  // Dropping a database ends its connections; without a listener that would end the run.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function named(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
