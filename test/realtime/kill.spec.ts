import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { openThread, openTopic } from '../support/forum.js';
import { isBuilt, startServerProcess, type ServerProcess } from '../support/server-process.js';

const kills = 4;
const authors = 6;

let database: TestDatabase;
let dyad: TestDyad;
let thread: string;
let people: TestMember[];

beforeAll(async () => {
  database = await createDatabase();
  const app = await startApp({}, database);
  dyad = await foundDyad(app);
  people = await Promise.all(
    Array.from({ length: authors }, (_, at) => member(app, dyad, { side: at % 2 ? 'a' : 'b' })),
  );
  const topic = await openTopic(app, dyad, 'bridge', 'post');
  const [first] = people;
  if (first) ({ thread } = await openThread(app, topic, first));
  await app.close();
});
afterAll(() => database.drop());

/** What one author sent, and whether the server said that it has it. */
interface Sent {
  readonly text: string;
  readonly key: string;
  readonly author: TestMember;
  acknowledged: boolean;
}

async function send(server: ServerProcess, sent: Sent): Promise<void> {
  const api = new Api(server.url);
  api.cookie = sent.author.api.cookie;
  const body = { text: sent.text, language: 'bg' };
  const reply = await api
    .try(
      'POST /api/dyads/:dyad/threads/:thread/posts',
      { params: { dyad: dyad.slug, thread }, body },
      { key: sent.key },
    )
    .catch(() => undefined);
  if (reply?.status === 201) sent.acknowledged = true;
}

describe.skipIf(!isBuilt)('a server that is killed', () => {
  it('REL-01: loses nothing it acknowledged, and REL-02: has once what was sent again', async () => {
    const history: Sent[] = [];
    for (let round = 0; round < kills; round += 1) {
      const server = await startServerProcess({ DATABASE_URL: database.url });
      let running = true;
      const writers = people.map(async (author) => {
        while (running) {
          const sent: Sent = { text: `Дума ${randomUUID()}`, key: randomUUID(), author, acknowledged: false };
          history.push(sent);
          await send(server, sent);
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 700));
      await server.kill('SIGKILL');
      running = false;
      await Promise.all(writers);
    }
    const server = await startServerProcess({ DATABASE_URL: database.url });
    const unsure = history.filter(({ acknowledged }) => !acknowledged);
    await Promise.all(unsure.map((sent) => send(server, sent)));
    expect(history.filter(({ acknowledged }) => !acknowledged)).toEqual([]);
    const rows = await database.query<{ source: string }>('select source from post_text');
    const stored = rows.map(({ source }) => source).filter((source) => source.startsWith('Дума'));
    expect(stored.toSorted()).toEqual(history.map(({ text }) => text).toSorted());
    expect(history.length).toBeGreaterThan(kills * authors);

    const [told] = await database.query<{ newest: number; counted: number }>(
      `select max(seq)::int as newest, count(*)::int as counted from signal where stream like 'topic:%'`,
    );
    expect(told?.newest).toBe(told?.counted);
    await server.kill('SIGTERM');
  }, 120_000);
});
