import { demoLogins } from './demo/demo-logins.js';
import { loadDemonstration } from './demo/load-demonstration.js';
import { openDatabase, type OpenDatabase } from './open-database.js';
import { readConfig, type Config } from './platform/config/config.js';
import { migrate } from './platform/database/migrate.js';
import { serve } from './serve.js';
import { tables } from './tables.js';

const stopWithinMilliseconds = 10_000;

/** The whole of `npm start` once everything is built: database, migrations, demonstration, listening, stopping. */
export class EntenteServer {
  static async start(): Promise<void> {
    const config = readConfig();
    const database = await openDatabase(config, say);
    try {
      await this.on(database, config);
    } catch (error) {
      await database.stop();
      throw error;
    }
  }

  private static async on(database: OpenDatabase, config: Config): Promise<void> {
    const steps = await migrate(database.url, tables);
    if (steps > 0) say(`Database brought up to date (${steps} ${steps === 1 ? 'step' : 'steps'})`);
    const loaded = await loadDemonstration(config, database.url, say);
    const { app, address, insteadOf } = await serve(config, database.url);
    if (insteadOf !== undefined) say(`Port ${insteadOf} is taken by another program; using the next free one`);
    say(`\n  Entente is ready at ${address}\n`);
    if (loaded || (!config.production && config.DEMO !== 'off')) for (const line of await demoLogins()) say(line);
    stopOnSignal(async () => {
      await app.close();
      await database.stop();
    });
  }
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      setTimeout(() => process.exit(1), stopWithinMilliseconds).unref();
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
