import { resolve } from 'node:path';
import type { Given } from '../command.js';
import { isSound } from './copy.js';
import { givenPolicy } from './knowledge.js';
import { LogAddress } from './log-address.js';
import { logSentences, marked, print } from './log-sentences.js';
import { copyLog } from './mirror.js';
import { repeat, secondsOf } from './repeat.js';

/** Keeps a copy of a log, once or again and again. @returns 1 as soon as the log is not sound; the copy stays as it was */
export async function witnessMirror(given: Given): Promise<0 | 1> {
  const address = new LogAddress(given.needed('--log'));
  const folder = resolve(given.parameter);
  // Beside the copy, not in it: what is in it is published.
  const settings = { policy: givenPolicy(given, '--vkey'), evidence: folder };
  return repeat(secondsOf(given), async () => {
    const { check, fresh, evidence } = await copyLog(address, folder, settings);
    if (isSound(check)) {
      print([marked('held', `${check.log.entries} entries, ${fresh} files are new.`)]);
      return 0;
    }
    print([...logSentences(check), ...(evidence === undefined ? [] : [`Both checkpoints are in ${evidence}.`])]);
    return 1;
  });
}
