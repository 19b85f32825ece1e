import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EventLedger } from '../../server/modules/moderation/event-ledger.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { smallestCell } from '../../shared/moderation/fairness/fairness.rules.js';
import { loadDemonstration } from '../../server/demo/load-demonstration.js';
import { demoPassword } from '../../server/demo/demo-people.js';
import { readConfig } from '../../server/platform/config/config.js';
import { projectRoot } from '../../server/platform/config/project-root.js';
import { startApp, testSecret, type TestApp } from '../support/app.js';
import { translated } from '../support/forum.js';
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
}, 120_000);
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

  it('has a history of moderation that the log of events proves, to the last item', async () => {
    const [dyad] = await database.query<{ id: string }>('select id from dyad where slug = $1', [slug]);
    const ledger = app.app.get(EventLedger);
    const dyadId = dyad?.id ?? '';
    const unitOfWork = app.app.get(UnitOfWork);
    const verified = await unitOfWork.run({ dyadId }, (tx) => ledger.verify(tx, dyadId));
    expect(verified.fault).toBeNull();
    expect(verified.events).toBeGreaterThan(200);
    expect(await unitOfWork.run({ dyadId }, (tx) => ledger.rebuild(tx, dyadId))).toEqual(verified);
    const early = await database.query(
      `select from moderation_event e join moderation_event before on before.dyad_id = e.dyad_id and before.seq = e.seq - 1
       where e.dyad_id = $1 and e.at < before.at`,
      [dyadId],
    );
    expect(early).toEqual([]);
  });

  it('has commitments of each side and of both, one contested and assessed, one whose day passed in silence', async () => {
    const params = { dyad: slug };
    const { commitments } = await app.visitor().call('GET /api/dyads/:dyad/commitments', { params, query: {} });
    expect(commitments.map(({ promisor }) => promisor).toSorted()).toEqual(['a', 'b', 'joint']);
    expect(commitments.filter(({ overdue }) => overdue)).toHaveLength(1);
    const [contested] = commitments.filter((one) => one.contested);
    expect(contested?.progress).toMatchObject({
      promisor: { n: 1 },
      otherSide: { share: 0, n: 1 },
      evaluators: { n: 1 },
    });
    const { overdue } = await app.visitor().call('GET /api/dyads/:dyad/due-milestones', { params });
    expect(overdue).toMatchObject([{ number: 1, missed: true }]);
  });

  it('tells on its public pages how the sides were treated last month, and what moderators did', async () => {
    const visitor = app.visitor();
    const params = { dyad: slug };
    const { report } = await visitor.call('GET /api/dyads/:dyad/fairness', { params, query: {} });
    for (const own of ['a', 'b'] as const) {
      const { items = 0, restricted = 0 } = report?.decided?.[own] ?? {};
      expect(restricted).toBeGreaterThanOrEqual(smallestCell.items);
      expect(items - (restricted ?? 0)).toBeGreaterThanOrEqual(smallestCell.items);
    }
    expect(report?.mainEffect?.pValue).toBeGreaterThan(0.2);
    expect(report?.time?.wait.a.medianSeconds).toBeGreaterThan(600);
    expect(report?.alarm.raisedIn).toBeNull();
    const { report: told } = await visitor.call('GET /api/dyads/:dyad/transparency', { params, query: {} });
    expect(told?.decisions.total).toBeGreaterThan(40);
    const { entries } = await visitor.call('GET /api/dyads/:dyad/record', { params, query: { limit: 100 } });
    const digests = entries.filter(({ kind }) => kind === 'moderation.digest');
    expect(digests.length).toBeGreaterThan(20);
    // Each was published on the day after the one it tells of.
    const late = digests.filter(
      ({ on, about }) => Date.parse(on) - Date.parse(z.string().parse(about['day'])) > 2 * 86_400_000,
    );
    expect(late).toEqual([]);
  });

  it('tells on its public page of methods how translations reach readers of both sides', async () => {
    await translated(app);
    const { statistics } = await app
      .visitor()
      .call('GET /api/dyads/:dyad/translation-statistics', { params: { dyad: slug }, query: {} });
    const directions = statistics?.pairs.find(({ between }) => between === 'sides')?.directions;
    for (const own of ['a', 'b'] as const) {
      const { counts, time } = directions?.[own].all ?? {};
      expect(counts?.texts).toBeGreaterThanOrEqual(smallestCell.items);
      expect(counts?.translated).toBe(counts?.texts);
      expect(time?.medianSeconds).toBeGreaterThan(0);
    }
    expect(statistics?.comparisons.map(({ worse }) => worse)).toEqual([null, null, null, null]);
  });

  it('has told members of decisions and reports: a warning to acknowledge, appeals that changed something and did not', async () => {
    const counted = async (sql: string) =>
      (await database.query<{ what: string }>(sql, [slug])).map(({ what }) => what);
    const ofDyad = 'join dyad d on d.id = x.dyad_id where d.slug = $1';
    expect(await counted(`select x.state as what from moderation_appeal x ${ofDyad} order by 1`)).toEqual([
      'upheld',
      'varied',
    ]);
    const warnings = `select side as what from moderation_sanction x join member m on m.id = x.member_id ${ofDyad}
      and x.kind = 'warning' and x.acknowledged_at is null order by 1`;
    expect(await counted(warnings)).toEqual(['a', 'b']);
    const outcomes = await counted(
      `select distinct x.outcome as what from moderation_report x ${ofDyad} and x.outcome is not null`,
    );
    expect(outcomes.toSorted()).toEqual(['no_breach', 'redacted', 'removed']);
    expect(await counted(`select x.type as what from moderation_event x ${ofDyad} and x.type = 'expire'`)).toEqual([
      'expire',
    ]);
    expect(await counted(`select distinct x.language as what from wordlist x ${ofDyad}`)).toHaveLength(2);
  });

  it('has on its desk today something of every kind', async () => {
    const rows = await database.query<{ state: string; count: number }>(
      `select i.state, count(*)::int as count from moderation_item i join dyad d on d.id = i.dyad_id where d.slug = $1 group by 1`,
      [slug],
    );
    const queues = new Map(rows.map(({ state, count }) => [state, count]));
    expect(queues.get('pending')).toBe(4);
    expect(queues.get('in_review')).toBeGreaterThanOrEqual(3);
    for (const state of ['held', 'proposed', 'escalated']) expect(queues.get(state), state).toBe(1);
  });
});
