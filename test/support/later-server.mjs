// The built server with a clock that is ahead by so many hours as `HOURS_AHEAD` says; the rest as for the real one.
import { AppModule } from '../../dist/server/app.module.js';
import { Clock } from '../../dist/server/platform/clock/clock.js';
import { readConfig } from '../../dist/server/platform/config/config.js';
import { createApp } from '../../dist/server/platform/http/create-app.js';
import { tables } from '../../dist/server/tables.js';

const ahead = Number(process.env.HOURS_AHEAD) * 60 * 60 * 1000;

class LaterClock extends Clock {
  now() {
    return new Date(Date.now() + ahead);
  }
}

const config = readConfig();
const app = await createApp(
  AppModule.with({ config, databaseUrl: config.DATABASE_URL, schema: tables, clock: new LaterClock() }),
  config,
);
await app.listen(config.PORT, config.HOST);
