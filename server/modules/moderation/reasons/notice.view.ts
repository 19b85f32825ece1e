import type {
  AppealView,
  DecisionNotice,
  NoticeLine,
  ReportNotice,
} from '../../../../shared/moderation/notice.schema.js';
import { sanctionRules } from '../../../../shared/moderation/sanctions.rules.js';
import type { ContentCard } from '../moderated-content.port.js';
import type { StoredSanction } from '../sanctions/sanction.js';
import type { Judged } from './judged.js';
import type { NoticeRow } from './notice.repository.js';
import type { ReportAnswer } from './report-answer.repository.js';
import { restricts } from './restriction-of.js';
import type { StoredStatement } from './statement.js';

/** What a notice is made of beside what is stored of it. */
export interface NoticeParts extends Judged {
  readonly appeal: AppealView | null;
}

const placeOf = (card: ContentCard | undefined): Pick<ReportNotice, 'thread' | 'threadTitle'> => ({
  thread: card?.thread ?? null,
  threadTitle: card?.threadTitle ?? null,
});

const endedOf = ({ endedAt, endedBy }: Pick<StoredStatement, 'endedAt' | 'endedBy'>): DecisionNotice['measureEnded'] =>
  endedAt && endedBy ? { at: endedAt.toISOString(), by: endedBy } : null;

/** A decision as the one reads it whom it is about: what was decided and why, and of who decided only in what way. */
export const decisionView = (
  statement: StoredStatement,
  sanction: StoredSanction | undefined,
  { about, content, card, appeal }: NoticeParts,
): DecisionNotice => ({
  kind: 'decision',
  id: statement.id,
  about,
  content,
  at: statement.at.toISOString(),
  isRead: statement.readAt !== null,
  appeal,
  appealableUntil: statement.appealableUntil?.toISOString() ?? null,
  measure: statement.measure,
  measureEndsAt: statement.measureEndsAt?.toISOString() ?? null,
  measureEnded: endedOf(statement),
  sanction: sanction && statement.sanction ? sanctionView(sanction, statement.sanction.days) : null,
  reason: statement.reason,
  reasonVersion: statement.reasonVersion,
  policyVersion: statement.policyVersion,
  article: statement.article,
  facts: statement.facts,
  note: statement.note,
  source: statement.source,
  detectedAutomatically: statement.detected,
  decidedBy: statement.decidedBy,
  ...placeOf(card),
  words: card ? wordsOf(card, statement.passages) : null,
  hasStatement: restricts(statement),
  isCommitted: statement.isCommitted,
});

const wordsOf = (
  { judged, body, language, facing }: ContentCard,
  passages: readonly string[],
): DecisionNotice['words'] => ({
  ...(judged ?? { body, language }),
  facing: facing ?? null,
  passages: [...passages],
});

const sanctionView = (one: StoredSanction, days: number | null): DecisionNotice['sanction'] => ({
  kind: one.kind,
  days,
  startsAt: one.startsAt.toISOString(),
  endsAt: one.endsAt?.toISOString() ?? null,
  acknowledged: sanctionRules[one.kind].isAcknowledged ? one.acknowledgedAt !== null : null,
  ended: endedOf(one),
});

/** What became of a report; nothing of who wrote what was reported, and nothing of what they were told. */
export const reportView = (answer: ReportAnswer, { about, content, card, appeal }: NoticeParts): ReportNotice => ({
  kind: 'report',
  id: answer.id,
  about,
  content,
  at: answer.at.toISOString(),
  isRead: answer.readAt !== null,
  appeal,
  appealableUntil: answer.appealableUntil?.toISOString() ?? null,
  outcome: answer.outcome,
  ...placeOf(card),
});

export const lineView = ({ at, ...row }: NoticeRow): NoticeLine => ({ ...row, at: at.toISOString() });
