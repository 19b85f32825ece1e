import { sides } from '../../access/actor.js';
import { waitQuantile } from '../fairness/log-rank.js';
import type { ItemSource } from '../fairness/fairness.rules.js';
import type { ReasonCode } from '../reasons.js';
import type { ClosedOutcome } from './digest.rules.js';
import { digestFormat } from './digest.rules.js';
import type { DigestDecision, ModerationDigest } from './digest.schema.js';

/** One case that was closed on the day. */
export type ClosedCase = Pick<DigestDecision, 'measure' | 'sanction'> & {
  readonly source: ItemSource;
  readonly secondsToDecision: number;
} & (
    | {
        readonly outcome: 'restricted';
        readonly reason: ReasonCode;
        readonly decision: Omit<DigestDecision, 'reason' | 'measure' | 'sanction'>;
      }
    | { readonly outcome: Exclude<ClosedOutcome, 'restricted'>; readonly reason: ReasonCode | null }
  );

/** What a digest is made of. */
export interface DigestFacts extends Pick<
  ModerationDigest,
  'dyad' | 'day' | 'versions' | 'proxyKeys' | 'expiries' | 'appeals' | 'requests'
> {
  readonly closed: readonly ClosedCase[];
  /** How long each item that waits at the end of the day has waited. */
  readonly secondsWaiting: readonly number[];
}

/** The digest of a day. It is the same in whatever order the facts come, so that the order tells nothing. */
export function digestOf({ closed, secondsWaiting, ...facts }: DigestFacts): ModerationDigest {
  const { dyad, day, versions, proxyKeys, expiries, appeals, requests } = facts;
  return {
    format: digestFormat,
    dyad,
    day,
    versions: {
      ...versions,
      wordLists: versions.wordLists.toSorted((one, other) => (one.language < other.language ? -1 : 1)),
    },
    counts: countsOf(closed),
    medianHoursToDecision: medianOf(
      closed.map(({ secondsToDecision }) => secondsToDecision),
      secondsOfHour,
    ),
    pending: {
      items: secondsWaiting.length,
      medianDays: medianOf(secondsWaiting, secondsOfDay),
      longestDays: secondsWaiting.length === 0 ? null : Math.floor(Math.max(...secondsWaiting) / secondsOfDay),
    },
    proxyKeys,
    expiries,
    appeals,
    requests,
    decisions: closed.flatMap(decisionOf).toSorted((one, other) => (one.puid < other.puid ? -1 : 1)),
  };
}

const secondsOfHour = 3600;
const secondsOfDay = 24 * secondsOfHour;

function medianOf(seconds: readonly number[], unit: number): number | null {
  const median = waitQuantile(
    seconds.map((one) => ({ seconds: one, ended: true })),
    0.5,
  );
  return median === undefined ? null : Math.floor(median / unit);
}

function decisionOf(one: ClosedCase): DigestDecision[] {
  if (one.outcome !== 'restricted') return [];
  const { reason, measure, sanction, decision } = one;
  return [{ reason, measure, sanction, ...decision, keys: sides.filter((side) => decision.keys.includes(side)) }];
}

/** How often each way of closing a case came up, in an order of the words alone. */
function countsOf(closed: readonly ClosedCase[]): ModerationDigest['counts'] {
  const kinds = new Map<string, ModerationDigest['counts'][number]>();
  for (const { reason, measure, sanction, source, outcome } of closed) {
    const kind = { reason, measure, sanction: sanction?.kind ?? null, source, outcome };
    const key = Object.values(kind).join(' ');
    kinds.set(key, { ...kind, count: (kinds.get(key)?.count ?? 0) + 1 });
  }
  return [...kinds].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, kind]) => kind);
}
