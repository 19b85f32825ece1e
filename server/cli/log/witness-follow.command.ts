import type { Given } from '../command.js';
import { follow } from './follow.js';
import { neededPolicy } from './knowledge.js';
import { LogAddress } from './log-address.js';
import { marked, print } from './log-sentences.js';
import { repeat, secondsOf } from './repeat.js';
import { readWitnessKey } from './witness-key.js';

const usualSeconds = 60;

/** Cosigns what a log shows, once or again and again. @returns 1 as soon as it shows what is not to be cosigned */
export async function witnessFollow(given: Given): Promise<0 | 1> {
  const following = {
    address: new LogAddress(given.needed('--log')),
    policy: neededPolicy(given, '--vkey'),
    key: readWitnessKey(given.needed('--key')),
    state: given.needed('--state'),
    now: () => Math.floor(Date.now() / 1000),
  };
  const every = secondsOf(given) ?? usualSeconds;
  return repeat(given.has('--once') ? undefined : every, async () => {
    const found = await follow(following);
    if (found.outcome === 'cosigned') {
      print([marked('held', `Cosigned at ${found.size} entries, of which ${found.fresh} are new.`)]);
      return 0;
    }
    const evidence =
      found.evidence === undefined ? [] : [`Both checkpoints are in ${found.evidence}: show them to others.`];
    print([marked('broken', found.why), ...evidence]);
    return 1;
  });
}
