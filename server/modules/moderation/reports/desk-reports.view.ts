import type { RichText } from '../../../../shared/language/rich-text.js';
import { severityOf } from '../../../../shared/moderation/priority.rules.js';
import type { DeskReports } from '../../../../shared/moderation/report.schema.js';
import type { KeptSnapshot, ReportGroup } from './report.js';

/** How kept words are read. */
type Read = (key: string, source: string) => RichText;

/** The reports about one item as the desk sees them; `groups` in the order in which they began. */
export function deskReportsView(
  groups: readonly ReportGroup[],
  snapshots: readonly KeptSnapshot[],
  read: Read,
): DeskReports {
  return {
    open: groups.reduce((sum, { open }) => sum + open, 0),
    // Sorting is stable: of equally grave ones the first stays the one that began first, of whatever side.
    groups: groups
      .toSorted((one, other) => severityOf[other.reason] - severityOf[one.reason])
      .map(({ reason, side, reports, open, words, newestAt }) => ({
        reason,
        side,
        reports,
        open,
        words: [...words],
        newestAt: newestAt.toISOString(),
      })),
    versions: snapshots.map((snapshot) => versionView(snapshot, read)),
  };
}

function versionView({ hash, revision, reports, takenAt, words }: KeptSnapshot, read: Read) {
  const key = hash.toString('hex');
  return {
    hash: key,
    revision,
    reports,
    takenAt: takenAt.toISOString(),
    words: words && {
      language: words.language,
      body: read(key, words.text),
      translations: words.translations.map(({ language, status, engine, text }) => ({
        language,
        status,
        engine,
        body: read(`${key}/${language}`, text),
      })),
    },
  };
}
