import type { ReportState } from '../../../../shared/moderation/report.rules.js';
import type { OwnReportView } from '../../../../shared/moderation/report.schema.js';
import type { OwnReport } from './report.js';

/** A report as its reporter may know it: how far it has come, and no name. */
export const ownReportView = (report: OwnReport): OwnReportView => ({
  id: report.id,
  kind: report.kind,
  content: report.content,
  place: report.place,
  reason: report.reason,
  words: report.words,
  reportedAt: report.at.toISOString(),
  state: stateOf(report),
  outcome: report.outcome,
  decidedOn: report.closedAt?.toISOString().slice(0, 10) ?? null,
});

function stateOf({ outcome, itemState, isClaimed }: OwnReport): ReportState {
  if (outcome !== null) return 'decided';
  return itemState !== 'in_review' || isClaimed ? 'under_review' : 'received';
}
