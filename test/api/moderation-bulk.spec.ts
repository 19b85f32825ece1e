import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bulkMost } from '../../shared/moderation/proposal.rules.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, write } from '../support/forum.js';
import { deskOf, moderatorsOf, proposalOf, removal, type TestDesk } from '../support/moderation.js';

let test: TestApp;
let dyad: TestDyad;
let desk: TestDesk;
let author: TestMember;
let ofA: TestMember;
let ofB: TestMember;
let writing: TestMember;
let thread: string;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  author = await member(test, dyad, { side: 'b' });
  [ofA, ofB] = await moderatorsOf(test, dyad, ['a', 'b']);
  writing = await member(test, dyad, { side: 'b', roles: ['citizen', 'moderator'] });
  desk = deskOf(dyad);
  const ana = await member(test, dyad, { side: 'a' });
  thread = (await openThread(test, await openTopic(test, dyad, 'school', 'post'), ana)).thread;
});
afterAll(() => test.close());

interface One {
  readonly item: string;
  readonly version: number;
}

async function posts(count: number, by: TestMember = author, inThread = thread): Promise<One[]> {
  const ids: string[] = [];
  for (let post = 0; post < count; post += 1) ids.push((await write(by, dyad, inThread, `Купете ${post}`)).id);
  return test.database.query<One>(
    `select id as item, version from moderation_item where content_id = any($1::uuid[]) order by id`,
    [ids],
  );
}

const propose = (who: TestMember, items: readonly One[], more: object = {}) =>
  who.api.try('POST /api/dyads/:dyad/bulk-proposals', {
    params: { dyad: dyad.slug },
    body: { ...removal, items: [...items], ...more },
  });
const give = (who: TestMember, bulk: string, items: { item: string; actionHash: string }[]) =>
  who.api.try('POST /api/dyads/:dyad/bulk-proposals/:bulk/keys', {
    params: { dyad: dyad.slug, bulk },
    body: { items },
  });

describe('MOD-32: many alike', () => {
  it('are proposed together, at most fifty, none twice, for one reason', async () => {
    const nobody = (count: number): One[] =>
      Array.from({ length: count }, (_, at) => ({
        item: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
        version: 1,
      }));
    expect((await propose(ofA, nobody(bulkMost + 1))).status).toBe(400);
    expect((await propose(ofA, [])).status).toBe(400);
    const [one] = await posts(1);
    expect(one && (await propose(ofA, [one, one])).status).toBe(400);
    const mixed = [{ ...one, reason: 'THREAT' }] as unknown as One[];
    expect((await propose(ofA, mixed)).status).toBe(400);
    expect((await propose(ofA, nobody(bulkMost))).answer.results.map(({ failure }) => failure?.code)).toEqual(
      Array.from({ length: bulkMost }, () => 'request.not_found'),
    );
  });

  it('have a result each: one that cannot be decided fails alone', async () => {
    const good = await posts(2);
    const [stale] = await posts(1);
    const [decided] = await posts(1);
    if (!stale || !decided) throw new Error('no posts');
    await desk.propose(ofA, await desk.card(ofA, decided.item));
    const other = (await openThread(test, { dyad, slug: 'school' }, author)).thread;
    const [own] = await posts(1, writing, other);
    if (!own) throw new Error('no post');
    const { bulk, results } = (
      await propose(writing, [...good, { ...stale, version: 7 }, { ...decided, version: 2 }, own])
    ).answer;
    expect(results.map(({ card, failure }) => card?.state ?? failure?.code)).toEqual([
      'proposed',
      'proposed',
      'moderation.version_outdated',
      'moderation.step_not_possible',
      'access.own_item',
    ]);
    for (const { card } of results.slice(0, 2)) expect(card?.proposal?.bulk).toBe(bulk);
    const [count] = await test.database.query<{ kept: number; steps: number }>(
      `select count(*)::int as kept, (select count(*)::int from moderation_event where payload->>'bulk' = $1) as steps
       from moderation_proposal where bulk_parent = $1::uuid`,
      [bulk],
    );
    expect(count).toEqual({ kept: 2, steps: 2 });
  });

  it('get keys together from whoever saw the list; what is struck out stays proposed by itself', async () => {
    const items = await posts(4);
    const { bulk, results } = await desk.proposeTogether(ofA, items);
    const cards = results.flatMap(({ card }) => card ?? []);
    const [changed, struck, ...kept] = cards;
    if (!changed || !struck) throw new Error('not proposed');
    await desk.amend(ofA, changed, { reason: 'OFFTOPIC' });
    const wanted = [changed, ...kept].map((card) => ({ item: card.id, actionHash: proposalOf(card).actionHash }));
    const { answer } = await give(ofB, bulk, wanted);
    expect(answer.results.map(({ card, failure }) => card?.state ?? failure?.code)).toEqual([
      'moderation.proposal_changed',
      'actioned',
      'actioned',
    ]);
    expect((await desk.card(ofA, struck.id)).state).toBe('proposed');
    expect((await desk.key(ofB, struck)).answer.state).toBe('actioned');
  });

  it('do not pass over the rules: who wrote beside one gets no key for it', async () => {
    const quiet = (await openThread(test, { dyad, slug: 'school' }, author)).thread;
    const beside = (await openThread(test, { dyad, slug: 'school' }, author)).thread;
    const [far] = await posts(1, author, quiet);
    const [near] = await posts(1, author, beside);
    if (!far || !near) throw new Error('no posts');
    await write(writing, dyad, beside, 'И јас сум тука');
    const { bulk, results } = await desk.proposeTogether(ofA, [far, near]);
    const wanted = results.flatMap(({ card }) =>
      card ? [{ item: card.id, actionHash: proposalOf(card).actionHash }] : [],
    );
    const { answer } = await give(writing, bulk, wanted);
    expect(answer.results).toMatchObject([
      { item: far.item, card: { state: 'actioned' }, failure: null },
      {
        item: near.item,
        card: null,
        failure: { code: 'moderation.conflict_of_interest', params: { rule: 'same_place' } },
      },
    ]);
  });

  it('are of one list, in one dyad', async () => {
    const { results } = await desk.proposeTogether(ofA, await posts(1));
    const [{ card } = { card: null }] = results;
    const item = card ? [{ item: card.id, actionHash: proposalOf(card).actionHash }] : [];
    const strange = '00000000-0000-4000-8000-000000000000';
    expect((await give(ofB, strange, item)).problem.code).toBe('request.not_found');
    const { bulk } = await desk.proposeTogether(ofA, await posts(1));
    expect((await give(ofB, bulk, item)).answer.results[0]?.failure?.code).toBe('request.not_found');
  });

  it('and one made of fifty is answered the same again', async () => {
    const items = await posts(bulkMost);
    const key = '3f0c2c1a-5d7e-4a60-9a53-0d7b1f2e3c4d';
    const ask = () =>
      ofA.api.try(
        'POST /api/dyads/:dyad/bulk-proposals',
        { params: { dyad: dyad.slug }, body: { ...removal, items } },
        { key },
      );
    const [first, second] = [await ask(), await ask()];
    expect(first.answer.results.every(({ card }) => card?.state === 'proposed')).toBe(true);
    expect(second.answer).toEqual(first.answer);
  });
});
