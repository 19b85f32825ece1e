import { ownerDataSource, type Schema } from './data-source.js';

/** Brings the database to this version of the server; says how many steps it took. */
export async function migrate(url: string, schema: Schema): Promise<number> {
  const source = await ownerDataSource(url, schema).initialize();
  try {
    // One node migrates at a time; the others wait here and then find nothing to do.
    await source.query('select pg_advisory_lock(7062001)');
    return (await source.runMigrations()).length;
  } finally {
    await source.destroy();
  }
}
