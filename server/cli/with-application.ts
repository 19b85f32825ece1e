import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.js';
import { openDatabase } from '../open-database.js';
import { readConfig, type Config } from '../platform/config/config.js';
import { migrate } from '../platform/database/migrate.js';
import { createApp } from '../platform/http/create-app.js';
import { tables } from '../tables.js';

/** Runs some work in the application, which does not listen, on the database that the settings name. */
export async function withApplication(
  work: (app: NestFastifyApplication, config: Config) => Promise<void>,
): Promise<void> {
  const config = quiet(readConfig());
  const database = await openDatabase(config, (line) => process.stderr.write(`${line}\n`));
  try {
    await migrate(database.url, tables);
    const app = await createApp(AppModule.with({ config, databaseUrl: database.url, schema: tables }), config);
    await app.init();
    try {
      await work(app, config);
    } finally {
      await app.close();
    }
  } finally {
    await database.stop();
  }
}

/** A person reads what a command prints; of the log only what is wrong belongs there. */
const quiet = (config: Config): Config => (config.LOG_LEVEL === 'info' ? { ...config, LOG_LEVEL: 'warn' } : config);
