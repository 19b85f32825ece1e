import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sided } from '../../shared/moderation/fairness/sided.js';
import { statisticsPeriods } from '../../shared/translation/statistics/translation-statistics.rules.js';
import { translationStatisticsView } from '../../shared/translation/statistics/translation-statistics.schema.js';
import { foundDyad, member, signInAgain, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { bilingual, openThread, openTopic, translated, write } from '../support/forum.js';
import { raw } from '../support/raw.js';

let test: TestApp;
let river: TestDyad;
let valley: TestDyad;
let month: string;
let authors: Sided<TestMember[]>;
let translators: Sided<TestMember>;

/** What the query of this test counts of a direction. */
interface CountedRow {
  readonly from: string;
  readonly texts: number;
  readonly human: number;
  readonly machine: number;
  readonly reviewed: number;
  readonly disputed: number;
  readonly seconds: number[];
}

const languageOf = { a: 'bg', b: 'mk' } as const;

beforeAll(async () => {
  test = await startApp();
  river = await foundDyad(test, 'river');
  valley = await foundDyad(test, 'valley');
  beginMonth();
  authors = { a: await some('a'), b: await some('b') };
  translators = {
    a: await bilingual(river, await member(test, river, { side: 'a' })),
    b: await bilingual(river, await member(test, river, { side: 'b' })),
  };
  month = test.clock.now().toISOString().slice(0, 7);
  await talk();
  beginMonth();
}, 120_000);
afterAll(() => test.close());

const some = (side: 'a' | 'b') => Promise.all(Array.from({ length: 6 }, () => member(test, river, { side })));

/** Goes on to shortly after the beginning of the next month. */
function beginMonth(): void {
  const now = test.clock.now();
  const next = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
  test.clock.advance({ seconds: Math.ceil((next - now.getTime()) / 1000) + 60 });
}

/**
 * A month in which each side writes 24 texts, an engine translates all of them at once, and people of the other side
 * half of them; of these every text has a reviewer of the author's side and a dispute.
 */
async function talk(): Promise<void> {
  const topic = await openTopic(test, river, 'water', 'post');
  const { thread } = await openThread(test, topic, authors.a[0] ?? translators.a);
  const waiting = await openThread(test, await openTopic(test, river, 'schools', 'pre'), authors.b[0] ?? translators.b);
  const posts: { own: 'a' | 'b'; id: string; at: number }[] = [];
  for (let at = 0; at < 24; at += 1)
    for (const own of ['a', 'b'] as const) {
      const author = authors[own][at % 6] ?? translators[own];
      posts.push({ own, at, id: (await write(author, river, thread, `Реката расте ${at}.`)).id });
      // Nobody reads these yet.
      if (at === 0) await write(author, river, waiting.thread, 'Училиштето е далеку.');
    }
  await translated(test);
  for (const { own, id, at } of posts) if (at % 4 < 2) await workOn(own, id, at);
}

async function workOn(own: 'a' | 'b', post: string, at: number): Promise<void> {
  const [other, language] = own === 'a' ? (['b', 'mk'] as const) : (['a', 'bg'] as const);
  const params = { dyad: river.slug, post, language };
  const { id: translation } = await translators[other].api.call(
    'PUT /api/dyads/:dyad/posts/:post/translations/:language',
    {
      params,
      body: { text: `Водата расте ${at}.`, revision: 1 },
    },
  );
  const work = `POST /api/dyads/:dyad/posts/:post/translations/:language` as const;
  await translators[own].api.call(`${work}/reviews`, { params, body: { translation } });
  const reader = authors[other][at % 6] ?? translators[other];
  await reader.api.call(`${work}/disputes`, { params, body: { translation, kind: 'name', words: 'Не е така.' } });
}

const read = ({ slug }: TestDyad, query: { month?: string } = {}) =>
  test.visitor().call('GET /api/dyads/:dyad/translation-statistics', { params: { dyad: slug }, query });

/** The directions between the sides in the month of the test. */
async function directions() {
  const { statistics } = await read(river, { month });
  const pair = statistics?.pairs.find(({ between }) => between === 'sides');
  if (!pair) throw new Error('There are no statistics of the month');
  return pair.directions;
}

describe('the statistics of translation', () => {
  it('are read by anybody, and count what a query over the tables counts', async () => {
    const found = await directions();
    // Written without any of the code that makes the statistics.
    const rows = await test.database.query<CountedRow>(
      `select r.language as "from", t.target as "to", count(*)::int as texts,
         count(*) filter (where t.status = 'human')::int as human,
         count(*) filter (where t.status = 'machine')::int as machine,
         count(*) filter (where 2 = (select count(distinct side) from translation_stance s where s.translation_id = t.id))::int
           as reviewed,
         count(*) filter (where exists (select from translation_dispute d where d.owner_id = r.id))::int as disputed,
         percentile_disc(array[0.5, 0.9]) within group (order by extract(epoch from (
           select min(made_at) - p.published_at from translation first where first.owner_id = r.id and first.target = t.target))::float)
           as seconds
       from post p join post_revision r on r.post_id = p.id join thread th on th.id = p.thread_id
       join topic on topic.id = th.topic_id
       join translation t on t.owner_id = r.id and t.superseded_at is null and t.target in ('bg', 'mk')
       where p.dyad_id = $1 and p.state = 'live' and to_char(p.published_at at time zone 'UTC', 'YYYY-MM') = $2
       group by 1, 2`,
      [river.id, month],
    );
    expect(rows).toHaveLength(2);
    for (const own of ['a', 'b'] as const) {
      const { from, to, month: figures, all } = found[own];
      const row = rows.find((one) => one.from === languageOf[own]);
      if (!row) throw new Error('The query counts nothing of a side');
      const { texts, human, machine, reviewed, disputed } = row;
      expect([from, to]).toEqual([languageOf[own], languageOf[own === 'a' ? 'b' : 'a']]);
      expect(figures.counts).toMatchObject({ texts, translated: texts, human, machine, reviewed, disputed, stale: 0 });
      expect([human, reviewed, disputed]).toEqual([12, 12, 12]);
      const [median, p90] = row.seconds;
      expect(figures.time?.medianSeconds).toBeCloseTo(median ?? Number.NaN, 1);
      expect(figures.time?.p90Seconds).toBeCloseTo(p90 ?? Number.NaN, 1);
      expect(figures.engines).toEqual([{ engine: 'pseudo', via: null, texts: machine }]);
      expect(all.counts).toEqual(figures.counts);
    }
  });

  it('say of texts that are served alike nothing else than that there are few', async () => {
    const { statistics } = await read(river, { month });
    expect(statistics?.comparisons.map(({ worse }) => worse)).toEqual([null, null, null, null]);
  });

  it('do not count what is taken back, nor what stands where not every member reads', async () => {
    const before = await directions();
    const [room] = await test.database.query<{ id: string }>(
      `select id from topic where dyad_id = $1 and slug = 'water'`,
      [river.id],
    );
    const place = (kind: string | null) =>
      test.database.query(`update topic set place_kind = $2, place_id = $3 where id = $1`, [
        room?.id,
        kind,
        kind && randomUUID(),
      ]);
    await place('statement_clause');
    test.clock.advance({ hours: 1 });
    const hidden = await directions();
    expect(hidden.a.all.counts.texts).toBeNull();
    await place(null);
    const [post] = await test.database.query<{ id: string; author: string }>(
      `select id, author_id as author from post where dyad_id = $1 and author_side = 'b' and published_at is not null
         and thread_id in (select id from thread where topic_id = $2) order by published_at desc limit 1`,
      [river.id, room?.id],
    );
    const author = authors.b.find(({ id }) => id === post?.author);
    if (!author) throw new Error('Nobody of the test wrote that post');
    await signInAgain(test, author);
    await author.api.call('DELETE /api/dyads/:dyad/posts/:post', {
      params: { dyad: river.slug, post: post?.id ?? '' },
    });
    test.clock.advance({ hours: 1 });
    const { b } = await directions();
    expect(b.all.counts.texts).toBe((before.b.all.counts.texts ?? 0) - 1);
  });

  it('are there as data and as a table', async () => {
    const path = (ending: string) => `/api/dyads/river/translation-statistics.${ending}?month=${month}`;
    const json = await raw(test.url, path('json'));
    const data = translationStatisticsView.parse(JSON.parse(json.body));
    expect(data.license).toBe('CC0-1.0');
    const { body } = await raw(test.url, path('csv'));
    const { a } = await directions();
    for (const period of statisticsPeriods) {
      expect(body).toContain(`texts,bg,mk,${period},,,,,,${a[period].counts.texts}\r\n`);
    }
  });

  it('are of months that are over, and of no other dyad', async () => {
    const running = test.clock.now().toISOString().slice(0, 7);
    const answer = await test.visitor().try('GET /api/dyads/:dyad/translation-statistics', {
      params: { dyad: 'river' },
      query: { month: running },
    });
    expect(answer.problem.code).toBe('request.not_found');
    expect(await read(valley)).toEqual({ months: [], statistics: null });
    const file = await test.visitor().send('GET /api/dyads/:dyad/translation-statistics.csv', {
      params: { dyad: 'valley' },
      query: {},
    });
    expect(file.status).toBe(404);
  });
});
