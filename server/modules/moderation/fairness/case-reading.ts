import type { Side } from '../../../../shared/access/actor.js';
import type { TopicMode } from '../../../../shared/access/conditions.js';
import type { AppealVerdict } from '../../../../shared/moderation/appeal.rules.js';
import type { Sanction } from '../../../../shared/moderation/decision-classes.rules.js';
import type { ItemSource } from '../../../../shared/moderation/fairness/fairness.rules.js';
import { ordinary, type ItemEvent, type ItemState } from '../../../../shared/moderation/moderation.lifecycle.js';
import {
  restrictingMeasures,
  restrictingSanctions,
  type RestrictingMeasure,
} from '../../../../shared/moderation/statement-of-reasons/decided-restriction.js';
import type { CaseEvent } from './case-event.js';
import type { AppealCase, Authored, Case, CaseHistory, CaseOutcome, Closed, ReportMade } from './case.js';
import { secondsBetween } from '../../../platform/clock/seconds-between.js';

type Writable<Thing> = { -readonly [Part in keyof Thing]: Thing[Part] };

/** What was read so far, of all items. */
type Found = { [Part in keyof CaseHistory]: CaseHistory[Part][number][] };

const beforeModerators: ReadonlySet<ItemState> = new Set<ItemState>([
  'pending',
  'in_review',
  'held',
  'proposed',
  'escalated',
]);

/** What ends a hold: time, moderators, or what is decided about the words. */
const endsHold: ReadonlySet<ItemEvent> = new Set<ItemEvent>(['release', 'expire', 'enact', 'restore', 'withdraw']);

/**
 * Reads the events of all items, item by item in their order, into cases: the one way from events to what fairness page,
 * transparency report and digest count.
 */
export function historyOf(events: Iterable<CaseEvent>): CaseHistory {
  const found: Found = {
    cases: [],
    closed: [],
    appeals: [],
    reports: [],
    published: [],
    proxyKeys: [],
    expiries: [],
  };
  let reading: CaseReading | undefined;
  for (const event of events) {
    if (event.origin) reading = new CaseReading(event.itemId, event.origin, found);
    if (reading?.itemId !== event.itemId) throw new Error(`Item ${event.itemId} has events before its first one`);
    reading.read(event);
  }
  return found;
}

/** One item on its way. */
class CaseReading {
  private readonly authored: Authored;
  private readonly isCounted: boolean;
  private mode: TopicMode = ordinary.mode;
  private source: ItemSource = 'own';
  private detected = false;
  private isPublished = false;
  private open: Writable<Case> | null = null;
  private heldSince: Date | null = null;
  private reports: Writable<ReportMade>[] = [];
  private appeal: Writable<AppealCase> | null = null;
  private sanction: Sanction | null = null;
  private keys: Side[] = [];
  private isProxy = false;
  private verdicts: { readonly side: Side; readonly verdict: string }[] = [];

  constructor(
    readonly itemId: string,
    { kind, authorId, authorSide, amends }: NonNullable<CaseEvent['origin']>,
    private readonly found: Found,
  ) {
    this.authored = { author: authorId, authorSide };
    // What comes to the desk by a report alone was published without being counted: only posts are, each of them.
    this.isCounted = kind === 'post' && !amends;
  }

  read(event: CaseEvent): void {
    this.mode = event.mode ?? this.mode;
    this.noteSource(event);
    this.noteOpening(event);
    this.noteReport(event);
    this.noteKeys(event);
    this.noteHold(event);
    this.noteAppeal(event);
    this.noteEnd(event);
    if (event.state !== 'live' || this.isPublished || !this.isCounted) return;
    this.isPublished = true;
    this.found.published.push({ ...this.authored, at: event.at });
  }

  private noteSource({ type, side, detected }: CaseEvent): void {
    this.detected ||= detected;
    const isReported = this.source === 'report' || (type === 'report' && side !== null);
    this.source = isReported ? 'report' : this.detected ? 'detector' : 'own';
  }

  private noteOpening({ state, at, reason }: CaseEvent): void {
    if (this.open !== null || !beforeModerators.has(state)) return;
    this.open = {
      ...this.authored,
      openedAt: at,
      openedFor: reason,
      mode: this.mode,
      source: this.source,
      detected: this.detected,
      firstKey: null,
      secondsHeld: 0,
      end: null,
    };
    this.found.cases.push(this.open);
  }

  private noteReport({ type, side, reason, at }: CaseEvent): void {
    if (type !== 'report' || side === null) return;
    const report = { ...this.authored, at, reason, answeredAt: null };
    this.reports.push(report);
    this.found.reports.push(report);
  }

  private noteKeys({ type, side, measure, sanction, isProxy, verdict, at }: CaseEvent): void {
    if (type === 'propose' || type === 'amend') {
      [this.keys, this.isProxy, this.sanction] = [[], false, sanction];
    }
    if (type === 'draw') this.verdicts = [];
    if (side === null) return;
    if (type === 'verdict' && verdict !== null) this.verdicts.push({ side, verdict });
    if (type === 'propose' || type === 'amend' || type === 'key') {
      this.keys.push(side);
      this.isProxy ||= isProxy;
      if (isProxy) this.found.proxyKeys.push(at);
    }
    const restricts = firstKeyRestricts(type, measure);
    if (this.open && restricts !== undefined)
      this.open.firstKey ??= { side, verdict: restricts ? 'restrict' : 'leave' };
  }

  private noteHold(event: CaseEvent): void {
    const { type, side, at } = event;
    if (!this.open) return;
    if (type === 'hold') {
      this.heldSince ??= at;
      const keys = side === null ? [] : [side];
      this.close(event, this.open.openedAt, { outcome: 'restricted', measure: 'hold', keys });
    }
    if (!endsHold.has(type) || !this.heldSince) return;
    this.open.secondsHeld += secondsBetween(this.heldSince, at);
    this.heldSince = null;
  }

  private noteAppeal(event: CaseEvent): void {
    const { type, at, measure, sanction } = event;
    if (type === 'appeal') {
      this.appeal = { ...this.authored, openedAt: at, end: null };
      this.found.appeals.push(this.appeal);
      return;
    }
    if (!this.appeal || !isAppealVerdict(type)) return;
    this.appeal.end = { at, outcome: type };
    if (type !== 'uphold')
      this.close(event, this.appeal.openedAt, {
        ...(type === 'vary'
          ? { outcome: 'restricted', measure: restricting(measure), sanction }
          : { outcome: 'overturned' }),
        keys: this.sidesOf(type),
      });
    this.appeal = null;
  }

  private noteEnd(event: CaseEvent): void {
    const { open } = this;
    const { type, state, at } = event;
    if (state !== 'escalated' && (type === 'expire' || type === 'lapse'))
      this.found.expiries.push({ of: type === 'expire' ? 'holds' : 'proposals', at });
    if (!open || beforeModerators.has(state)) return;
    const decided = type === 'enact' && state === 'actioned';
    const [measure, sanction] = decided ? [restricting(event.measure), this.sanction] : [null, null];
    const outcome = outcomeOf(type, measure, sanction);
    [open.source, open.detected, open.end] = [this.source, this.detected, { at, outcome }];
    for (const report of this.reports) report.answeredAt ??= at;
    if (outcome !== 'withdrawn')
      this.close({ ...event, reason: event.reason ?? open.openedFor }, open.openedAt, {
        outcome,
        measure,
        sanction,
        ...(this.verdicts.length > 0 ? { keys: this.sidesOf('enact') } : { keys: this.keys, isProxy: this.isProxy }),
      });
    [this.open, this.keys, this.isProxy, this.sanction, this.verdicts] = [null, [], false, null, []];
  }

  private close(
    { id, at, reason, automated }: CaseEvent,
    openedAt: Date,
    closed: Pick<Closed, 'outcome' | 'keys'> & Partial<Pick<Closed, 'measure' | 'sanction' | 'isProxy'>>,
  ): void {
    const { source, detected, authored } = this;
    const { measure = null, sanction = null, isProxy = false } = closed;
    this.found.closed.push({
      ...authored,
      ...closed,
      eventId: id,
      openedAt,
      at,
      reason,
      source,
      detected,
      automated,
      measure,
      sanction,
      isProxy,
    });
  }

  private sidesOf(said: string): Side[] {
    return this.verdicts.filter(({ verdict }) => verdict === said).map(({ side }) => side);
  }
}

const restricting = (measure: CaseEvent['measure']): RestrictingMeasure | null =>
  restrictingMeasures.find((one) => one === measure) ?? null;

/** Whether a step ended a case by restricting somebody, or how else; a note and a warning restrict nobody. */
function outcomeOf(type: ItemEvent, measure: RestrictingMeasure | null, sanction: Sanction | null): CaseOutcome {
  if (type === 'withdraw') return 'withdrawn';
  if (type === 'return') return 'returned';
  if (type === 'expire' || type === 'lapse') return 'expired';
  return measure !== null || restrictingSanctions.some((one) => one === sanction?.kind) ? 'restricted' : 'left';
}

/** Whether the key of a step is for restricting; nothing where the step is no key about the words. */
function firstKeyRestricts(type: ItemEvent, measure: CaseEvent['measure']): boolean | undefined {
  if (type === 'approve') return false;
  if (type === 'return' || type === 'hold') return true;
  return type === 'propose' ? measure !== 'dismiss' : undefined;
}

const isAppealVerdict = (type: ItemEvent): type is AppealVerdict & ItemEvent =>
  type === 'uphold' || type === 'vary' || type === 'overturn';
