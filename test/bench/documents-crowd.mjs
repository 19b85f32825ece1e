// One document with two hundred people, of whom ten write, and two hundred who come at once.
import { atMost, figure, noLess, percentiles } from './figures.mjs';
import { compareAndLeave, joinBoth } from './documents-sides.mjs';

const size = 200;
const writers = Array.from({ length: 10 }, (_, index) => index);
const perSecond = 50;
const seconds = 5;
const warmUpSeconds = 2;
const rounds = 2;
const goals = { p50: 6, p99: 30, processor: 1.3, saved50: 5, saved99: 25, coming: 500, comingSeconds: 0.3 };

const everybody = Array.from({ length: size }, (_, index) => index);

export async function measureCrowd(say, { ours, relay, people, document }) {
  say(`Ten of ${size} people write in one document, ${perSecond} changes a second, ${rounds} times ${seconds} s each`);
  await joinBoth({ ours, relay }, people(document, everybody));
  const write = (side, time) => side.used(() => side.ask('write', { writers, perSecond, seconds: time }));
  for (const side of [relay, ours]) await write(side, warmUpSeconds);
  const runs = { relay: [], ours: [] };
  for (let round = 0; round < rounds; round += 1) {
    runs.relay.push(await write(relay, seconds));
    runs.ours.push(await write(ours, seconds));
  }
  for (const side of [relay, ours]) await compareAndLeave(side, perSecond * (warmUpSeconds + seconds * rounds));
  return crowdRows({ bare: together(runs.relay), real: together(runs.ours) });
}

function together(runs) {
  const sum = (name) => runs.reduce((total, run) => total + run[name], 0);
  return {
    delay: percentiles(runs.flatMap(({ delays }) => delays)),
    saved: percentiles(runs.flatMap(({ acknowledged }) => acknowledged)),
    seconds: sum('seconds'),
    database: sum('database'),
    missing: sum('missing'),
  };
}

function crowdRows({ bare, real }) {
  const over = (name) => noLess(bare.delay[name] + goals[name]);
  return [
    figure(`one document, ${size} people: delivery p50, bare relay`, noLess(bare.delay.p50), 'ms'),
    atMost(`one document, ${size} people: delivery p50, Entente`, noLess(real.delay.p50), 'ms', over('p50')),
    figure(`one document, ${size} people: delivery p99, bare relay`, noLess(bare.delay.p99), 'ms'),
    atMost(`one document, ${size} people: delivery p99, Entente`, noLess(real.delay.p99), 'ms', over('p99')),
    atMost('one document: changes that did not reach somebody', real.missing, '', 0),
    atMost('a change sent until it is durable and said so, p50', noLess(real.saved.p50), 'ms', goals.saved50),
    atMost('a change sent until it is durable and said so, p99', noLess(real.saved.p99), 'ms', goals.saved99),
    figure(`processor time of ${rounds * seconds} s, bare relay`, noLess(bare.seconds, 2), 's'),
    figure(`processor time of ${rounds * seconds} s, Entente`, noLess(real.seconds, 2), 's'),
    figure(`processor time of ${rounds * seconds} s, PostgreSQL beside it`, noLess(real.database, 2), 's'),
    atMost('processor time, share of the bare relay', noLess(real.seconds / bare.seconds, 2), '×', goals.processor),
  ];
}

/** After everybody left, and the server has the document still in memory. */
export async function measureComing(say, { ours, relay, people, document }) {
  say(`${size} people come into one document at once`);
  const { join, bareJoin } = await joinBoth({ ours, relay }, people(document, everybody), true);
  for (const side of [relay, ours]) await compareAndLeave(side);
  return [
    figure(`${size} joins at once, until the last has everything, bare relay`, noLess(bareJoin.milliseconds), 'ms'),
    atMost(`${size} joins at once, until the last has everything`, noLess(join.milliseconds), 'ms', goals.coming),
    figure(`${size} joins at once, processor time, bare relay`, noLess(bareJoin.seconds, 2), 's'),
    atMost(`${size} joins at once, processor time`, noLess(join.seconds, 2), 's', goals.comingSeconds),
  ];
}
