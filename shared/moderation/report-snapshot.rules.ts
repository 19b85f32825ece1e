import { sortedJson } from '../contract/sorted-json.js';

/** How a text beside the first came to be. */
export const reportedStatuses = ['machine', 'doubtful', 'memory', 'human', 'authentic'] as const;

/** A translation as a reader had it beside the original; or, `authentic`, a text that is no less than the other. */
export interface ReportedTranslation {
  readonly language: string;
  readonly status: (typeof reportedStatuses)[number];
  readonly engine: string | null;
  readonly text: string;
}

/** What a reader had before them when they reported it, as it is written down: Markdown, with every translation shown. */
export interface ReportedWords {
  readonly language: string;
  readonly text: string;
  readonly translations: readonly ReportedTranslation[];
}

/** Which words of which content they were. */
export interface Snapshot {
  readonly kind: string;
  readonly content: string;
  readonly revision: number;
  readonly words: ReportedWords;
}

/**
 * A snapshot as it is written down to be hashed with SHA-256. `format` names these rules: another way of writing has
 * another.
 */
export const canonicalSnapshot = ({ kind, content, revision, words }: Snapshot): string =>
  sortedJson({
    format: 'entente-report-snapshot/1',
    kind,
    content,
    revision,
    language: words.language,
    text: words.text,
    translations: words.translations
      .map(({ language, status, engine, text }) => ({ language, status, engine, text }))
      .toSorted((one, other) => (one.language < other.language ? -1 : 1)),
  });
