import { setTimeout as wait } from 'node:timers/promises';
import { UncheckedError, type Given } from '../command.js';

/**
 * Runs a round again and again. A log that cannot be reached is asked again; a round that finds something broken is the last.
 * @param every seconds between two rounds; none where there is one round only
 * @returns what the last round ended with
 */
export async function repeat(every: number | undefined, round: () => Promise<0 | 1>): Promise<0 | 1> {
  if (every === undefined) return round();
  for (;;) {
    if ((await tolerant(round)) === 1) return 1;
    await wait(every * 1000);
  }
}

async function tolerant(round: () => Promise<0 | 1>): Promise<0 | 1> {
  try {
    return await round();
  } catch (error) {
    if (!(error instanceof UncheckedError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 0;
  }
}

/** A day is the longest that a log should be left alone. */
const longest = 24 * 60 * 60;

/** @throws UncheckedError for something else than seconds */
export function secondsOf(given: Given): number | undefined {
  const text = given.value('--every');
  if (text === undefined) return undefined;
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > longest)
    throw new UncheckedError(`--every takes whole seconds, from 1 to ${longest}.`);
  return seconds;
}
