// Five hundred documents at once, with three people in each.
import { atMost, figure, noLess, percentiles } from './figures.mjs';
import { compareAndLeave, joinBoth } from './documents-sides.mjs';

const inEach = 3;
const perSecond = 1000;
const seconds = 5;
const warmUpSeconds = 1;
const goals = { processor: 2.5, megabytes: 130 };

export async function measureMany(say, { ours, relay, people, documents }) {
  say(`${documents.length} documents with ${inEach} people each, ${perSecond} changes a second, ${seconds} s each`);
  const everybody = documents.flatMap((document, number) =>
    people(
      document,
      Array.from({ length: inEach }, (_, index) => number * inEach + index),
    ),
  );
  await joinBoth({ ours, relay }, everybody);
  const writers = everybody.map((_, index) => index);
  const write = (side, time) => side.used(() => side.ask('write', { writers, perSecond, seconds: time }));
  const bare = await written(relay, write);
  const real = await written(ours, write);
  const { megabytes } = await ours.usage();
  for (const side of [relay, ours]) await compareAndLeave(side, perSecond * (warmUpSeconds + seconds));
  const name = `${documents.length} documents`;
  return [
    figure(`${name}: delivery p50, bare relay`, noLess(percentiles(bare.delays).p50), 'ms'),
    figure(`${name}: delivery p50, Entente`, noLess(percentiles(real.delays).p50), 'ms'),
    figure(`${name}: delivery p99, bare relay`, noLess(percentiles(bare.delays).p99), 'ms'),
    figure(`${name}: delivery p99, Entente`, noLess(percentiles(real.delays).p99), 'ms'),
    atMost(`${name}: changes that did not reach somebody`, real.missing, '', 0),
    figure(
      `${name}: a change sent until it is durable and said so, p50`,
      noLess(percentiles(real.acknowledged).p50),
      'ms',
    ),
    figure(
      `${name}: a change sent until it is durable and said so, p99`,
      noLess(percentiles(real.acknowledged).p99),
      'ms',
    ),
    figure(`${name}: processor time of ${seconds} s, bare relay`, noLess(bare.seconds, 2), 's'),
    figure(`${name}: processor time of ${seconds} s, Entente`, noLess(real.seconds, 2), 's'),
    atMost(
      `${name}: processor time, share of the bare relay`,
      noLess(real.seconds / bare.seconds, 2),
      '×',
      goals.processor,
    ),
    atMost(`${name}: memory of the whole server`, noLess(megabytes), 'MB', goals.megabytes),
  ];
}

async function written(side, write) {
  await write(side, warmUpSeconds);
  return write(side, seconds);
}
