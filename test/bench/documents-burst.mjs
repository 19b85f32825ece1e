// Five thousand changes in one moment: twenty people send what they typed while they were away.
import { atMost, figure, noLess } from './figures.mjs';
import { compareAndLeave, joinBoth } from './documents-sides.mjs';

const size = 50;
const writers = Array.from({ length: 20 }, (_, index) => index);
/** With a frame budget of 300 in a burst, nobody may send more than this at once. */
const each = 250;
const warmUp = 10;
const goals = { all: 600, frames: 50, saved: 800 };

export async function measureBurst(say, { ours, relay, people, document }) {
  const changes = writers.length * each;
  say(`${writers.length} of ${size} people send ${changes} changes at once`);
  const everybody = Array.from({ length: size }, (_, index) => index);
  await joinBoth({ ours, relay }, people(document, everybody));
  const burst = async (side) => {
    await side.ask('burst', { writers, each: warmUp });
    return side.used(() => side.ask('burst', { writers, each }));
  };
  const bare = await burst(relay);
  const real = await burst(ours);
  for (const side of [relay, ours]) await compareAndLeave(side, writers.length * (warmUp + each));
  return [
    figure(`burst of ${changes}: all ${size} have all, bare relay`, noLess(bare.milliseconds), 'ms'),
    atMost(`burst of ${changes}: all ${size} have all`, noLess(real.milliseconds), 'ms', goals.all),
    figure(`burst of ${changes}: frames to one client, bare relay`, bare.frames, ''),
    atMost(`burst of ${changes}: frames to one client, most`, real.frames, '', goals.frames),
    atMost(`burst of ${changes}: the last is durable and said so`, noLess(real.savedMilliseconds), 'ms', goals.saved),
    figure(`burst of ${changes}: processor time, bare relay`, noLess(bare.seconds, 2), 's'),
    figure(`burst of ${changes}: processor time`, noLess(real.seconds, 2), 's'),
  ];
}
