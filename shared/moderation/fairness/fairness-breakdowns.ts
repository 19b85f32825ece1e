import { topicModes } from '../../access/conditions.js';
import { reasonCodes } from '../reasons.js';
import type { AppealFact, DecidedFact } from './fairness-facts.js';
import { itemSources, type Verdict } from './fairness.rules.js';
import type { FairnessReport } from './fairness.schema.js';
import { bySide, ofEachSide } from './sided.js';
import { publishable, type Breakdown } from './small-cells.js';

type Has = (fact: DecidedFact) => boolean;

export const isRestricted: Has = ({ restricted }) => restricted;
export const isHeld: Has = ({ secondsHeld }) => secondsHeld > 0;
export const isRerated: Has = ({ rerating }) => rerating !== null;

/** Both raters say otherwise than the decision. */
export const isContradicted: Has = ({ rerating, restricted }) =>
  rerating !== null && rerating.every((verdict) => (verdict === 'restrict') !== restricted);

/** Whether the first key came from the author's own side, and what it said. */
const firstKey =
  (isOwn: boolean, said: Verdict): Has =>
  ({ firstKey: key, authorSide }) =>
    key !== null && key.side !== 'neutral' && (key.side === authorSide) === isOwn && key.verdict === said;

/** What stands in one set and what in the other but not in the one. */
const split = <Fact>(all: (fact: Fact) => boolean, some: (fact: Fact) => boolean): ((fact: Fact) => boolean)[] => [
  (fact) => all(fact) && some(fact),
  (fact) => all(fact) && !some(fact),
];

const anything = (): boolean => true;

/** What the report tells of all items, the most important first: of what cannot be told beside each other, that stays. */
const tables = {
  items: [anything],
  outcome: split(anything, isRestricted),
  firstKeys: [true, false].flatMap((isOwn) => [firstKey(isOwn, 'restrict'), firstKey(isOwn, 'leave')]),
  held: [isHeld],
  rerated: [isRerated],
  contradicted: split(isRerated, isContradicted),
} as const satisfies Record<string, readonly Has[]>;

/** A table of all items, or of those with one value. */
export type Table = keyof typeof tables | `${By} ${string}`;
type By = keyof typeof valuesOf;

const valuesOf = { source: itemSources, mode: topicModes, reason: reasonCodes } as const;

const has =
  (by: By, value: string): Has =>
  (fact) =>
    fact[by] === value;

const breakdowns: readonly Breakdown<DecidedFact>[] = [
  ...Object.entries(tables).map(([key, cells]) => ({ key, cells })),
  ...(['source', 'mode', 'reason'] as const).flatMap((by) =>
    valuesOf[by].map((value) => ({ key: `${by} ${value}`, cells: split(has(by, value), isRestricted) })),
  ),
];

/** Which of its tables a report may show. */
export function publishedTables(decided: readonly DecidedFact[]): (table: Table) => boolean {
  const { a, b } = bySide(decided, ({ authorSide }) => authorSide);
  const published = publishable([a, b], breakdowns);
  return (table) => published.has(table);
}

/** Which figures about appeals a report may show: how many there were, and how many of them changed something. */
export function publishedAppeals(appeals: readonly AppealFact[]): (table: 'appeals' | 'overturned') => boolean {
  const { a, b } = bySide(appeals, ({ authorSide }) => authorSide);
  const published = publishable<AppealFact>(
    [a, b],
    [
      { key: 'appeals', cells: [anything] },
      { key: 'overturned', cells: split(anything, ({ overturned }: AppealFact) => overturned) },
    ],
  );
  return (table) => published.has(table);
}

/** How many items of each side there are and how many of them are restricted, where that may be told as well. */
export const decidedCounts = (
  decided: readonly DecidedFact[],
  tellsOutcome: boolean,
): NonNullable<FairnessReport['decided']> =>
  ofEachSide((own) => {
    const ofOwn = decided.filter(({ authorSide }) => authorSide === own);
    return { items: ofOwn.length, restricted: tellsOutcome ? ofOwn.filter(isRestricted).length : null };
  });

/** The items by source, mode and reason, where that may be shown. */
export function breakdownsOf(
  decided: readonly DecidedFact[],
  tells: (table: Table) => boolean,
): FairnessReport['breakdowns'] {
  const rows = <Value extends string>(by: By, values: readonly Value[]) =>
    values
      .filter((value) => tells(`${by} ${value}`))
      .map((value) => ({ value, decided: decidedCounts(decided.filter(has(by, value)), true) }));
  return {
    source: rows('source', valuesOf.source),
    mode: rows('mode', valuesOf.mode),
    reason: rows('reason', valuesOf.reason),
  };
}
