// Translation: a thousand posts that wait for Apertium, beside Apertium alone on the same sentences; and how soon a
// memory of fifty thousand sentences says what is like one.
import { atLeast, atMost, figure, noLess, round } from './figures.mjs';
import { seed, temporaryFolder } from './process.mjs';

const shareOfEngine = 0.5;
const mostMilliseconds = 80;

/** @returns rows of what was measured, with targets where there are any */
export async function measure(say) {
  say('Translating a thousand posts, after and before Apertium alone');
  const { posts, alone, drained, megabytes } = await seed(temporaryFolder(), 'translation-queue.mjs');
  say('Looking sentences up in a memory');
  const { entries, fuzzy, concordance } = await seed(temporaryFolder(), 'translation-memory.mjs');
  const perSecond = (seconds) => Math.floor(posts / seconds);
  return [
    figure('sentences a second by Apertium alone, fifty in one request', perSecond(alone), '1/s'),
    atLeast(
      'posts of a sentence a second, from waiting until their translations are kept',
      perSecond(drained),
      '1/s',
      Math.ceil(shareOfEngine * perSecond(alone)),
    ),
    figure('the same, for all thousand', round(drained), 's'),
    figure('memory of the process', round(megabytes), 'MB'),
    atMost(
      `a sentence like one of ${entries} in the memory of a dyad, 95 in 100`,
      noLess(fuzzy.p95),
      'ms',
      mostMilliseconds,
    ),
    figure('the same, one in two', round(fuzzy.p50), 'ms'),
    figure(`two words among ${entries} entries, 95 in 100`, round(concordance.p95), 'ms'),
  ];
}
