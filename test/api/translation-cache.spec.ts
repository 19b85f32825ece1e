import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { cacheKey, type CacheTerms } from '../../server/modules/translation/cache/cache-key.js';
import type { TranslationView } from '../../shared/translation/translation.schema.js';
import type { Job } from '../../server/modules/translation/translation-job.repository.js';
import { TranslationQueue } from '../../server/modules/translation/translation-queue.service.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, translated, write } from '../support/forum.js';
import { deskOf, moderatorsOf, removedPost } from '../support/moderation.js';

let test: TestApp;
let dyad: TestDyad;
let author: TestMember;
let thread: string;
let count = 0;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  dyad = await foundDyad(test, `cache-${(count += 1)}`);
  ({ author, thread } = await begun(dyad));
});

async function begun(where: TestDyad): Promise<{ author: TestMember; thread: string }> {
  const who = await member(test, where, { side: 'b' });
  const opened = await openThread(test, await openTopic(test, where, 'water', 'post'), who);
  await translated(test);
  return { author: who, thread: opened.thread };
}

/** A new post, and how many characters the engine got for it. */
async function says(text: string, where = { dyad, author, thread }): Promise<{ id: string; sent: number }> {
  const before = await spent(where.dyad);
  const { id } = await write(where.author, where.dyad, where.thread, text);
  await translated(test);
  return { id, sent: (await spent(where.dyad)) - before };
}

async function spent({ id }: TestDyad): Promise<number> {
  const [row] = await test.database.query<{ characters: number }>(
    `select coalesce(sum(characters), 0)::int as characters from translation_usage where dyad_id = $1`,
    [id],
  );
  return row?.characters ?? 0;
}

/** What is in the cache of posts in Macedonian, as the engine said it. */
async function cached(post: string): Promise<string[]> {
  const rows = await test.database.query<{ said: string }>(
    `select c.said from translation_cache c join translation t on t.id = c.translation_id
     join post_revision r on r.id = t.owner_id where r.post_id = $1 order by c.said`,
    [post],
  );
  return rows.map(({ said }) => said);
}

async function inBulgarian(post: string): Promise<TranslationView | undefined> {
  const view = await author.api.call('GET /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post } });
  return view.translations.find(({ language }) => language === 'bg');
}

const river = 'Реката е чиста.';

it('sends a passage once, whatever the numbers and names in it are and whatever stands around it', async () => {
  const first = await says(`${river}\n\nОд 1992 година.`);
  expect(first.sent).toBeGreaterThan(river.length);
  expect(await cached(first.id)).toEqual([
    expect.stringMatching(/^⟦bg .* Од <x id="1"\/> година\.⟧$/),
    expect.stringMatching(/^⟦bg .* Реката е чиста\.⟧$/),
  ]);
  const again = await says(`> Од **2003** година.\n\n# ${river}`);
  expect(again.sent).toBe(0);
  expect(await inBulgarian(again.id)).toMatchObject({ status: 'machine', engine: 'pseudo' });
  expect(await cached(again.id)).toEqual([]);
  const part = await says(`${river}\n\nМостот е нов.`);
  expect(part.sent).toBe('Мостот е нов.'.length);
  const twice = await says('Патот е долг.\n\nПатот е долг.');
  expect(twice.sent).toBe('Патот е долг.'.length);
});

it('is of one dyad: another that says the same asks the engine itself', async () => {
  const { sent } = await says(river);
  const other = await foundDyad(test, `cache-${(count += 1)}`);
  expect((await says(river, { dyad: other, ...(await begun(other)) })).sent).toBe(sent);
});

it('keeps nothing of a translation that a check doubts', async () => {
  const doubted = await says('Only Latin letters are in these words');
  expect(await inBulgarian(doubted.id)).toMatchObject({ status: 'doubtful' });
  expect(await cached(doubted.id)).toEqual([]);
  expect((await says('Only Latin letters are in these words')).sent).toBe(doubted.sent);
});

it('forgets the words of a post with the post, and its own only', async () => {
  const gone = await says(river);
  const stays = await says('Мостот е нов.');
  await author.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post: gone.id } });
  const left = await test.database.query<{ said: string }>(
    `select said from translation_cache where dyad_id = $1 and said ~ '^⟦bg.*чиста'`,
    [dyad.id],
  );
  expect(left).toEqual([]);
  expect(await cached(stays.id)).toHaveLength(1);
  expect((await says(river)).sent).toBe(gone.sent);
});

it('forgets the words of a post that moderators remove, and uses none of a translation that they withhold', async () => {
  const [ofA, ofB] = await moderatorsOf(test, dyad, ['a', 'b']);
  const held = await says('Мостот е нов.');
  await deskOf(dyad).hold(ofA, held.id);
  expect(await cached(held.id)).toEqual([]);
  const removed = await says(river);
  expect(await cached(removed.id)).toHaveLength(1);
  await removedPost(test, dyad, { of: ofA, and: ofB }, removed.id);
  expect(await cached(removed.id)).toEqual([]);
  const withheld = await says(river);
  expect(withheld.sent).toBe(removed.sent);
  await test.database.query(
    `update translation set withheld = 'held' from post_revision r where r.id = owner_id and r.post_id = $1`,
    [withheld.id],
  );
  expect((await says(river)).sent).toBe(removed.sent);
});

it('takes in what comes of a job, and nothing when the text was taken back while the engine was at it', async () => {
  const { id } = await says(river);
  const [revision] = await test.database.query<{ owner: string }>(
    `select id as owner from post_revision where post_id = $1`,
    [id],
  );
  const owner = revision?.owner ?? '';
  await test.database.query(`delete from translation_cache where dyad_id = $1`, [dyad.id]);
  await test.database.query(
    `update translation set status = 'pending', body = null, engine = null, engine_version = null where owner_id = $1`,
    [owner],
  );
  const job: Job = {
    id: randomUUID(),
    dyadId: dyad.id,
    ownerKind: 'post_revision',
    owner,
    source: 'mk',
    target: 'bg',
    text: river,
    staysInside: false,
    attempts: 1,
  };
  const answers = [{ key: 'ab'.repeat(32), said: river, unknownWords: [] }];
  const translated = { text: river, engine: 'pseudo', engineVersion: '1', via: null, doubts: [], unknownWords: [] };
  const done = (): Promise<void> =>
    test.app.get(TranslationQueue).done([{ job, translated: { ...translated, answers } }]);
  await done();
  expect(await cached(id)).toEqual([]);
  await test.database.query(
    `insert into translation_job (id, dyad_id, owner_kind, owner_id, source, target, text, attempts, next_at)
     values ($1, $2, 'post_revision', $3, 'mk', 'bg', $4, 1, $5)`,
    [job.id, dyad.id, owner, river, test.clock.in({ hours: 1 })],
  );
  await done();
  expect(await cached(id)).toEqual([river]);
});

it('has another key for other words, languages, engines, versions and glossaries, and the same for any composition', () => {
  const terms: CacheTerms = { source: 'mk', target: 'bg', engine: 'apertium', engineVersion: '1', glossary: 0 };
  const keys = [
    cacheKey(terms, 'Ѝ'),
    cacheKey(terms, 'И'),
    cacheKey({ ...terms, source: 'sr' }, 'Ѝ'),
    cacheKey({ ...terms, target: 'mk' }, 'Ѝ'),
    cacheKey({ ...terms, engine: 'deepl' }, 'Ѝ'),
    cacheKey({ ...terms, engineVersion: '2' }, 'Ѝ'),
    cacheKey({ ...terms, glossary: 1 }, 'Ѝ'),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(cacheKey(terms, 'И\u0300')).toBe(keys[0]);
});
