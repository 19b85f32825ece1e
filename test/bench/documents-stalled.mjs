// Ten readers whose line has stopped while much is written: what they cost, whether they are sent away, and whether the
// others notice.
import { atLeast, atMost, figure, noLess, percentiles } from './figures.mjs';
import { compareAndLeave, joinBoth } from './documents-sides.mjs';

const others = numbers(0, 10);
const writers = numbers(0, 6);
const stalled = numbers(10, 10);
/** Within what six people may send in a burst, and more than the system itself keeps for a line that has stopped. */
const much = { writers, perSecond: 200, seconds: 1.5, padding: 20_000 };
const little = { writers, perSecond: 20 };
const usualSeconds = 4;
const stalledSeconds = 13;
/** The relay sends nobody away: less time is enough to see that. */
const bareSeconds = 4;
const goals = { megabytes: 1, p99: 30 };

export async function measureStalled(say, { ours, relay, people, document }) {
  say(`${stalled.length} readers stall, while six people write 6 MB and go on for ${stalledSeconds} s`);
  await joinBoth({ ours, relay }, people(document, others));
  const late = people(document, stalled);
  const bare = await stalledOn(relay, late, bareSeconds);
  const real = await stalledOn(ours, late, stalledSeconds);
  return [
    figure('stalled readers: memory that each takes, bare relay', bare.grown, 'MB'),
    atMost('stalled readers: memory that each takes, most', real.grown, 'MB', goals.megabytes),
    figure('stalled readers: sent away by the bare relay', bare.closed, ''),
    atLeast('stalled readers: sent away within 15 s', real.closed, '', stalled.length),
    figure('stalled readers: delivery p99 to the others, before', real.before, 'ms'),
    atMost('stalled readers: delivery p99 to the others, meanwhile', real.meanwhile, 'ms', real.before + goals.p99),
    atMost('stalled readers: changes that did not reach the others', real.missing, '', 0),
  ];
}

/** The same is written before, twice: what the memory grows by then is what waits for the stalled. */
async function stalledOn(side, late, seconds) {
  await written(side, usualSeconds);
  const before = await written(side, usualSeconds);
  await side.ask('join', { people: late });
  await side.ask('stall', { readers: stalled });
  const meanwhile = await written(side, seconds);
  const { closed } = await side.ask('closed', { readers: stalled });
  await compareAndLeave(side);
  return {
    closed,
    missing: before.missing + meanwhile.missing,
    grown: noLess(Math.max(0, meanwhile.megabytes - before.megabytes) / stalled.length),
    before: before.p99,
    meanwhile: meanwhile.p99,
  };
}

/** Much at once, then little for a while. */
function written(side, seconds) {
  return side.peak(async () => {
    const first = await side.ask('write', much);
    const then = await side.ask('write', { ...little, seconds });
    return { missing: first.missing + then.missing, p99: noLess(percentiles(then.delays).p99) };
  });
}

function numbers(from, many) {
  return Array.from({ length: many }, (_, index) => from + index);
}
