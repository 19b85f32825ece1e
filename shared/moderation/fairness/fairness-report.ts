import { weeklyLooks } from './bayes-factor.js';
import {
  breakdownsOf,
  decidedCounts,
  isRestricted,
  publishedAppeals,
  publishedTables,
  type Table,
} from './fairness-breakdowns.js';
import type { DecidedFact, FairnessFacts } from './fairness-facts.js';
import * as figures from './fairness-figures.js';
import { alarmThreshold, comparisons, differenceSought, type Finding } from './fairness.rules.js';
import type { FairnessReport } from './fairness.schema.js';
import { rounded } from './rounded.js';
import { itemsPerSide, itemsToFind } from './sample-size.js';
import { bySide, holdsOfBoth } from './sided.js';
import { isLargeCell } from './small-cells.js';
import { fewerItems, totalOf } from './strata.js';
import { mondayOf, sundayOf } from './week.js';

/**
 * Whether moderators treat the sides alike: what section 1.6 of the standard asks to be told of it, and nothing of small numbers
 * of people. Mirrored facts give the mirrored report, to the last bit. An alarm is no verdict, and where there is none it is
 * never said that there is no difference.
 */
export function fairnessReport(facts: FairnessFacts): FairnessReport {
  const { decided, waiting, appeals, period } = facts;
  const tells = publishedTables(decided);
  const tellsAppeals = publishedAppeals(appeals);
  const soFar = [...facts.earlier, ...decided].filter(({ day }) => sundayOf(day) <= period.to);
  const where = <Part>(table: Table, part: () => Part): Part | null => (tells(table) ? part() : null);
  const isEnoughSoFar = holdsOfBoth(
    bySide(soFar, ({ authorSide }) => authorSide),
    (those) => isLargeCell(those.filter(isRestricted)) && isLargeCell(those.filter((fact) => !isRestricted(fact))),
  );
  const alarm = alarmOf(soFar, isEnoughSoFar);
  const power = powerOf(soFar, isEnoughSoFar);
  return {
    period,
    finding: findingOf(alarm.raisedIn !== null, power.sought.isEnough),
    decided: where('items', () => decidedCounts(decided, tells('outcome'))),
    breakdowns: breakdownsOf(decided, tells),
    reports: figures.reportsOf(facts),
    mainEffect: where('outcome', () => figures.mainEffectOf(decided)),
    interaction: where('firstKeys', () => figures.interactionOf(decided)),
    time: where('items', () => figures.timeOf(decided, waiting)),
    held: where('held', () => figures.heldOf(decided)),
    appeals: tellsAppeals('appeals') ? figures.appealsOf(appeals, tellsAppeals('overturned')) : null,
    rerating: where('rerated', () => figures.reratingOf(decided, tells('contradicted'))),
    alarm,
    power,
  };
}

const findingOf = (isAlarm: boolean, isEnough: boolean): Finding => {
  if (isAlarm) return 'alarm';
  return isEnough ? 'no_alarm' : 'too_few_to_tell';
};

/** Every week that is over is looked at, with everything decided so far; looks are shown of weeks since the last of which enough was decided on both sides. */
function alarmOf(decided: readonly DecidedFact[], isPublished: boolean): FairnessReport['alarm'] {
  const weeks = weeksOf(decided);
  const looks = weeklyLooks(weeks.map(([week, those]) => ({ week, decided: figures.stratumOf(those, isRestricted) })));
  const shown = isPublished ? shownWeeks(weeks) : new Set<string>();
  return {
    threshold: alarmThreshold,
    raisedIn: looks.find(({ isAlarm }) => isAlarm)?.week ?? null,
    looks: looks
      .filter(({ week }) => shown.has(week))
      .map(({ week, bayesFactor }) => ({ week, bayesFactor: rounded(bayesFactor, 2) })),
  };
}

type WeekOfFacts = readonly [week: string, decided: readonly DecidedFact[]];

/** What was decided by weeks, the earliest first. */
function weeksOf(decided: readonly DecidedFact[]): WeekOfFacts[] {
  const weeks = new Map<string, DecidedFact[]>();
  for (const fact of decided) {
    const week = mondayOf(fact.day);
    const those = weeks.get(week);
    if (those) those.push(fact);
    else weeks.set(week, [fact]);
  }
  return [...weeks].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** What is decided between two looks that are shown is no small cell of either side, so their difference isolates nobody. */
function shownWeeks(weeks: readonly WeekOfFacts[]): ReadonlySet<string> {
  const shown = new Set<string>();
  let since: DecidedFact[] = [];
  for (const [week, those] of weeks) {
    since = [...since, ...those];
    if (
      !holdsOfBoth(
        bySide(since, ({ authorSide }) => authorSide),
        isLargeCell,
      )
    )
      continue;
    shown.add(week);
    since = [];
  }
  return shown;
}

/**
 * The power note, of everything that the alarm looks at. The share of both sides together stays unsaid where the counts do;
 * then the most demanding is asked for. What is asked for is rounded: it follows from that share, and is told every month.
 */
function powerOf(decided: readonly DecidedFact[], isPublished: boolean): FairnessReport['power'] {
  const stratum = figures.stratumOf(decided, isRestricted);
  const [restricted, all] = [stratum.a.yes + stratum.b.yes, totalOf(stratum.a) + totalOf(stratum.b)];
  const enough = (needed: number) => ({ itemsPerSide: needed, isEnough: fewerItems(stratum) >= needed });
  return {
    comparisons: comparisons.map(([one, other]) => ({ one, other, ...enough(itemsPerSide(one, other)) })),
    sought: {
      difference: differenceSought,
      ...enough(rounded(itemsToFind(differenceSought, isPublished ? restricted / all : 0.5), 2)),
    },
  };
}
