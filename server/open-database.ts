import { join } from 'node:path';
import type { Config } from './platform/config/config.js';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.js';
import { requireReachable } from './platform/database/reachable.js';

export interface OpenDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/** The configured database, when it can be reached; else one of our own in the data folder. */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  if (config.DATABASE_URL === undefined) {
    return startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres'), onProgress: say });
  }
  await requireReachable(config.DATABASE_URL);
  return { url: config.DATABASE_URL, stop: async () => undefined };
}
