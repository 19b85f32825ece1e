// Ten readers whose line has stopped while much is written: what they cost, whether they are sent away, and whether the
// others notice.
import { atLeast, atMost, figure, noLess, percentiles } from './figures.mjs';
import { compareAndLeave, joinBoth } from './documents-sides.mjs';

const parts = { writers: numbers(0, 10), reading: numbers(10, 10), stalled: numbers(20, 10) };
const perSecond = 100;
const padding = 20_000;
const usualSeconds = 4;
const stalledSeconds = 14;
/** The relay sends nobody away and keeps everything: less of it is enough to see that. */
const bareStalledSeconds = 6;
const goals = { megabytes: 1, p99: 30 };

export async function measureStalled(say, { ours, relay, people, document }) {
  say(
    `${parts.stalled.length} readers stall for ${stalledSeconds} s while ${(perSecond * padding) / 1e6} MB/s are written`,
  );
  await joinBoth({ ours, relay }, people(document, numbers(0, 30)));
  const bare = await stalledOn(relay, bareStalledSeconds);
  const real = await stalledOn(ours, stalledSeconds);
  const usual = percentiles(real.usual.delays).p99;
  return [
    figure(`stalled readers: memory that each takes in ${bareStalledSeconds} s, bare relay`, bare.grown, 'MB'),
    atMost('stalled readers: memory that each takes, most', real.grown, 'MB', goals.megabytes),
    figure('stalled readers: sent away by the bare relay', bare.closed, ''),
    atLeast(`stalled readers: sent away within 15 s`, real.closed, '', parts.stalled.length),
    figure('stalled readers: delivery p99 to the others, before', noLess(usual), 'ms'),
    atMost('stalled readers: delivery p99 to the others, meanwhile', real.p99, 'ms', noLess(usual + goals.p99)),
    atMost('stalled readers: changes that did not reach the others', real.missing, '', 0),
  ];
}

async function stalledOn(side, seconds) {
  const write = (time) => side.ask('write', { writers: parts.writers, perSecond, seconds: time, padding });
  // The same was written before, so that what the memory grows by is what waits for the stalled.
  const usual = await side.peak(() => write(usualSeconds));
  await side.ask('stall', { readers: parts.stalled });
  const meanwhile = await side.peak(() => write(seconds));
  const { closed } = await side.ask('closed', { readers: parts.stalled });
  await compareAndLeave(side);
  return {
    usual,
    closed,
    missing: usual.missing + meanwhile.missing,
    grown: noLess(Math.max(0, meanwhile.megabytes - usual.megabytes) / parts.stalled.length),
    p99: noLess(percentiles(meanwhile.delays).p99),
  };
}

function numbers(from, many) {
  return Array.from({ length: many }, (_, index) => from + index);
}
