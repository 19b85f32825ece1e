// The built application opened inside this process, to be filled by the scripts that seed: no server listens.
import { join } from 'node:path';
import pg from 'pg';
import { AppModule } from '../../dist/server/app.module.js';
import { Enrolment } from '../../dist/server/modules/dyads/enrolment.port.js';
import { Founding } from '../../dist/server/modules/dyads/founding.port.js';
import { AccountRegistrar } from '../../dist/server/modules/identity/account-registrar.port.js';
import { readConfig } from '../../dist/server/platform/config/config.js';
import { startEmbeddedPostgres } from '../../dist/server/platform/database/embedded-postgres.js';
import { migrate } from '../../dist/server/platform/database/migrate.js';
import { UnitOfWork } from '../../dist/server/platform/database/unit-of-work.js';
import { serveClient } from '../../dist/server/platform/http/client-files.js';
import { createApp } from '../../dist/server/platform/http/create-app.js';
import { root } from '../../server/launch/steps.mjs';
import { tables } from '../../dist/server/tables.js';

const both = (text) => ({ bg: text, mk: text });

/**
 * Opens it on the database of the folder that the environment names.
 * @param more for example `background: false`: then nothing is done in the background before it is waited for
 * @returns it, and a way to close both
 */
export async function openApplication(more = {}) {
  const config = readConfig();
  const postgres = await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') });
  await migrate(postgres.url, tables);
  const app = await createApp(
    AppModule.with({ config, databaseUrl: postgres.url, schema: tables, requestLimits: false, ...more }),
    config,
  );
  await serveClient(app, join(root, 'dist', 'client'));
  await app.init();
  return {
    app,
    databaseUrl: postgres.url,
    run: (work) => app.get(UnitOfWork).run('all dyads', work),
    close: async () => {
      await app.close();
      await postgres.stop();
    },
  };
}

/** Founds the dyad `bench`. @returns its id */
export const foundDyad = ({ app, run }) =>
  run((tx) =>
    app.get(Founding).found(tx, {
      slug: 'bench',
      name: both('Мерење'),
      purpose: both('Мерење'),
      sides: { a: { label: both('А'), language: 'bg' }, b: { label: both('Б'), language: 'mk' } },
      charter: [{ number: 1, title: both('Слушаме'), body: both('Слушаме.') }],
      disclosures: [],
    }),
  );

/**
 * The same number of each side, all with the charter accepted and signed in; `name` tells groups apart.
 * @returns id, side and token of each
 */
export const enrol = ({ app, run }, dyadId, { people, roles, name = 'reader', sides = ['b', 'a'] }) =>
  run(async (tx) => {
    const made = [];
    for (let number = 0; number < people; number += 1)
      made.push(await member(app, tx, { dyadId, name, number, roles, side: sides[number % sides.length] }));
    return made;
  });

async function member(app, tx, { dyadId, name, number, roles, side }) {
  const registrar = app.get(AccountRegistrar);
  const login = `${name}${number}`;
  const accountId = await registrar.register(tx, { login, passwordHash: null, language: 'mk' });
  const { id } = await app.get(Enrolment).enrol(tx, {
    dyadId,
    accountId,
    pseudonym: `${name} ${number}`,
    side,
    roles,
    writesIn: 'mk',
    acceptedCharterVersion: 1,
  });
  // A second factor is asked of moderators only.
  const { token } = await registrar.openSession(tx, accountId, roles.includes('moderator'));
  return { id, side, token };
}

/** What autovacuum does with much that was written in some seconds, so that it does not in the middle of what is measured. */
export async function vacuum(url) {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.end();
}
