import { getMetadataArgsStorage } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tagOf } from '../server/platform/database/columns.js';
import { ownerDataSource } from '../server/platform/database/data-source.js';
import { migrate } from '../server/platform/database/migrate.js';
import { tables } from '../server/tables.js';
import { createEmptyDatabase, type TestDatabase } from './support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createEmptyDatabase();
  await migrate(database.url, tables);
});
afterAll(() => database.drop());

/** Everything a schema is made of, as PostgreSQL itself describes it. */
async function catalogue(): Promise<string[]> {
  const questions = [
    `select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') as line
          from information_schema.columns where table_schema = 'public'`,
    `select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line
          from pg_constraint where connamespace = 'public'::regnamespace`,
    `select 'index ' || indexdef as line from pg_indexes where schemaname = 'public'`,
    `select 'function ' || pg_get_functiondef(p.oid) as line from pg_proc p
          where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
            and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
    `select 'trigger ' || pg_get_triggerdef(oid) as line from pg_trigger where not tgisinternal`,
    `select 'policy ' || tablename || ' ' || policyname || ' ' || coalesce(qual, '') as line from pg_policies`,
    `select 'security ' || relname || ' ' || relrowsecurity as line from pg_class
          where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    `select 'grant ' || table_name || ' ' || grantee || ' ' || privilege_type as line
          from information_schema.role_table_grants where table_schema = 'public' and table_name <> 'migration'`,
  ];
  const lines: string[] = [];
  for (const question of questions) lines.push(...(await said(question)));
  return lines.filter((line) => !/\bmigration(_id_seq)?\b/.test(line));
}

const said = async (sql: string): Promise<string[]> =>
  (await database.query<{ line: string }>(sql)).map(({ line }) => line).toSorted();

describe('migrations', () => {
  it('REL-15: make every table and column as the entities have them', async () => {
    const source = await ownerDataSource(database.url, tables).initialize();
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      const changes = upQueries
        .map(({ query }) => query)
        .filter((query) => !/^(DROP INDEX|CREATE (UNIQUE )?INDEX)|(ADD|DROP) CONSTRAINT/.test(query));
      expect(changes).toEqual([]);
    } finally {
      await source.destroy();
    }
  });

  it('REL-15: find nothing to do the second time, and wait for each other', async () => {
    expect(await migrate(database.url, tables)).toBe(0);
    const fresh = await createEmptyDatabase();
    const steps = await Promise.all([
      migrate(fresh.url, tables),
      migrate(fresh.url, tables),
      migrate(fresh.url, tables),
    ]);
    expect(steps.toSorted((one, other) => one - other)).toEqual([0, 0, tables.migrations.length]);
    await fresh.drop();
  });

  it('REL-15: go back to nothing, and forth to the same', async () => {
    const before = await catalogue();
    expect(before.length).toBeGreaterThan(200);
    const source = await ownerDataSource(database.url, tables).initialize();
    try {
      for (const _ of tables.migrations) await source.undoLastMigration();
      expect(await catalogue()).toEqual([]);
      expect(await source.runMigrations()).toHaveLength(tables.migrations.length);
    } finally {
      await source.destroy();
    }
    expect(await catalogue()).toEqual(before);
  });

  it('SEC-52: leave the application no right to change tables, and none over what only grows', async () => {
    const rights = await database.query<{ name: string; truncate: boolean; owner: boolean }>(
      `select tablename as name, has_table_privilege('entente_app', quote_ident(tablename), 'truncate') as truncate,
              tableowner = 'entente_app' as owner from pg_tables where schemaname = 'public'`,
    );
    expect(rights.length).toBeGreaterThan(15);
    for (const { name, truncate, owner } of rights) expect([name, truncate, owner]).toEqual([name, false, false]);
    const [role] = await database.query<{ powers: boolean }>(
      `select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolcanlogin
              or has_schema_privilege('entente_app', 'public', 'create') as powers from pg_roles where rolname = 'entente_app'`,
    );
    expect(role?.powers).toBe(false);
  });
});

describe('the data map', () => {
  const columns = getMetadataArgsStorage().columns.map(({ target, propertyName }) => ({
    entity: typeof target === 'function' ? target.name : target,
    property: propertyName,
  }));

  it('PRI-06: says of every column what it is for and how long it stays', () => {
    expect(columns.length).toBeGreaterThan(100);
    const untagged = columns.filter(({ entity, property }) => {
      const tag = tagOf(entity, property);
      return !tag || tag.purpose.trim() === '' || tag.retention.trim() === '';
    });
    expect(untagged).toEqual([]);
  });

  it('PRI-06: covers every column there is in the database', async () => {
    const source = await ownerDataSource(database.url, tables).initialize();
    const mapped = source.entityMetadatas.flatMap(({ tableName, columns: own }) =>
      own.map(({ databaseName }) => `${tableName}.${databaseName}`),
    );
    await source.destroy();
    const stored = await said(
      `select table_name || '.' || column_name as line from information_schema.columns
       where table_schema = 'public' and table_name <> 'migration'`,
    );
    expect(stored).toEqual(mapped.toSorted());
  });

  it('PRI-01: holds no address, browser or device of anybody', async () => {
    const names = await said(
      `select column_name as line from information_schema.columns where table_schema = 'public'`,
    );
    expect(names.filter((name) => /(^|_)(ip|address|user_agent|agent|device|location|phone)(_|$)/.test(name))).toEqual(
      [],
    );
  });
});
