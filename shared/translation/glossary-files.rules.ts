/** The formats that a glossary is kept in and read from. */
export const glossaryFormats = ['tbx', 'csv'] as const;
export type GlossaryFormat = (typeof glossaryFormats)[number];

/** How much of a glossary one file may bring; both sides read all of it before they agree. */
export const glossaryFileLimits = {
  /** Bytes in UTF-8. */
  bytes: 2 * 1024 * 1024,
  /** Entries that are new or changed. */
  concepts: 1_000,
  /** Of the name of the file, in characters. */
  fileName: 120,
  /** The entries that a report names as left out; all are counted. */
  problems: 100,
  /** Days after which a file that nobody proposed is forgotten. */
  days: 7,
} as const;

/**
 * Why an entry of a file is left out: a side has no word in it, or no note; a word has no letter; something is too long or
 * too short; it has too many words; two words of one language are preferred; it holds characters that no text has; it has a
 * status that there is not; a word of it stands in another entry; its words stand in several entries of the glossary; the
 * file has it twice.
 */
export const conceptProblems = [
  'words_missing',
  'note_missing',
  'no_letters',
  'too_long',
  'too_short',
  'too_many',
  'two_preferred',
  'control_characters',
  'unknown_status',
  'word_elsewhere',
  'several_entries',
  'twice',
] as const;
export type ConceptProblem = (typeof conceptProblems)[number];
