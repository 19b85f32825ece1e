import { Client } from 'pg';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { deskQueueNames, type DeskList } from '../../shared/moderation/desk.rules.js';
import type { ReasonCode } from '../../shared/moderation/reasons.js';
import { Tx } from '../../server/platform/database/tx.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { bilingual, openThread, openTopic, translated, write } from '../support/forum.js';
import { deskOf, report, type Draft, type TestDesk } from '../support/moderation.js';

let test: TestApp;
let dyad: TestDyad;
let desk: TestDesk;
let ana: TestMember;
let boris: TestMember;
let ofA: TestMember;
let ofB: TestMember;
let thread: string;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  desk = deskOf(dyad);
  ana = await member(test, dyad, { side: 'a' });
  boris = await member(test, dyad, { side: 'b' });
  ofA = await bilingual(dyad, await member(test, dyad, { side: 'a', roles: ['citizen', 'moderator'] }));
  ofB = await member(test, dyad, { side: 'b', roles: ['citizen', 'moderator'] });
  const opener = await member(test, dyad, { side: 'a' });
  thread = (await openThread(test, await openTopic(test, dyad, 'water', 'post'), opener)).thread;
});
afterAll(() => test.close());

/** A post that was looked at: what is found in it has its part in how urgent it is. */
async function live(author: TestMember, text = 'Реката расте.'): Promise<string> {
  const { id } = await write(author, dyad, thread, text);
  await test.settled();
  return id;
}

/** A post of one side that somebody of the other has reported. */
async function reported(reason: ReasonCode = 'OFFTOPIC', author = boris, text?: string): Promise<string> {
  const post = await live(author, text);
  await report(author.side === 'b' ? ana : boris, dyad, post, reason);
  return post;
}

const page = (who: TestMember, queue: DeskList, query: { after?: string; limit?: number } = {}) =>
  who.api.call('GET /api/dyads/:dyad/desk', { params: { dyad: dyad.slug }, query: { queue, limit: 50, ...query } });
const itemOf = async (post: string): Promise<string> => {
  const [row] = await test.database.query<{ id: string }>(`select id from moderation_item where content_id = $1`, [
    post,
  ]);
  return row?.id ?? '';
};
const contents = (items: readonly { content: string }[]): string[] => items.map(({ content }) => content);

describe('the lists of the desk', () => {
  it('have the most urgent first: the graver, the more often reported, and what has waited longer', async () => {
    const [light, grave, often, late] = [
      await reported('OFFTOPIC'),
      await reported('THREAT'),
      await reported('OFFTOPIC'),
      await reported('OFFTOPIC'),
    ];
    for (const one of [ofA, ofB]) await report(one, dyad, often);
    const { items } = await page(ofA, 'in_review');
    const wanted = [grave, often, light, late];
    expect(contents(items).filter((one) => wanted.includes(one))).toEqual(wanted);
    expect((await page(ofB, 'in_review')).items).toEqual(items);
  });

  it('let what is lighter come first when it has waited long enough', async () => {
    const light = await reported('OFFTOPIC');
    test.clock.advance({ hours: 23 });
    const heard = await member(test, dyad, { side: 'a', roles: ['citizen', 'moderator'] });
    const [author, reader] = [await member(test, dyad, { side: 'b' }), await member(test, dyad)];
    const later = (await write(author, dyad, thread, 'Подоцна')).id;
    await report(reader, dyad, later, 'MISQUOTE');
    const both = async () =>
      contents((await page(heard, 'in_review')).items).filter((one) => one === light || one === later);
    expect(await both()).toEqual([light, later]);
    test.clock.advance({ hours: -23 });
  });

  it('count what is in each of them, and tell from where to read on', async () => {
    const before = (await page(ofA, 'in_review')).counts;
    expect(Object.keys(before).toSorted()).toEqual([...deskQueueNames, 'mine'].toSorted());
    const post = await reported();
    await desk.hold(ofB, await reported());
    const { items, counts, next } = await page(ofA, 'in_review', { limit: 1 });
    expect(counts).toEqual({ ...before, in_review: before.in_review + 1, held: before.held + 1 });
    expect(items).toHaveLength(1);
    expect(next).not.toBeNull();
    const all = await page(ofA, 'in_review');
    expect(all.next).toBeNull();
    expect(contents(all.items)).toContain(post);
    expect(all.items).toHaveLength(counts.in_review);
  });

  it('REL-33: are read to the end once, whatever is decided and comes in between the pages', async () => {
    for (let number = 0; number < 6; number += 1) await reported();
    const whole = contents((await page(ofA, 'in_review')).items);
    const read: string[] = [];
    let after: string | undefined;
    for (;;) {
      const { items, next } = await page(ofA, 'in_review', { limit: 3, ...(after !== undefined && { after }) });
      read.push(...contents(items));
      if (next === null) break;
      after = next;
      // The last one that was read leaves the list, and something more urgent comes before it.
      const last = items.at(-1);
      if (last) await desk.hold(ofB, last.content);
      await reported('THREAT');
    }
    expect(read).toEqual(whole);
  });

  it('refuse a place that is none', async () => {
    for (const after of ['1', randomUUID(), `-1.${randomUUID()}`, `1.${randomUUID()}x`]) {
      const query = { queue: 'in_review' as const, after };
      const reply = await ofA.api.try('GET /api/dyads/:dyad/desk', { params: { dyad: dyad.slug }, query });
      expect([after, reply.status]).toEqual([after, 400]);
    }
  });
});

describe('the list of one’s own keys', () => {
  const proposed = async (post: string, draft: Draft = {}) =>
    desk.propose(ofA, await desk.cardOf(ofA, post, 'in_review'), draft);

  it('holds what waits for a key that the reader can give, and nothing else', async () => {
    const [neutral, near] = [
      await member(test, dyad, { side: 'neutral', roles: ['citizen', 'moderator'] }),
      await member(test, dyad, { side: 'b', roles: ['citizen', 'moderator'] }),
    ];
    const author = await member(test, dyad);
    const [two, three, theirs] = [await live(author), await live(author), await live(author)];
    for (const post of [two, three]) await report(boris, dyad, post);
    await report(near, dyad, theirs);
    await proposed(two);
    await proposed(three, { sanction: { kind: 'suspend', days: 30 } });
    await proposed(theirs);
    const mine = async (who: TestMember) => {
      const { items, counts } = await page(who, 'mine');
      expect(counts.mine).toBe(items.length);
      return contents(items);
    };
    expect(await mine(ofB)).toEqual([two, three, theirs]);
    expect(await mine(ofA)).toEqual([]);
    expect(await mine(neutral)).toEqual([three]);
    // Who reported it takes no part.
    expect(await mine(near)).toEqual([two, three]);
    expect(contents((await page(ofA, 'proposed')).items)).toEqual([two, three, theirs]);
    await desk.key(ofB, await desk.cardOf(ofB, two, 'proposed'));
    expect(await mine(near)).toEqual([three]);
    await desk.key(ofB, await desk.cardOf(ofB, three, 'proposed'));
    expect([await mine(near), await mine(ofB), await mine(neutral)]).toEqual([[], [theirs], [three]]);
  });

  it('holds what is proposed to be reopened, too, though it stands in no other list', async () => {
    const post = await live(await member(test, dyad));
    await report(boris, dyad, post);
    await proposed(post);
    const { answer: removed } = await desk.key(ofB, await desk.cardOf(ofB, post, 'proposed'));
    expect(removed.state).toBe('actioned');
    await desk.propose(ofB, removed, { measure: 'reopen' });
    expect(contents((await page(ofA, 'mine')).items)).toContain(post);
    expect(contents((await page(ofB, 'mine')).items)).not.toContain(post);
  });
});

describe('GET /api/dyads/:dyad/desk/:item/precedents', () => {
  const precedents = async (who: TestMember, post: string) =>
    who.api.call('GET /api/dyads/:dyad/desk/:item/precedents', {
      params: { dyad: dyad.slug, item: await itemOf(post) },
    });

  it('finds decisions for the same reason about the most alike words, of both sides', async () => {
    const text = 'Купете евтини мотори за чамци, пишете ми веднага за цена';
    const near = await reported('UNSOURCED_CLAIM', boris, text);
    const far = await reported('UNSOURCED_CLAIM', ana, 'Влакът тръгва по обед от гарата в града');
    const other = await reported('OFFTOPIC', boris, text);
    for (const post of [near, far, other]) await desk.approve(ofB, await desk.cardOf(ofB, post, 'in_review'));
    const fresh = await reported('UNSOURCED_CLAIM', boris, `${text}, само денес!`);
    await translated(test);
    const { precedents: found, article } = await precedents(ofA, fresh);
    expect(article).toBeNull();
    const items = await Promise.all(found.map(async ({ item }) => (await desk.card(ofA, item)).content));
    expect(items).toEqual([near, far]);
    expect(found[0]).toMatchObject({ reason: 'UNSOURCED_CLAIM', outcome: 'no_breach', measure: null, sanction: null });
    expect(found[0]?.likeness).toBeGreaterThan(0.6);
    expect(found[1]?.likeness).toBeLessThan(0.2);
    expect(await precedents(ofB, fresh)).toEqual({ precedents: found, article });
  });

  it('compares words of both sides in one language, by their translations', async () => {
    const words = 'Canal lock number seven stays closed on Sunday';
    const ofOther = await live(ana, words);
    await translated(test);
    await ofA.api.call('PUT /api/dyads/:dyad/posts/:post/translations/:language', {
      params: { dyad: dyad.slug, post: ofOther, language: 'mk' },
      body: { text: 'Каналот број седум е затворен во недела', revision: 1 },
    });
    await report(boris, dyad, ofOther, 'IMPERSONATE');
    await desk.approve(ofB, await desk.cardOf(ofB, ofOther, 'in_review'));
    const fresh = await reported('IMPERSONATE', boris, 'Каналот број осум е затворен во недела');
    const [found] = (await precedents(ofA, fresh)).precedents;
    expect(found?.likeness).toBeGreaterThan(0.6);
  });

  it('shows the article that the newest proposal names, as it stood in the version applied', async () => {
    const post = await reported('SPAM', await member(test, dyad, { side: 'b' }));
    const card = await desk.cardOf(ofA, post, 'in_review');
    await desk.propose(ofA, card, { article: 1 });
    expect((await precedents(ofB, post)).article).toMatchObject({ version: 1, number: 1, title: { bg: 'Слушане' } });
  });

  it('tells of decisions with keys what they did to words and persons', async () => {
    const [removed, dismissed] = [await reported('DENIAL'), await reported('DENIAL')];
    for (const [post, draft] of [
      [removed, { measure: 'remove', sanction: { kind: 'note' } }],
      [dismissed, { measure: 'dismiss' }],
    ] satisfies [string, Draft][]) {
      await desk.propose(ofA, await desk.cardOf(ofA, post, 'in_review'), { ...draft, reason: 'DENIAL' });
      await desk.key(ofB, await desk.cardOf(ofB, post, 'proposed'));
    }
    const { precedents: found } = await precedents(ofA, await reported('DENIAL'));
    expect(found.map(({ outcome, measure, sanction }) => [outcome, measure, sanction]).toSorted()).toEqual([
      ['no_breach', 'dismiss', null],
      ['removed', 'remove', 'note'],
    ]);
  });
});

describe('a long history', () => {
  /** A hundred thousand events of thirty thousand posts in seven years, of which some thousands are on the desk. */
  beforeAll(async () => {
    await test.database.query(`set session_replication_role = replica`);
    await test.database.query(
      `insert into moderation_item (id, dyad_id, kind, content_id, place_id, amends, author_id, author_side, revision, state, shown,
         resumes, version, priority, since, turn_at, submitted_at, held_until)
       select gen_random_uuid(), $1, 'post', gen_random_uuid(), $2, false, $3, 'a', 1, state, true,
         case when state in ('proposed', 'escalated', 'appealed') then 'in_review' end, 3, 1 + number % 7, at, at, at,
         case when state = 'held' then at end
       from (select number, now() - number * interval '2 hours' as at, case when number % 50 > 6 then 'live' else
           ($4::text[])[1 + number % 50] end as state from generate_series(1, 30000) as number) as made`,
      [dyad.id, thread, ana.id, deskQueueNames],
    );
    await test.database.query(
      `insert into moderation_event (id, dyad_id, item_id, seq, previous, hash, type, state, note, payload, tool, automated, at)
       select gen_random_uuid(), $1, id, 1000000 + row_number() over (), sha256('x'), sha256('x'), 'report', state, '', '{}',
         'reader', false, since from moderation_item, generate_series(1, 4) where dyad_id = $1 limit 100000`,
      [dyad.id],
    );
    await test.database.query(
      `insert into moderation_report_snapshot (item_id, hash, dyad_id, revision, words, taken_at)
       select id, sha256('x'), dyad_id, 1, null, since from moderation_item where dyad_id = $1 on conflict do nothing`,
      [dyad.id],
    );
    await test.database.query(
      `insert into moderation_report (id, dyad_id, item_id, snapshot_hash, reporter_id, reporter_side, reason, words, weight, at,
         outcome, closed_at)
       select gen_random_uuid(), dyad_id, id, sha256('x'), gen_random_uuid(), 'b', 'SPAM', '', 1, since,
         case when state = 'live' then 'no_breach' end, case when state = 'live' then since end
       from moderation_item where dyad_id = $1 on conflict do nothing`,
      [dyad.id],
    );
    await test.database.query(`set session_replication_role = origin`);
    await test.database.query(`vacuum analyze`);
  }, 120_000);

  /** What the application asks the database while it answers, without what its workers ask meanwhile. */
  async function asked(call: () => Promise<unknown>): Promise<[string, unknown[]][]> {
    // Who asks is known from the moment before, so that only the page is counted.
    await ofA.api.call('GET /api/dyads/:dyad/topics', { params: { dyad: dyad.slug } });
    const spy = vi.spyOn(Tx.prototype, 'query');
    await call();
    const calls = spy.mock.calls.map(([sql, values = []]): [string, unknown[]] => [sql, [...values]]);
    spy.mockRestore();
    return calls.filter(([sql]) => /moderation_|from member/.test(sql) && !/skip locked|deadline/.test(sql));
  }

  interface Node {
    readonly 'Node Type': string;
    readonly 'Index Name'?: string;
    readonly 'Index Cond'?: string;
    readonly 'Relation Name'?: string;
    readonly 'Actual Rows': number;
    readonly Plans?: readonly Node[];
  }
  const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)];

  /** How the database answers, asked as the application is, behind the wall of the dyad. */
  async function plans(statements: readonly [string, unknown[]][]): Promise<Node[][]> {
    const client = new Client({ connectionString: test.database.url });
    await client.connect();
    await client.query('begin');
    await client.query('set local role entente_app');
    await client.query(`select set_config('app.dyad', $1, true)`, [dyad.id]);
    const found: Node[][] = [];
    for (const [sql, values] of statements) {
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
        `explain (analyze, format json) ${sql}`,
        values,
      );
      const [first] = rows;
      if (first) found.push(flat(first['QUERY PLAN'][0].Plan));
    }
    await client.query('rollback');
    await client.end();
    return found;
  }

  const large = new Set(['moderation_item', 'moderation_event', 'moderation_report', 'moderation_report_snapshot']);
  const readsWhole = (nodes: readonly Node[]): boolean =>
    nodes.some((node) => node['Node Type'] === 'Seq Scan' && large.has(node['Relation Name'] ?? ''));
  /** The statements that read one of the large tables from its beginning to its end. */
  async function readWhole(statements: readonly [string, unknown[]][]): Promise<string[]> {
    const found = await plans(statements);
    return statements.filter((_, at) => readsWhole(found[at] ?? [])).map(([sql]) => sql);
  }

  it('is read by indexes alone, from the first page to one in the middle', async () => {
    const first = await page(ofA, 'in_review', { limit: 20 });
    expect(first.counts.in_review).toBeGreaterThan(500);
    const [middle] = await test.database.query<{ place: string }>(
      `select (extract(epoch from turn_at) * 1000)::bigint || '.' || id as place from moderation_item
       where dyad_id = $1 and state = 'in_review' order by turn_at, id offset 300 limit 1`,
      [dyad.id],
    );
    for (const after of [undefined, middle?.place]) {
      const statements = await asked(() =>
        page(ofA, 'in_review', { limit: 20, ...(after !== undefined && { after }) }),
      );
      expect(await readWhole(statements)).toEqual([]);
      const found = await plans(statements);
      const list = found[statements.findIndex(([sql]) => /order by turn_at/.test(sql))] ?? [];
      const scan = list.find((node) => node['Index Name'] === 'moderation_item_queue');
      expect(scan?.['Node Type']).toBe('Index Only Scan');
      expect(scan?.['Index Cond']).toMatch(/state = /);
      if (after !== undefined) expect(scan?.['Index Cond']).toMatch(/ROW\(turn_at, id\) > ROW/);
      // Nothing is skipped, and nothing sorted but the page: the index gives the twenty-one that are wanted.
      expect(Math.max(...list.map((node) => node['Actual Rows']))).toBeLessThanOrEqual(21);
    }
  }, 60_000);

  it('costs the same number of queries for one card and for fifty', async () => {
    const [one, fifty] = [
      await asked(() => page(ofA, 'in_review', { limit: 1 })),
      await asked(() => page(ofA, 'in_review', { limit: 50 })),
    ];
    expect(fifty.length).toBe(one.length);
    expect(fifty.length).toBeLessThanOrEqual(10);
  });

  it('finds precedents, one’s own reports and what a report counts by indexes, too', async () => {
    const post = await reported('SPAM');
    const item = await itemOf(await reported('THREAT'));
    const params = { dyad: dyad.slug };
    const statements = [
      ...(await asked(() =>
        ofA.api.call('GET /api/dyads/:dyad/desk/:item/precedents', { params: { ...params, item } }),
      )),
      ...(await asked(() => ana.api.call('GET /api/dyads/:dyad/reports/mine', { params, query: {} }))),
      ...(await asked(() => report(ofB, dyad, post, 'SPAM'))).filter(([sql]) =>
        /^\s*(select|with recursive)/.test(sql),
      ),
    ];
    expect(statements.length).toBeGreaterThan(8);
    expect(await readWhole(statements)).toEqual([]);
  }, 60_000);
});
