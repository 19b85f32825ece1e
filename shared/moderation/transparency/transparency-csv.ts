import type { TransparencyReport } from './transparency.schema.js';

const columns = ['figure', 'reason', 'category', 'measure', 'source', 'outcome', 'sanction', 'side', 'value'] as const;
type Line = Readonly<Partial<Record<(typeof columns)[number], string | number | null>>> & { readonly figure: string };

/**
 * A transparency report as a table of figures, one a line (RFC 4180, UTF-8); a value that is not told is empty. Every value is
 * a number or a word of a closed list, so none needs quotes and none is taken for a formula.
 */
export function transparencyCsv(report: TransparencyReport): string {
  const lines = [
    columns.join(','),
    ...linesOf(report).map((line) => columns.map((column) => line[column] ?? '').join(',')),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function linesOf(report: TransparencyReport): Line[] {
  const { notices, decisions, complaints, sanctions, automation, requests } = report;
  return [
    { figure: 'notices', value: notices.total },
    ...notices.byCategory.map(({ category, count }) => ({ figure: 'notices', category, value: count })),
    { figure: 'notices_median_hours', value: notices.medianHours },
    { figure: 'own_initiative', value: report.ownInitiative },
    { figure: 'decisions', value: decisions.total },
    ...decisions.byKind.map(({ count, ...kind }) => ({ figure: 'decisions', ...kind, value: count })),
    { figure: 'decisions_median_hours', value: decisions.medianHours },
    { figure: 'complaints_received', value: complaints.received },
    { figure: 'complaints_decided', value: complaints.decided },
    ...complaints.byOutcome.map(({ outcome, count }) => ({ figure: 'complaints_decided', outcome, value: count })),
    { figure: 'complaints_median_days', value: complaints.medianDays },
    ...sanctions.map(({ kind, count }) => ({ figure: 'sanctions', sanction: kind, value: count })),
    { figure: 'detected', value: automation.detected },
    { figure: 'detected_and_left', value: automation.detectedAndLeft },
    { figure: 'decided_by_machine', value: automation.decidedByMachine },
    ...(['government', 'party'] as const).flatMap((requester) =>
      (['a', 'b'] as const).map((side) => ({
        figure: `requests_of_${requester}`,
        side,
        value: requests[requester][side],
      })),
    ),
  ];
}
