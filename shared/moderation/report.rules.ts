import type { ContentMeasure } from './decision-classes.rules.js';
import type { ItemEvent, ItemState } from './moderation.lifecycle.js';

/** How long the words of a reporter may be, in characters. */
export const reportWordsMaximum = 1000;

/** How far a report has come, as its reporter reads it. */
export const reportStates = ['received', 'under_review', 'decided'] as const;
export type ReportState = (typeof reportStates)[number];

/**
 * What became of a report, in words that name nobody. `author_addressed`: the words stand, and both sides have spoken to
 * the author or limited what they may do; `undecided`: no decision came in time, and the words are shown again;
 * `decided_before`: both sides had already decided about exactly these words.
 */
export const reportOutcomes = [
  'removed',
  'redacted',
  'thread_locked',
  'author_addressed',
  'no_breach',
  'overturned',
  'undecided',
  'withdrawn',
  'decided_before',
] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

/** Outcomes that say a report was right, and those that say it was not; the others say nothing of the reporter. */
export const foundedOutcomes: readonly ReportOutcome[] = ['removed', 'redacted', 'thread_locked', 'author_addressed'];
export const unfoundedOutcomes: readonly ReportOutcome[] = ['no_breach', 'overturned'];

/** Outcomes by which nothing came of a report: whoever made it may appeal. */
const appealable: ReadonlySet<ReportOutcome> = new Set(['no_breach', 'undecided']);
export const isAppealable = (outcome: ReportOutcome): boolean => appealable.has(outcome);

const outcomeOfMeasure: Readonly<Record<Exclude<ContentMeasure, 'reopen'>, ReportOutcome>> = {
  remove: 'removed',
  redact: 'redacted',
  lock_thread: 'thread_locked',
  dismiss: 'no_breach',
};

/** A step of the item, as far as reports follow it. */
export interface ReportedStep {
  readonly event: ItemEvent;
  readonly measure: ContentMeasure | null;
  /** Where it led. */
  readonly state: ItemState;
}

/** What a decision with keys means for those who reported the words; nothing for one that only reopens the case. */
export const outcomeOfDecision = (measure: ContentMeasure | null): ReportOutcome | undefined => {
  if (measure === 'reopen') return undefined;
  return measure === null ? 'author_addressed' : outcomeOfMeasure[measure];
};

/** What a step of the item means for its open reports; nothing while they stay open. */
export function outcomeOf({ event, measure, state }: ReportedStep): ReportOutcome | undefined {
  if (state === 'withdrawn') return 'withdrawn';
  switch (event) {
    case 'enact':
    case 'vary':
      return outcomeOfDecision(measure);
    case 'uphold':
      return 'decided_before';
    case 'report':
      return state === 'actioned' ? 'decided_before' : undefined;
    case 'approve':
    case 'release':
    case 'restore':
    case 'overturn':
      return state === 'live' ? 'no_breach' : undefined;
    case 'expire':
    case 'lapse':
    case 'retract':
      return state === 'live' ? 'undecided' : undefined;
    default:
      return undefined;
  }
}

/** What a step on appeal makes of reports that the appealed decision had found right. */
export function outcomeOnAppeal({ event, measure }: ReportedStep): ReportOutcome | undefined {
  if (event === 'overturn') return 'overturned';
  return event === 'vary' ? outcomeOfDecision(measure) : undefined;
}

/** Whether a step opens a decided case again, and its reports with it. */
export const reopensReports = ({ event, measure, state }: ReportedStep): boolean =>
  state === 'in_review' && (event === 'overturn' || (event === 'enact' && measure === 'reopen'));
