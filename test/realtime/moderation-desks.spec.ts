import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventLedger } from '../../server/modules/moderation/event-ledger.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import type { DeskQueue } from '../../shared/moderation/desk.rules.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import type { Reply } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic } from '../support/forum.js';
import { pause } from '../support/live.js';
import { deskOf, moderatorsOf, removal, report, timePassed, type TestDesk } from '../support/moderation.js';

/** As many as a suite has time for; `ENTENTE_DESKS_SECONDS=600` is run by hand and told in docs/assurance.md. */
const seconds = Number(process.env['ENTENTE_DESKS_SECONDS'] ?? 15);
const desks = 4;
const undecided = 100;
/** An hour passes so often: holds and proposals run out in the middle of things. */
const hourMilliseconds = 600;
const patienceMilliseconds = 45_000;

let test: TestApp;
let dyad: TestDyad;
let desk: TestDesk;
let threads: string[];
let authors: TestMember[];
let readers: TestMember[];
let moderators: TestMember[];

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  desk = deskOf(dyad);
  const people = (many: number) =>
    Promise.all(Array.from({ length: many }, (_, at) => member(test, dyad, { side: at % 2 ? 'a' : 'b' })));
  authors = await people(30);
  readers = await people(10);
  moderators = await moderatorsOf(test, dyad, ['a', 'b', 'neutral', 'neutral', 'b', 'a']);
  const opened = [];
  for (const [slug, mode] of [
    ['school', 'pre'],
    ['bridge', 'post'],
  ] as const)
    opened.push(await openThread(test, await openTopic(test, dyad, slug, mode), one(authors)));
  threads = opened.map(({ thread }) => thread);
});
afterAll(() => test.close());

function one<Thing>(things: readonly Thing[]): Thing {
  const thing = things[randomInt(things.length)];
  if (thing === undefined) throw new Error('There is nothing to choose from');
  return thing;
}

/** What is done at a desk, by the name of the event that it leaves. */
type Act = (who: TestMember, card: DeskItem) => Promise<Reply<DeskItem>>;
const onItem = (path: 'hold' | 'return', who: TestMember, { id, version }: DeskItem): Promise<Reply<DeskItem>> =>
  who.api.try(`POST /api/dyads/:dyad/desk/:item/${path}`, {
    params: { dyad: dyad.slug, item: id },
    body: { version, reason: one(['SPAM', 'THREAT']), note: 'Ве молиме, за училиштето.' },
  });
const draft = () => {
  const reason = one(['SPAM', 'HATE'] as const);
  return one([
    { reason, measure: 'remove' as const },
    { reason, measure: 'redact' as const, passages: ['дума'] },
  ]);
};
/** Holds are ended, and proposals taken back, by those whose they are. */
const actorFor = (name: Name, { heldBy, proposal }: DeskItem): TestMember => {
  const owner = name === 'release' ? heldBy : name === 'retract' ? proposal?.proposedBy : undefined;
  const isOwn = randomInt(4) > 0;
  return moderators.find(({ id }) => isOwn && id === owner?.id) ?? one(moderators);
};
const acts = {
  approve: (who, card) => desk.approve(who, card),
  return: (who, card) => onItem('return', who, card),
  hold: (who, card) => onItem('hold', who, card),
  release: (who, card) => desk.release(who, card),
  propose: (who, card) => desk.propose(who, card, draft()),
  amend: (who, card) => desk.amend(who, card, { ...draft(), facts: { ...removal.facts, bg: `${randomInt(99)}` } }),
  key: (who, card) => desk.key(who, card),
  oppose: (who, card) => desk.oppose(who, card),
  retract: (who, card) => desk.retract(who, card),
  verdict: (who, card) => desk.judge(who, card, one(['enact', 'restore'])),
} as const satisfies Record<string, Act>;
type Name = keyof typeof acts;

/** What one may think of doing with a card of a list, the usual more often than the rest. */
const thoughts: Partial<Record<DeskQueue, readonly Name[]>> = {
  pending: ['approve', 'return', 'propose', 'propose'],
  in_review: ['approve', 'hold', 'hold', 'propose', 'propose'],
  held: ['release', 'propose'],
  proposed: ['key', 'key', 'key', 'oppose', 'amend', 'retract', 'hold'],
  escalated: ['verdict'],
};
const queues = Object.keys(thoughts) as DeskQueue[];

/** Refusals that belong to people who are at the same things at the same time. */
const expected = new Set([
  'moderation.version_outdated',
  'moderation.step_not_possible',
  'moderation.proposal_changed',
  'moderation.proposal_closed',
  'moderation.conflict_of_interest',
  'moderation.not_own_hold',
  'moderation.not_own_proposal',
  'moderation.not_on_panel',
  'moderation.verdict_given',
]);

/** What was said to be done: which event it must have left, about what, by whom. */
const acknowledged: string[] = [];
const refused = new Map<string, number>();
const written = (type: string, item: string, actor: string): string => `${type} ${item} ${actor}`;

/** The time is not over, or, on a slow machine, some kind of decision was never taken; but not for ever. */
function isOpen(end: number): boolean {
  const done = new Set(acknowledged.map((act) => act.split(' ')[0]));
  return Date.now() < end || (done.size < Object.keys(acts).length && Date.now() < end + patienceMilliseconds);
}

/** A desk: a page of some list is read, and things are done with its cards, also after others did theirs. */
async function work(end: number): Promise<void> {
  while (isOpen(end)) {
    const queue = one(queues);
    const cards = await desk.cards(one(moderators), queue);
    for (let act = 0; act < 4 && cards.length > 0; act += 1) {
      const card = one(cards);
      const name = one(thoughts[queue] ?? []);
      const who = actorFor(name, card);
      const { status, problem } = await acts[name](who, card);
      if (status === 200) acknowledged.push(written(name, card.id, who.id));
      else if (expected.has(problem.code)) refused.set(problem.code, (refused.get(problem.code) ?? 0) + 1);
      else throw new Error(`${name} answered ${status} ${JSON.stringify(problem)}`);
    }
  }
}

/** People write and report as long as less is undecided than there should be. */
async function fill(end: number): Promise<void> {
  while (isOpen(end)) {
    const [row] = await test.database.query<{ open: number }>(
      `select count(*)::int as open from moderation_item where state in ('pending', 'in_review', 'held', 'proposed', 'escalated')`,
    );
    if ((row?.open ?? 0) >= undecided) await pause(50);
    else await writeOne();
  }
}

async function writeOne(): Promise<void> {
  const author = one(authors);
  const { status, answer } = await author.api.try('POST /api/dyads/:dyad/threads/:thread/posts', {
    params: { dyad: dyad.slug, thread: one(threads) },
    body: { text: `Една дума ${randomInt(1_000_000)}`, language: author.side === 'b' ? 'mk' : 'bg' },
  });
  // Nobody may write as fast as this test has time for.
  if (status === 201 && answer.state === 'live') await report(one(readers), dyad, answer.id, one(['SPAM', 'OFFTOPIC']));
}

async function letTimePass(end: number): Promise<void> {
  while (isOpen(end)) {
    await pause(hourMilliseconds);
    // Nobody has been away: sessions of moderators end after half an hour.
    await test.database.query(`update session set last_seen_at = $1, opened_at = $1`, [
      new Date(test.clock.now().getTime() + 3_600_000),
    ]);
    test.clock.advance({ hours: 1 });
    await timePassed(test);
  }
}

const rows = <Row>(sql: string): Promise<Row[]> => test.database.query<Row>(sql);
const within = <Result>(look: (ledger: EventLedger, tx: Parameters<EventLedger['verify']>[0]) => Promise<Result>) =>
  test.app.get(UnitOfWork).run({ dyadId: dyad.id }, (tx) => look(test.app.get(EventLedger), tx));

describe('MOD-46: a hundred undecided items and four desks', () => {
  it(
    'lose no decision and take none twice',
    async () => {
      for (let fresh = 0; fresh < undecided * 2; fresh += 1) await writeOne();
      const end = Date.now() + seconds * 1000;
      await Promise.all([...Array.from({ length: desks }, () => work(end)), fill(end), letTimePass(end)]);
      await timePassed(test);
      await test.settled();

      const kept = await rows<{ type: Name; item: string; actor: string }>(
        `select type, item_id as item, actor_id as actor from moderation_event where tool in ('desk', 'panel') and actor_id is not null`,
      );
      expect(kept.map(({ type, item, actor }) => written(type, item, actor)).toSorted()).toEqual(
        acknowledged.toSorted(),
      );
      const done = new Set(kept.map(({ type }) => type));
      expect([...done].toSorted()).toEqual(Object.keys(acts).toSorted());
      expect(refused.get('moderation.version_outdated')).toBeGreaterThan(0);
    },
    seconds * 1000 + patienceMilliseconds + 60_000,
  );

  it('leave items whose versions count their events, whose words are shown as they stand', async () => {
    expect(
      await rows(`select id from moderation_item i
        where version <> (select count(*) from moderation_event e where e.item_id = i.id)`),
    ).toEqual([]);
    expect(
      await rows(`select i.id, i.state, i.shown, p.state as post from moderation_item i join post p on p.id = i.content_id
        where not i.amends and i.shown <> (p.state = 'live')`),
    ).toEqual([]);
  });

  it('end every proposal once, and enact none without its keys or its panel', async () => {
    expect(
      await rows(`select p.id, p.state, ends from moderation_proposal p,
          lateral (select count(*)::int as ends from moderation_event e where e.item_id = p.item_id
            and e.payload->>'proposal' = p.id::text and e.type in ('enact', 'lapse', 'retract', 'restore')
            and e.state <> 'escalated') as ended
        where ends <> (case when p.state in ('open', 'escalated') then 0 else 1 end)`),
    ).toEqual([]);
    expect(
      await rows(`select p.id from moderation_proposal p where p.state = 'enacted'
        and not exists (select from moderation_key k where k.proposal_id = p.id and k.action_hash = p.action_hash
          and k.verdict = 'give' having count(distinct coalesce(k.proxy_for, k.side)) filter (where coalesce(k.proxy_for, k.side) in ('a', 'b')) = 2)
        and not exists (select from moderation_panel n join moderation_verdict v on v.panel_id = n.id
          where n.proposal_id = p.id and v.verdict = 'enact' having count(distinct v.side) >= 2)`),
    ).toEqual([]);
    expect(
      await rows(`select d.id from moderation_deadline d join moderation_proposal p on p.id = d.proposal_id
        where d.done_at is null and p.state not in ('open', 'escalated') and d.kind in ('reminder', 'roster_call', 'proposal', 'panel')`),
    ).toEqual([]);
  });

  it('leave a chain that is whole, from which every item is made anew as it stands', async () => {
    expect((await within((ledger, tx) => ledger.verify(tx, dyad.id))).fault).toBeNull();
    const items = () => rows(`select * from moderation_item order by id`);
    const before = await items();
    const { events } = await within((ledger, tx) => ledger.rebuild(tx, dyad.id));
    expect(await items()).toEqual(before);
    const refusals = [...refused].map(([code, times]) => `${code} ${times}`).join(', ');
    process.stdout.write(
      `${seconds} s: ${before.length} items, ${events} events, ${acknowledged.length} decisions; refused: ${refusals}\n`,
    );
  });
});
