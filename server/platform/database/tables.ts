import type { QueryRunner } from 'typeorm';

/** The role the application works as; the migrations' owner gives it rights table by table. */
export const applicationRole = 'entente_app';

/** Creates the application's role when the cluster does not have it yet; roles belong to the cluster, not a database. */
export async function createApplicationRole(runner: QueryRunner): Promise<void> {
  await runner.query(`
    do $$ begin
      create role ${applicationRole} nologin;
    exception when duplicate_object or unique_violation then null;
    end $$`);
  await runner.query(`grant ${applicationRole} to current_user`);
  await runner.query(`grant usage on schema public to ${applicationRole}`);
}

/** A table whose rows the application may change and delete. */
export async function grantFull(runner: QueryRunner, ...tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await runner.query(`grant select, insert, update, delete on ${table} to ${applicationRole}`);
  }
}

/** A table that only grows: the application can add and read, never rewrite. */
export async function grantAppendOnly(runner: QueryRunner, ...tables: readonly string[]): Promise<void> {
  for (const table of tables) await runner.query(`grant select, insert on ${table} to ${applicationRole}`);
}

/**
 * What a row must meet to be seen. As a comparison (`dyad_id::text = … or … = '*'`) PostgreSQL takes it for something that
 * one row in a hundred meets, and reads whole tables to sort the few that it expects; of a `case` it expects every other.
 */
const isOfNamedDyad = `case current_setting('app.dyad', true) when '*' then true when dyad_id::text then true else false end`;

/**
 * Shows the application only rows of the dyad its transaction named; without a name it sees none. The second wall
 * behind the queries' own conditions. The table needs a column `dyad_id uuid not null`.
 */
export async function isolateByDyad(runner: QueryRunner, ...tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await runner.query(`alter table ${table} enable row level security`);
    await runner.query(`
      create policy ${table}_dyad on ${table} to ${applicationRole} using (${isOfNamedDyad})`);
  }
}

/** Brings tables that were isolated earlier to the same condition. */
export async function renewIsolation(runner: QueryRunner): Promise<void> {
  const isolated: { table: string; policy: string }[] = await runner.query(
    `select tablename as table, policyname as policy from pg_policies where policyname = tablename || '_dyad'`,
  );
  for (const { table, policy } of isolated) {
    await runner.query(`alter policy ${policy} on ${table} using (${isOfNamedDyad})`);
  }
}
