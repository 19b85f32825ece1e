/** How urgent reports make an item, in words: a number alone says little to whoever decides what comes first. */
export const urgencies = ['ordinary', 'raised', 'high', 'utmost'] as const;
export type Urgency = (typeof urgencies)[number];

/** From which priority on: one report for a mild reason, one for a grave reason, several for a grave one. */
const from: readonly (readonly [least: number, urgency: Urgency])[] = [
  [20, 'utmost'],
  [7, 'high'],
  [1.001, 'raised'],
];

export const urgencyOf = (priority: number): Urgency => from.find(([least]) => priority >= least)?.[1] ?? 'ordinary';
