import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { openThread, openTopic } from '../support/forum.js';
import { connect, pause, until } from '../support/live.js';
import { isBuilt, startServerProcess, type ServerProcess } from '../support/server-process.js';

/** As many as a suite has time for; `ENTENTE_KILLS=100` takes some minutes and is measured in docs/assurance.md. */
const kills = Number(process.env['ENTENTE_KILLS'] ?? 20);
const authors = 12;

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

/** What one author sent, and what the server said: that it has it, that it will not take it, or nothing. */
interface Sent {
  readonly text: string;
  readonly key: string;
  readonly author: TestMember;
  outcome: 'acknowledged' | 'refused' | 'unsure';
  again: boolean;
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
  if (reply?.status === 201) sent.outcome = 'acknowledged';
  // Too fast is said before anything is done; what was sent before and may be there stays unsure.
  else if (reply?.status === 429 && !sent.again) sent.outcome = 'refused';
  sent.again = true;
}

const post = (author: TestMember): Sent => ({
  text: `Дума ${randomUUID()}`,
  key: randomUUID(),
  author,
  outcome: 'unsure',
  again: false,
});

/** Writes as fast as a server takes it, until it is gone; what was unsure is sent again first, as a client would. */
async function writeUntilGone(server: ServerProcess, author: TestMember, history: Sent[]): Promise<void> {
  const unsure = history.filter((sent) => sent.author === author && sent.outcome === 'unsure');
  for (const sent of unsure) await send(server, sent);
  for (let last: Sent | undefined; last?.outcome !== 'unsure' && last?.outcome !== 'refused';) {
    last = post(author);
    history.push(last);
    await send(server, last);
  }
}

describe.skipIf(!isBuilt)('a server that is killed', () => {
  it(
    'REL-01: loses nothing it acknowledged, and REL-02: has once what was sent again',
    async () => {
      const history: Sent[] = [];
      const count = (wanted: Sent['outcome']): number => history.filter(({ outcome }) => outcome === wanted).length;
      for (let round = 0; round < kills; round += 1) {
        const server = await startServerProcess({ DATABASE_URL: database.url });
        const writers = people.map((author) => writeUntilGone(server, author, history));
        // In the middle of things: some of this round were taken, others are on their way.
        const before = count('acknowledged');
        await until(() => count('acknowledged') >= before + authors, 60_000);
        await pause(Math.random() * 300);
        await server.kill('SIGKILL');
        await Promise.all(writers);
      }
      const unsure = (): Sent[] => history.filter(({ outcome }) => outcome === 'unsure');
      const killed = unsure().length;
      const server = await startServerProcess({ DATABASE_URL: database.url });
      await until(async () => {
        await Promise.all(unsure().map((sent) => send(server, sent)));
        return unsure().length === 0;
      }, 90_000);
      const rows = await database.query<{ source: string }>('select source from post_text');
      const stored = rows.map(({ source }) => source).filter((source) => source.startsWith('Дума'));
      const taken = history.filter(({ outcome }) => outcome === 'acknowledged');
      expect(stored.toSorted()).toEqual(taken.map(({ text }) => text).toSorted());
      expect(taken.length).toBeGreaterThanOrEqual(kills * authors);

      const [told] = await database.query<{ newest: number; counted: number }>(
        `select max(seq)::int as newest, count(*)::int as counted from signal where stream like 'topic:%'`,
      );
      expect(told?.newest).toBe(told?.counted);
      await server.kill('SIGTERM');
      process.stdout.write(`${kills} kills, ${taken.length} posts taken, ${killed} unsure at the last kill\n`);
    },
    120_000 + kills * 30_000,
  );

  it('REL-05: tells after its return, once, what it had committed and not told', async () => {
    const [author, reader] = people;
    if (!author || !reader) throw new Error('nobody');
    // The relay may not lock what it would tell, so that the process dies between commit and telling.
    const relayMay = (may: boolean) =>
      database.query(may ? 'grant update on signal to entente_app' : 'revoke update on signal from entente_app');
    await relayMay(false);
    const first = await startServerProcess({ DATABASE_URL: database.url });
    const sent = post(author);
    await send(first, sent);
    expect(sent.outcome).toBe('acknowledged');
    await first.kill('SIGKILL');

    const second = await startServerProcess({ DATABASE_URL: database.url });
    // A server that was stopped before may have left something to tell as well.
    const untold = await database.query<{ stream: string; post: string }>(
      `select s.stream, r.post_id as post
       from post_text t join post_revision r on r.id = t.revision_id join signal s on s.about->>'post' = r.post_id::text
       where t.source = $1 and s.told_at is null and s.kind = 'post.published'`,
      [sent.text],
    );
    expect(untold).toHaveLength(1);
    const [{ stream, post: id } = { stream: '', post: '' }] = untold;
    const api = new Api(second.url);
    api.cookie = reader.api.cookie;
    const live = await connect(second, { api });
    expect((await live.follow(dyad.slug, stream)).failure).toBeUndefined();
    await relayMay(true);
    const about = (one: { about: Record<string, unknown>; kind: string }): boolean =>
      one.about['post'] === id && one.kind === 'post.published';
    await until(() => live.signals.some(about));
    await until(async () => (await database.query(`select 1 from signal where told_at is null`)).length === 0);
    await pause(200);
    expect(live.signals.filter(about)).toHaveLength(1);
    live.close();
    await second.kill('SIGTERM');
  }, 60_000);
});
