import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { join } from 'node:path';
import { AppModule } from './app.module.js';
import { RecordKeyCheck } from './modules/record/record-key-check.port.js';
import type { Config } from './platform/config/config.js';
import { projectRoot } from './platform/config/project-root.js';
import { serveClient } from './platform/http/client-files.js';
import { createApp } from './platform/http/create-app.js';
import { freePort } from './platform/http/free-port.js';
import { tables } from './tables.js';

export interface Serving {
  readonly app: NestFastifyApplication;
  readonly address: string;
  /** The port that was wanted but taken, when another was used instead. */
  readonly insteadOf: number | undefined;
}

const usualPort = 3000;

/** Starts the application on a migrated database and listens. */
export async function serve(config: Config, databaseUrl: string): Promise<Serving> {
  const app = await createApp(AppModule.with({ config, databaseUrl, schema: tables }), config);
  await app.get(RecordKeyCheck).run();
  await serveClient(app, join(projectRoot, 'dist', 'client'));
  const port = config.PORT ?? (await freePort(usualPort, config.HOST));
  await app.listen(port, config.HOST);
  const shown = config.HOST === '0.0.0.0' || config.HOST === '127.0.0.1' ? 'localhost' : config.HOST;
  return {
    app,
    address: config.PUBLIC_URL ?? `http://${shown}:${port}`,
    insteadOf: config.PORT === undefined && port !== usualPort ? usualPort : undefined,
  };
}
