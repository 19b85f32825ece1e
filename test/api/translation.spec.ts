import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TranslationQueue } from '../../server/modules/translation/translation-queue.service.js';
import { retranslation } from '../../shared/translation/retranslation.rules.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { bilingual, openThread, openTopic, translated, write, type TestTopic } from '../support/forum.js';

interface World {
  readonly test: TestApp;
  readonly dyad: TestDyad;
  readonly ana: TestMember;
  readonly boris: TestMember;
  readonly moderator: TestMember;
  readonly topic: TestTopic;
}

async function world(engines: string): Promise<World> {
  const test = await startApp({ TRANSLATION_ENGINES: engines });
  const dyad = await foundDyad(test, 'river');
  return {
    test,
    dyad,
    ana: await member(test, dyad, { side: 'a' }),
    boris: await member(test, dyad, { side: 'b' }),
    moderator: await bilingual(dyad, await member(test, dyad, { side: 'a', roles: ['moderator'] })),
    topic: await openTopic(test, dyad, 'water', 'post'),
  };
}

const translationsOf = async ({ ana, dyad }: World, post: string) =>
  (await ana.api.call('GET /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post } })).translations;

describe('translation with an engine', () => {
  let here: World;
  beforeAll(async () => {
    here = await world('pseudo');
  });
  afterAll(() => here.test.close());

  it('never holds a post up: it is live at once, and its translation comes after it, told to readers', async () => {
    const { test, dyad, ana, boris, topic } = here;
    const { thread } = await openThread(test, topic, ana);
    const { id, state } = await write(boris, dyad, thread, 'Реката не е чиста од 1992.');
    expect(state).toBe('live');
    await translated(test);
    const [view] = await translationsOf(here, id);
    expect(view).toMatchObject({ language: 'bg', engine: 'pseudo', via: null, by: null });
    expect(['machine', 'doubtful']).toContain(view?.status);
    const changes = await test.database.query(
      `select 1 from signal where kind = 'post.changed' and about->>'post' = $1`,
      [id],
    );
    expect(changes).toHaveLength(1);
    const page = await boris.api.call('GET /api/dyads/:dyad/threads/:thread', {
      params: { dyad: dyad.slug, thread },
      query: {},
    });
    expect(page.thread.title.translations).toMatchObject([{ language: 'mk' }]);
  });

  it('drops a result that comes after the text was revised or taken back', async () => {
    const { test, dyad, ana, boris, topic } = here;
    const { thread } = await openThread(test, topic, ana);
    const { id } = await write(boris, dyad, thread, 'Старо');
    await translated(test);
    const queue = test.app.get(TranslationQueue);
    const [row] = await test.database.query<{ owner: string }>(
      `select id as owner from post_revision where post_id = $1`,
      [id],
    );
    const late = {
      id: row?.owner ?? '',
      dyadId: dyad.id,
      ownerKind: 'post_revision' as const,
      owner: row?.owner ?? '',
      source: 'mk',
      target: 'bg',
      text: 'Старо',
      staysInside: false,
      attempts: 1,
    };
    await boris.api.call('PUT /api/dyads/:dyad/posts/:post', {
      params: { dyad: dyad.slug, post: id },
      body: { text: 'Ново', language: 'mk', revision: 1 },
    });
    const made = { text: 'ДОЦНА', engine: 'late', engineVersion: '1', via: null, doubts: [], unknownWords: [] };
    await queue.done([{ job: late, translated: { ...made, answers: [] } }]);
    test.clock.advance({ seconds: retranslation.afterEdit });
    await translated(test);
    expect(JSON.stringify(await translationsOf(here, id))).not.toContain('ДОЦНА');
    expect(JSON.stringify(await translationsOf(here, id))).toContain('Ново');
  });

  it('is stale from the moment of an edit, and stays before readers until the newest words are translated', async () => {
    const { test, dyad, ana, boris, topic } = here;
    const { thread } = await openThread(test, topic, ana);
    const { id } = await write(boris, dyad, thread, 'Мостот е стар.');
    await translated(test);
    const [before] = await translationsOf(here, id);
    const revise = (text: string, revision: number) =>
      boris.api.call('PUT /api/dyads/:dyad/posts/:post', {
        params: { dyad: dyad.slug, post: id },
        body: { text, language: 'mk', revision },
      });
    await revise('Мостот е нов.', 1);
    const kept = { id: before?.id, body: before?.body, stale: { revision: 1 } };
    expect(await translationsOf(here, id)).toMatchObject([kept, { status: 'pending', body: null, stale: null }]);
    await translated(test);
    expect(await translationsOf(here, id)).toMatchObject([kept, { status: 'pending' }]);
    await revise('Мостот е нов и широк.', 2);
    test.clock.advance({ seconds: retranslation.afterEdit });
    await translated(test);
    expect(await translationsOf(here, id)).toMatchObject([kept, { status: 'pending' }]);
    test.clock.advance({ seconds: retranslation.afterRepeatedEdits - retranslation.afterEdit });
    await translated(test);
    const now = await translationsOf(here, id);
    expect(now).toMatchObject([{ language: 'bg', stale: null }]);
    expect(JSON.stringify(now)).toContain('широк');
  });

  it("leaves a person's translation before readers when its text was edited, and offers the machine's beside it", async () => {
    const { test, dyad, ana, boris, moderator, topic } = here;
    const { thread } = await openThread(test, topic, ana);
    const { id } = await write(boris, dyad, thread, 'Патот е долг.');
    await translated(test);
    const given = await moderator.api.call('PUT /api/dyads/:dyad/posts/:post/translations/:language', {
      params: { dyad: dyad.slug, post: id, language: 'bg' },
      body: { text: 'Пътят е дълъг.', revision: 1 },
    });
    await boris.api.call('PUT /api/dyads/:dyad/posts/:post', {
      params: { dyad: dyad.slug, post: id },
      body: { text: 'Патот е краток.', language: 'mk', revision: 1 },
    });
    test.clock.advance({ seconds: retranslation.afterEdit });
    await translated(test);
    const [mine, machine, ...none] = await translationsOf(here, id);
    expect(mine).toMatchObject({ id: given.id, status: 'human', stale: { revision: 1 } });
    expect(machine).toMatchObject({ language: 'bg', engine: 'pseudo', stale: null });
    expect(none).toEqual([]);
  });

  it('goes with the words when they are taken back, stale ones too', async () => {
    const { test, dyad, ana, boris, topic } = here;
    const { thread } = await openThread(test, topic, ana);
    const { id } = await write(boris, dyad, thread, 'Старо чудо.');
    await translated(test);
    await boris.api.call('PUT /api/dyads/:dyad/posts/:post', {
      params: { dyad: dyad.slug, post: id },
      body: { text: 'Ново чудо.', language: 'mk', revision: 1 },
    });
    await boris.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post: id } });
    test.clock.advance({ seconds: retranslation.afterRepeatedEdits });
    await translated(test);
    expect(await translationsOf(here, id)).toEqual([]);
    const left = await test.database.query(
      `select t.id from translation t join post_revision r on r.id = t.owner_id where r.post_id = $1
       union all select j.id from translation_job j join post_revision r on r.id = j.owner_id where r.post_id = $1`,
      [id],
    );
    expect(left).toEqual([]);
  });

  it("puts what a person wrote in the place of the machine's, for good, and keeps the earlier one", async () => {
    const { test, dyad, ana, boris, moderator, topic } = here;
    const { thread } = await openThread(test, topic, ana);
    const { id } = await write(boris, dyad, thread, 'Добро утро');
    await translated(test);
    const at = { params: { dyad: dyad.slug, post: id, language: 'bg' }, body: { text: 'Добро **утро**', revision: 1 } };
    expect((await boris.api.try('PUT /api/dyads/:dyad/posts/:post/translations/:language', at)).status).toBe(403);
    expect((await test.visitor().try('PUT /api/dyads/:dyad/posts/:post/translations/:language', at)).status).toBe(401);
    const given = await moderator.api.call('PUT /api/dyads/:dyad/posts/:post/translations/:language', at);
    expect(given).toMatchObject({ status: 'human', engine: null, by: { pseudonym: null, side: 'a' } });
    const { waits, ...view } = given;
    expect(waits).toBe(false);
    expect(await translationsOf(here, id)).toEqual([view]);
    const kept = await test.database.query(
      `select 1 from translation t join post_revision r on r.id = t.owner_id
       where r.post_id = $1 and t.superseded_at is not null and t.engine = 'pseudo'`,
      [id],
    );
    expect(kept).toHaveLength(1);
    const asked = await boris.api.try('POST /api/dyads/:dyad/posts/:post/translation-requests', {
      params: { dyad: dyad.slug, post: id },
      body: { language: 'bg' },
    });
    expect(asked.problem.code).toBe('translation.not_needed');
    const outdated = await moderator.api.try('PUT /api/dyads/:dyad/posts/:post/translations/:language', {
      ...at,
      body: { text: 'x', revision: 2 },
    });
    expect(outdated.problem.code).toBe('post.revision_outdated');
    const own = await moderator.api.try('PUT /api/dyads/:dyad/posts/:post/translations/:language', {
      ...at,
      params: { ...at.params, language: 'mk' },
    });
    expect(own.problem.code).toBe('translation.not_needed');
  });

  it('is taken together by number and by characters, the longest text by itself', async () => {
    const { test, dyad } = here;
    const at = test.clock.in({ hours: 1 });
    for (const text of ['шест.1', 'шест.2', 'долга реченица', 'шест.3'])
      await test.database.query(
        `insert into translation_job (id, dyad_id, owner_kind, owner_id, source, target, text, next_at)
         values (gen_random_uuid(), $1, 'post_revision', gen_random_uuid(), 'mk', 'bg', $2, $3::timestamptz + $4 * interval '1 ms')`,
        [dyad.id, text, at, text.length],
      );
    const queue = test.app.get(TranslationQueue);
    test.clock.advance({ hours: 1, seconds: 1 });
    const taken: number[] = [];
    for (let share = 0; share < 3; share += 1)
      taken.push((await queue.take({ most: 2, characters: 8 })).reduce((sum, { text }) => sum + text.length, 0));
    await test.database.query('delete from translation_job');
    expect(taken).toEqual([12, 20, 0]);
  });

  it('tries again after failures, ever later, and then asks people', async () => {
    const { test, dyad, ana, boris, topic } = here;
    const { thread } = await openThread(test, topic, ana);
    const { id } = await write(boris, dyad, thread, 'Не оди');
    await translated(test);
    const [revision] = await test.database.query<{ owner: string }>(
      `select id as owner from post_revision where post_id = $1`,
      [id],
    );
    await test.database.query(
      `update translation set status = 'pending', body = null, engine = null where owner_id = $1`,
      [revision?.owner],
    );
    await test.database.query(
      `insert into translation_job (id, dyad_id, owner_kind, owner_id, source, target, text, next_at)
       values (gen_random_uuid(), $1, 'post_revision', $2, 'mk', 'bg', 'Не оди', $3)`,
      [dyad.id, revision?.owner, test.clock.in({ hours: 1 })],
    );
    const queue = test.app.get(TranslationQueue);
    const pauses: number[] = [];
    test.clock.advance({ hours: 1, seconds: 1 });
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      const [job] = await queue.take({ most: 1, characters: 1 });
      if (!job) throw new Error(`attempt ${attempt} found no job`);
      await queue.failed(job);
      const [row] = await test.database.query<{ next: Date }>(
        `select next_at as next from translation_job where id = $1`,
        [job.id],
      );
      if (!row) break;
      const seconds = (row.next.getTime() - test.clock.now().getTime()) / 1000;
      pauses.push(seconds);
      test.clock.advance({ seconds: Math.max(0, seconds) + 0.01 });
    }
    expect(pauses).toHaveLength(5);
    expect(pauses.toSorted((one, other) => one - other)).toEqual(pauses);
    expect(await translationsOf(here, id)).toMatchObject([{ status: 'unavailable', body: null }]);
  });
});

describe('translation without any engine', () => {
  let here: World;
  beforeAll(async () => {
    here = await world('libretranslate');
  });
  afterAll(() => here.test.close());

  it('shows the original, says that there is none, and lets readers ask people', async () => {
    const { test, dyad, ana, boris, moderator, topic } = here;
    const { thread } = await openThread(test, topic, ana);
    const { id } = await write(boris, dyad, thread, 'Реката тече.');
    await translated(test);
    expect(await translationsOf(here, id)).toMatchObject([{ language: 'bg', status: 'unavailable', body: null }]);
    const ask = { params: { dyad: dyad.slug, post: id }, body: { language: 'bg' } };
    expect((await test.visitor().try('POST /api/dyads/:dyad/posts/:post/translation-requests', ask)).status).toBe(401);
    expect(await ana.api.call('POST /api/dyads/:dyad/posts/:post/translation-requests', ask)).toMatchObject({
      status: 'asked',
    });
    expect(await boris.api.call('POST /api/dyads/:dyad/posts/:post/translation-requests', ask)).toMatchObject({
      status: 'asked',
    });
    await moderator.api.call('PUT /api/dyads/:dyad/posts/:post/translations/:language', {
      params: { dyad: dyad.slug, post: id, language: 'bg' },
      body: { text: 'Реката тече.', revision: 1 },
    });
    expect(await translationsOf(here, id)).toMatchObject([{ status: 'human' }]);
  });
});
