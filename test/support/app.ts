import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { join } from 'node:path';
import { AppModule } from '../../server/app.module.js';
import { LookWorker } from '../../server/modules/moderation/looks/look-worker.js';
import { PublicRecord } from '../../server/modules/record/record.port.js';
import { readConfig, type Config } from '../../server/platform/config/config.js';
import { FactRelay } from '../../server/platform/events/fact-relay.js';
import { SignalRelay } from '../../server/platform/events/signal-relay.js';
import { serveClient } from '../../server/platform/http/client-files.js';
import { createApp } from '../../server/platform/http/create-app.js';
import { tables } from '../../server/tables.js';
import { projectRoot } from '../../server/platform/config/project-root.js';
import { Api } from './api.js';
import { TestClock } from './clock.js';
import { createDatabase, type TestDatabase } from './database.js';

/** The real application on a real database and a port of its own. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly database: TestDatabase;
  readonly clock: TestClock;
  /** A browser without a session. */
  visitor(language?: string): Api;
  /** Waits until everything written is looked at, every fact handled, every entry of the record signed, every signal told. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export const testSecret = 'only-for-tests-0123456789-abcdefghij';

/** Starts the application as a test wants it; `settings` are environment variables; `limits` those of requests per person. */
export async function startApp(
  settings: Record<string, string> = {},
  existing?: TestDatabase,
  limits = false,
): Promise<TestApp> {
  const database = existing ?? (await createDatabase());
  const clock = new TestClock();
  const config: Config = readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    ENTENTE_SECRET: testSecret,
    TRANSLATION_ENGINES: 'pseudo',
    ...settings,
  });
  const module = AppModule.with({ config, databaseUrl: database.url, schema: tables, clock, requestLimits: limits });
  const app = await createApp(module, config);
  await serveClient(app, join(projectRoot, 'dist', 'client'));
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  return {
    app,
    url,
    database,
    clock,
    visitor: (language) => new Api(url, language),
    settled: async () => {
      await app.get(LookWorker).idle();
      await app.get(FactRelay).idle();
      await app.get(PublicRecord).settled();
      await app.get(SignalRelay).idle();
    },
    close: async () => {
      await app.close();
      if (!existing) await database.drop();
    },
  };
}
