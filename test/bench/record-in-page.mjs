// What a page does to check a log and a receipt, with the code of the client; the bench calls it in a browser.
import { checkReceipt, verdictOf } from '../../client/features/verify/check-receipt';
import { logCrypto } from '../../client/lib/log-crypto';
import { fromBase64 } from '../../shared/log/encoding.js';
import { parsePolicy } from '../../shared/log/policy.js';
import { verifyLog } from '../../shared/log/verify-log.js';

globalThis.bench = {
  /** @returns the milliseconds that a whole log takes once it is there, and how many entries it has */
  log({ checkpoint, policy, files }) {
    const bytes = new Map(files.map(([path, content]) => [path, fromBase64(content)]));
    const began = performance.now();
    const log = { checkpoint, policy: parsePolicy(logCrypto.sha256, policy), files: (path) => bytes.get(path) };
    const { entries, problem } = verifyLog(logCrypto, log);
    if (problem) throw new Error(`The log is broken: ${JSON.stringify(problem)}`);
    return { milliseconds: performance.now() - began, entries };
  },

  /** @returns the milliseconds that each of so many checks of one receipt takes, from the first on */
  async receipt({ receipt, policy, times }) {
    const taken = [];
    while (taken.length < times) {
      localStorage.clear();
      const began = performance.now();
      const verdict = verdictOf(await checkReceipt({ receipt, policy }));
      taken.push(performance.now() - began);
      if (verdict === 'broken') throw new Error('The receipt is broken');
    }
    return taken;
  },
};
