import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../server/platform/config/project-root.js';
import { testSecret } from './support/app.js';
import { createEmptyDatabase, type TestDatabase } from './support/database.js';
import { freePort, isBuilt } from './support/server-process.js';

describe.skipIf(!isBuilt)('a database that knows Latin letters only', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createEmptyDatabase(`template template0 encoding 'UTF8' locale_provider libc locale 'C'`);
  });
  afterAll(() => database.drop());

  it('finds nothing in Cyrillic, and says nothing about that', async () => {
    await database.query('create extension pg_trgm');
    expect(await database.query(`select show_trgm('мир') as cyrillic, similarity('река', 'река') as same`)).toEqual([
      { cyrillic: [], same: 0 },
    ]);
  });

  it('TRAP-12: keeps the server from starting, which says why and ends', async () => {
    const server = spawn(process.execPath, [join(projectRoot, 'dist', 'server', 'main.js')], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        LOG_LEVEL: 'silent',
        ENTENTE_SECRET: testSecret,
        DEMO: 'off',
        PORT: String(await freePort()),
        DATABASE_URL: database.url,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    server.stderr.on('data', (part: Buffer) => (said += part.toString()));
    const [code] = await once(server, 'close');
    expect(code).toBe(1);
    expect(said).toBe(
      'Entente cannot start:\n' +
        'The database of DATABASE_URL knows only Latin letters (LC_CTYPE C): create it with LC_CTYPE C.UTF-8, or its searches find nothing.\n',
    );
  });
});
