// Moderation in a dyad whose log has a hundred thousand events: pages of the desk, decisions, reports on their way to an
// open desk, and making all items anew; beside bare Fastify and the bare statements on the same database.
import { atLeast, atMost, figure, noLess, percentiles, round } from './figures.mjs';
import { Desk } from './moderation-desk.mjs';
import { command, generator, now, pause, seed, startServer, temporaryFolder } from './process.mjs';

const pageMilliseconds = 200;
const decisionMilliseconds = 50;
const reportMilliseconds = 1000;
const eventsPerSecond = 20_000;

const decided = 100;
const reports = 300;
const reportedPosts = 60;
const rounds = 5;
const settleMilliseconds = 2000;

/** @returns rows of what was measured, with targets where there are any */
export async function measure(say) {
  say('Seeding a dyad with 100,000 events of moderation');
  const folder = temporaryFolder();
  const seeded = await seed(folder, 'moderation-seed.mjs');
  const server = await startServer(folder, { DEMO: 'off' });
  const desk = new Desk(server.url, seeded);
  await warmUp(desk);
  const rows = [
    ...(await measureReports(say, desk, seeded)),
    ...(await measureDecisions(say, desk, seeded)),
    ...(await measurePages(say, desk)),
  ];
  const megabytes = server.megabytes();
  await server.stop();
  say('Making all items anew, three times, and by the command line');
  const { events, bare, intact, anew, processor, whole, decision, fault } = await seed(folder, 'moderation-ledger.mjs');
  if (fault !== null) throw new Error(`The log does not hold: ${fault}`);
  const commanded = await command(folder, ['moderation', 'rebuild']);
  return [
    ...rows,
    figure('a decision, its bare statements and their commit, p95', round(decision), 'ms'),
    figure('events in the log at the end', events, ''),
    figure('the same rows read and written by bare SQL', Math.floor(events / bare), '1/s'),
    atLeast('items made anew from their events, all stood so', Math.floor(events / intact), '1/s', eventsPerSecond),
    atLeast('items made anew from their events, none stood so', Math.floor(events / anew), '1/s', eventsPerSecond),
    figure('the same, all stood so, processor time with PostgreSQL', round(processor), 's'),
    figure('the chain verified, and every item compared', Math.floor(events / whole), '1/s'),
    figure('`entente moderation rebuild`, with starting and stopping', round(commanded / 1000), 's'),
    figure('memory of the server', megabytes, 'MB'),
  ].filter(({ value }) => value !== undefined && !Number.isNaN(value));
}

/** Everything once, so that no figure is that of a first time. */
async function warmUp(desk) {
  for (const queue of ['pending', 'in_review', 'held', 'proposed'])
    for (let time = 0; time < 10; time += 1) await desk.page(desk.judge('a'), queue, null);
}

/** Readers report, one after the other; a moderator of each side has the desk open. */
async function measureReports(say, desk, { dyadId, live, people }) {
  say(`Reporting ${reportedPosts} posts, ${reports / reportedPosts} times each, to two open desks`);
  const desks = await Promise.all(['a', 'b'].map((side) => desk.open(desk.judge(side), dyadId)));
  const reached = [];
  const given = [];
  for (let number = 0; number < reports; number += 1) {
    const post = live[number % reportedPosts];
    const before = desks.map(({ told }) => told.length);
    const began = now();
    const { milliseconds } = await desk.report(reporterOf(people, number), post);
    given.push(milliseconds);
    for (const [at, { told }] of desks.entries()) {
      const { signal, read } = await toldOf(desk, told, { from: before[at], post });
      reached.push(signal.at - began + read);
    }
  }
  for (const { close } of desks) close();
  return [
    figure('a report given, p95', round(percentiles(given).p95), 'ms'),
    figure('a report given until an open desk shows its card, p95', round(percentiles(reached).p95), 'ms'),
    atMost('the same, the slowest', noLess(Math.max(...reached)), 'ms', reportMilliseconds),
  ];
}

/** The first signal about a post among those that a desk is told from a place on: others are told of, too. */
async function toldOf(desk, told, { from, post }) {
  for (let next = from; ; next += 1) {
    while (told.length <= next) await pause(1);
    const { answer, milliseconds: read } = await desk.card(desk.judge('a'), told[next].item);
    if (answer.content === post) return { signal: told[next], read };
  }
}

/** The first posts are of the first authors; others report them, and nobody the same one twice. */
const reporterOf = (people, number) => {
  const others = people.slice(reportedPosts);
  return others[(number + 7 * Math.floor(number / reportedPosts)) % others.length];
};

/** So many of each decision, one after the other, by moderators of both sides in turn. */
async function measureDecisions(say, desk, { live }) {
  say(`Deciding ${decided} times each: approve, hold, propose, second key`);
  const pending = await cardsOf(desk, 'pending', 2 * decided);
  const approved = await times(pending.slice(0, decided), (card, at) => desk.approve(desk.judge(sideOf(at)), card));
  const held = await times(live.slice(reportedPosts, reportedPosts + decided), (post, at) =>
    desk.hold(desk.judge(sideOf(at)), post),
  );
  const proposed = await times(pending.slice(decided), (card, at) => desk.propose(desk.judge(sideOf(at)), card));
  const page = await cardsOf(desk, 'proposed', decided);
  const proposedPage = await measurePage(desk, 'proposed');
  const keyed = await times(page, (card) => {
    const side = card.proposal.keys[0].side === 'a' ? 'b' : 'a';
    return desk.key(desk.judge(side), card);
  });
  return [
    ...proposedPage,
    ...Object.entries({ approve: approved, hold: held, propose: proposed, 'second key': keyed }).flatMap(
      ([name, milliseconds]) => [
        figure(`decision: ${name}, p50`, round(percentiles(milliseconds).p50), 'ms'),
        atMost(`decision: ${name}, p95`, noLess(percentiles(milliseconds).p95), 'ms', decisionMilliseconds),
      ],
    ),
  ];
}

async function measurePages(say, desk) {
  say('Reading pages of the desk to their ends');
  await pause(settleMilliseconds);
  const rows = [];
  for (const queue of ['pending', 'in_review', 'held']) rows.push(...(await measurePage(desk, queue)));
  return rows;
}

/** Every full page of a queue, some times over, beside bare Fastify with the bytes of its first. */
async function measurePage(desk, queue) {
  const waits = [];
  let first;
  for (let round = 0; round < rounds; round += 1) {
    for (let after = null, page; page === undefined || page.answer.next !== null; after = page.answer.next) {
      page = await desk.page(desk.judge(sideOf(waits.length)), queue, after);
      first ??= page;
      if (page.answer.items.length === 50) waits.push(page.milliseconds);
    }
  }
  if (waits.length === 0) throw new Error(`The queue ${queue} has no full page`);
  const bare = await bareReads(first.text, waits.length);
  const kilobytes = Math.round(Buffer.byteLength(first.text) / 1024);
  return [
    figure(`50 cards (${queue}, ${kilobytes} kB), bare Fastify with the same bytes, p95`, round(bare), 'ms'),
    atMost(`50 cards (${queue}), p95 of ${waits.length}`, noLess(percentiles(waits).p95), 'ms', pageMilliseconds),
  ];
}

async function bareReads(page, times) {
  const bare = generator('bare.mjs');
  const { url } = await bare.ask({ page });
  const waits = [];
  for (let time = 0; time < times; time += 1) {
    const began = now();
    await (await fetch(`${url}/page`)).text();
    waits.push(now() - began);
  }
  await bare.stop();
  return percentiles(waits).p95;
}

async function cardsOf(desk, queue, many) {
  const cards = [];
  for (let after = null; cards.length < many;) {
    const { answer } = await desk.page(desk.judge('a'), queue, after);
    cards.push(...answer.items);
    after = answer.next;
    if (after === null) break;
  }
  return cards.slice(0, many);
}

async function times(things, act) {
  const waits = [];
  for (const [at, thing] of things.entries()) waits.push((await act(thing, at)).milliseconds);
  return waits;
}

const sideOf = (number) => (number % 2 === 0 ? 'a' : 'b');
