import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { AppModule } from '../app.module.js';
import { AccountRegistrar } from '../modules/identity/account-registrar.port.js';
import type { Config } from '../platform/config/config.js';
import { projectRoot } from '../platform/config/project-root.js';
import { PublicRecord } from '../modules/record/record.port.js';
import { FactRelay } from '../platform/events/fact-relay.js';
import { createApp } from '../platform/http/create-app.js';
import { tables } from '../tables.js';
import { DemoClock } from './demo-clock.js';
import { DemoDyad } from './demo-dyad.js';
import { demoPassword, DemoPeople } from './demo-people.js';
import { readDemoContent } from './read-demo-content.js';

const contentFolder = join(projectRoot, 'server', 'demo', 'content');

/**
 * Fills an empty database with the demonstration dyads, outside production or when asked. It lets people of the content
 * do what they did, at the times they did it, through the same doors as everybody.
 * @returns whether anything was loaded
 */
export async function loadDemonstration(
  config: Config,
  databaseUrl: string,
  say: (line: string) => void,
): Promise<boolean> {
  if (config.DEMO === 'off' || (config.DEMO === 'auto' && config.production)) return false;
  if (!(await isEmpty(databaseUrl))) return false;
  say('Loading the demonstration dialogues (once)');
  const clock = new DemoClock();
  const quiet: Config = { ...config, LOG_LEVEL: 'error' };
  const app = await createApp(
    AppModule.with({
      config: quiet,
      databaseUrl: withoutWaitingForDisks(databaseUrl),
      schema: tables,
      clock,
      requestLimits: false,
      background: false,
    }),
    config,
  );
  await app.init();
  try {
    const { passwordHash } = await app
      .get(AccountRegistrar)
      .prepare({ login: 'demonstration', password: demoPassword, language: 'en' });
    for (const slug of readdirSync(contentFolder)) {
      const content = await readDemoContent(join(contentFolder, slug));
      await new DemoDyad(app, new DemoPeople(app, passwordHash ?? ''), clock, content).happen();
    }
    await app.get(FactRelay).idle();
    await app.get(PublicRecord).settled();
    return true;
  } finally {
    await app.close();
  }
}

/** Nobody is told that one of these thousands of commits is safe; all are, a moment after the last. */
function withoutWaitingForDisks(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const given = url.searchParams.get('options');
  url.searchParams.set('options', [...(given === null ? [] : [given]), '-c synchronous_commit=off'].join(' '));
  return url.href;
}

/** Asked before an application is made for it: most starts find a database that is in use. */
async function isEmpty(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query('select 1 from dyad limit 1')).rowCount === 0;
  } finally {
    await client.end();
  }
}
