import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../server/platform/database/embedded-postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL for this run alone, as its superuser. */
    postgresUrl: string;
  }
}

/** One PostgreSQL in memory for a whole run; every test file makes its own database in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(memoryFolder(), 'entente-test-'));
  const postgres = await startEmbeddedPostgres({ dataDir: folder, tuning: 'throwaway' });
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

function memoryFolder(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}
