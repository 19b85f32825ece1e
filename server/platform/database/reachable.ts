import { Client } from 'pg';
import { ConfigurationError } from '../config/config.js';

const oldestMajor = 15;

/**
 * Asks the configured database whether it is there, before anything else is tried.
 * @throws ConfigurationError in one sentence, without the password that the address may hold.
 */
export async function requireReachable(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  const { host, pathname } = new URL(url);
  const where = `the database ${pathname.slice(1)} at ${host}`;
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>('show server_version_num');
    const major = Math.floor(Number(Object.values(rows[0] ?? {})[0]) / 10_000);
    if (major < oldestMajor)
      throw new ConfigurationError(`DATABASE_URL: ${where} is PostgreSQL ${major}; ${oldestMajor} or later is needed`);
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
    throw new ConfigurationError(`DATABASE_URL: ${where} cannot be reached (${code})`);
  } finally {
    await client.end().catch(() => undefined);
  }
}
