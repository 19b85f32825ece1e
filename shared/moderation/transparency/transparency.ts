import { appealVerdicts, type AppealVerdict } from '../appeal.rules.js';
import { sanctionKinds } from '../decision-classes.rules.js';
import { waitQuantile } from '../fairness/log-rank.js';
import { rounded } from '../fairness/rounded.js';
import { publishable, type Breakdown, type Counted } from '../fairness/small-cells.js';
import { reasonVersionInForce, reasonVersions, type ReasonCode } from '../reasons.js';
import { categories } from '../statement-of-reasons/dsa-terms.js';
import { transparencyFormat, transparencyLicense } from './transparency.rules.js';
import type { TransparencyReport } from './transparency.schema.js';

type Decisions = TransparencyReport['decisions'];
type Kind = Omit<Decisions['byKind'][number], 'count'>;

/** Something that was closed in the period. */
export interface ClosedFact extends Counted, Kind {
  readonly sanction: (typeof sanctionKinds)[number] | null;
  readonly detected: boolean;
  readonly automated: boolean;
  readonly seconds: number;
}

/** A report that was made in the period; `seconds` until the case ended, where it has. */
export interface NoticeFact extends Counted {
  readonly reason: ReasonCode | null;
  readonly seconds: number | null;
}

/** An appeal that was made in the period, or decided in it, or both. */
export interface ComplaintFact extends Counted {
  readonly isReceived: boolean;
  readonly decided: { readonly outcome: AppealVerdict; readonly seconds: number } | null;
}

/** What one report is made of: everything of one month that is over. */
export interface TransparencyFacts extends Pick<TransparencyReport, 'dyad' | 'period' | 'requests'> {
  readonly closed: readonly ClosedFact[];
  readonly notices: readonly NoticeFact[];
  readonly complaints: readonly ComplaintFact[];
}

/** The transparency report of a month, and nothing of small numbers of people in it. */
export function transparencyReportOf(facts: TransparencyFacts): TransparencyReport {
  const { dyad, period, requests } = facts;
  const closed = closedFigures(facts.closed);
  return {
    format: transparencyFormat,
    license: transparencyLicense,
    dyad,
    period,
    notices: noticesOf(facts.notices),
    ...closed,
    complaints: complaintsOf(facts.complaints),
    requests,
  };
}

/** Counts of one set of things that are told beside each other, each where that isolates nobody. */
function toldCounts<Fact extends Counted>(facts: readonly Fact[], cells: Readonly<Record<string, Has<Fact>>>) {
  const breakdowns = Object.entries(cells).map(([key, has]): Breakdown<Fact> => ({ key, cells: [has] }));
  const published = publishable([facts], breakdowns);
  return (key: string): number | null => {
    const has = cells[key];
    return has && published.has(key) ? facts.filter(has).length : null;
  };
}

type Has<Fact> = (fact: Fact) => boolean;

/** One cell for each of several values. */
const cellsOf = <Fact, Value extends string>(
  values: readonly Value[],
  valueOf: (fact: Fact) => Value | null,
): Record<string, Has<Fact>> =>
  Object.fromEntries(values.map((value) => [value, (fact: Fact) => valueOf(fact) === value]));

/** The values whose counts are told, with them. */
const counted = <Value extends string>(values: readonly Value[], countOf: (key: string) => number | null) =>
  values.flatMap((value) => {
    const count = countOf(value);
    return count === null ? [] : [{ value, count }];
  });

const anything = (): boolean => true;

function noticesOf(notices: readonly NoticeFact[]): TransparencyReport['notices'] {
  const categoryOf = ({ reason }: NoticeFact) =>
    reason === null ? null : reasonVersions[reasonVersionInForce][reason].category;
  const count = toldCounts(notices, { total: anything, ...cellsOf(categories, categoryOf) });
  const total = count('total');
  const answered = notices.flatMap(({ seconds }) => seconds ?? []);
  return {
    total,
    byCategory: counted(categories, count).map(({ value, ...rest }) => ({ category: value, ...rest })),
    medianHours: total === null ? null : medianOf(answered, secondsOfHour),
  };
}

const isLeft = ({ outcome }: ClosedFact): boolean => outcome === 'left' || outcome === 'expired';

function closedFigures(
  closed: readonly ClosedFact[],
): Pick<TransparencyReport, 'ownInitiative' | 'decisions' | 'sanctions' | 'automation'> {
  const kinds = kindsOf(closed);
  const count = toldCounts<ClosedFact>(closed, {
    total: anything,
    own: ({ outcome, source }) => outcome === 'restricted' && source !== 'report',
    detected: ({ detected }) => detected,
    detectedAndLeft: (fact) => fact.detected && isLeft(fact),
    byMachine: ({ outcome, automated }) => outcome === 'restricted' && automated,
    ...cellsOf([...kinds.keys()], keyOf),
    ...cellsOf(sanctionKinds, ({ sanction }: ClosedFact) => sanction),
  });
  const total = count('total');
  return {
    ownInitiative: count('own'),
    decisions: {
      total,
      byKind: [...kinds].flatMap(([key, kind]) => {
        const many = count(key);
        return many === null ? [] : [{ ...kind, count: many }];
      }),
      medianHours:
        total === null
          ? null
          : medianOf(
              closed.map(({ seconds }) => seconds),
              secondsOfHour,
            ),
    },
    sanctions: counted(sanctionKinds, count).map(({ value, ...rest }) => ({ kind: value, ...rest })),
    automation: {
      detected: count('detected'),
      detectedAndLeft: count('detectedAndLeft'),
      decidedByMachine: count('byMachine'),
    },
  };
}

const keyOf = ({ reason, measure, source, outcome }: Kind): string =>
  [reason, measure, source, outcome].map((part) => part ?? '').join(' ');

/** The kinds there are, in an order of the words alone. */
function kindsOf(closed: readonly ClosedFact[]): ReadonlyMap<string, Kind> {
  const kinds = closed.map(({ reason, measure, source, outcome }): [string, Kind] => {
    const kind = { reason, measure, source, outcome };
    return [keyOf(kind), kind];
  });
  return new Map(kinds.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function complaintsOf(complaints: readonly ComplaintFact[]): TransparencyReport['complaints'] {
  const count = toldCounts<ComplaintFact>(complaints, {
    received: ({ isReceived }) => isReceived,
    decided: ({ decided }) => decided !== null,
    ...cellsOf(appealVerdicts, ({ decided }: ComplaintFact) => decided?.outcome ?? null),
  });
  const decided = count('decided');
  return {
    received: count('received'),
    decided,
    byOutcome: counted(appealVerdicts, count).map(({ value, ...rest }) => ({ outcome: value, ...rest })),
    medianDays:
      decided === null
        ? null
        : medianOf(
            complaints.flatMap(({ decided: end }) => end?.seconds ?? []),
            secondsOfDay,
          ),
  };
}

const secondsOfHour = 3600;
const secondsOfDay = 24 * secondsOfHour;

function medianOf(seconds: readonly number[], unit: number): number | null {
  const median = waitQuantile(
    seconds.map((one) => ({ seconds: one, ended: true })),
    0.5,
  );
  return median === undefined ? null : rounded(median / unit, 2);
}
