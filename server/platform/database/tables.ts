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
 * Shows the application only rows of the dyad its transaction named; without a name it sees none. The second wall
 * behind the queries' own conditions. The table needs a column `dyad_id uuid not null`.
 */
export async function isolateByDyad(runner: QueryRunner, ...tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    await runner.query(`alter table ${table} enable row level security`);
    await runner.query(`
      create policy ${table}_dyad on ${table} to ${applicationRole}
      using (dyad_id::text = current_setting('app.dyad', true) or current_setting('app.dyad', true) = '*')`);
  }
}
