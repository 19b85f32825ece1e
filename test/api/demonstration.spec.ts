import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '../../server/demo/load-demonstration.js';
import { demoPassword } from '../../server/demo/demo-people.js';
import { readConfig } from '../../server/platform/config/config.js';
import { projectRoot } from '../../server/platform/config/project-root.js';
import { startApp, testSecret, type TestApp } from '../support/app.js';
import { createDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let app: TestApp;
beforeAll(async () => {
  database = await createDatabase();
  const config = readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    ENTENTE_SECRET: testSecret,
    TRANSLATION_ENGINES: 'pseudo',
  });
  expect(await loadDemonstration(config, database.url, () => undefined)).toBe(true);
  expect(await loadDemonstration(config, database.url, () => undefined)).toBe(false);
  app = await startApp({}, database);
}, 60_000);
afterAll(async () => {
  await app?.close();
  await database.drop();
});

const slugs = readdirSync(join(projectRoot, 'server', 'demo', 'content'));

describe.each(slugs)('the demonstration dyad %s', (slug) => {
  it('lets its people sign in and read topics with threads and translated posts, some days old', async () => {
    const dyad = { params: { dyad: slug } };
    const [member] = await database.query<{ login: string }>(
      `select a.login from account a join member m on m.account_id = a.id join dyad d on d.id = m.dyad_id
       where d.slug = $1 and m.roles = '{citizen}' and m.side = 'a' order by a.login limit 1`,
      [slug],
    );
    const api = app.visitor();
    await api.call('POST /api/session', { body: { login: member?.login ?? '', password: demoPassword } });
    const { topics } = await api.call('GET /api/dyads/:dyad/topics', dyad);
    expect(topics.length).toBeGreaterThanOrEqual(5);
    const found = topics.filter((topic) => topic.threads > 0);
    expect(found.length).toBeGreaterThanOrEqual(4);
    const page = await api.call('GET /api/dyads/:dyad/topics/:topic', {
      params: { dyad: slug, topic: found[0]?.slug ?? '' },
    });
    const thread = await api.call('GET /api/dyads/:dyad/threads/:thread', {
      params: { dyad: slug, thread: page.threads[0]?.id ?? '' },
    });
    expect(thread.posts.length).toBeGreaterThan(2);
    expect(thread.posts.some((post) => post.translations.some(({ status }) => status === 'human'))).toBe(true);
    const age = Date.now() - new Date(thread.posts[0]?.publishedAt ?? Date.now()).getTime();
    expect(age).toBeGreaterThan(24 * 3_600_000);
  });
});
