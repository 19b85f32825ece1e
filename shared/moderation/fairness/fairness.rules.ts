import type { OneSide } from './sided.js';

/** How an item came before moderators. */
export const itemSources = ['report', 'detector', 'own'] as const;
export type ItemSource = (typeof itemSources)[number];

/** A Bayes factor above this, at the end of any week, opens a review that needs keys of both sides and a neutral one. */
export const alarmThreshold = 20;

/** A cell is published only with so many items, written by so many people. */
export const smallestCell = { items: 10, authors: 5 } as const;

/** Raters who agree less than this by Krippendorff's α do not measure the same thing (Krippendorff 2004). */
export const alphaToInterpret = 0.67;

/** Two shares that one might want to tell apart, printed with the number of items that it takes. */
export const comparisons = [
  [0.1, 0.2],
  [0.2, 0.3],
  [0.3, 0.4],
  [0.3, 0.45],
  [0.2, 0.4],
  [0.3, 0.6],
] as const satisfies readonly (readonly [number, number])[];

/** A difference of so much between the shares of the sides should be found when there is one. */
export const differenceSought = 0.15;

/** What a report says on the whole. That there is no difference is never among it. */
export const findings = ['alarm', 'too_few_to_tell', 'no_alarm'] as const;
export type Finding = (typeof findings)[number];

/** A verdict of a moderator or a rater on one item, before knowing that of another. */
export const verdicts = ['restrict', 'leave'] as const;
export type Verdict = (typeof verdicts)[number];

export const mirrored = (side: OneSide): OneSide => (side === 'a' ? 'b' : 'a');
