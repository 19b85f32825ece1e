/** The formats that a memory is kept in and read from. */
export const memoryFormats = ['tmx', 'xliff', 'csv'] as const;
export type MemoryFormat = (typeof memoryFormats)[number];

/** How much a file may hold; more is refused before anything is kept. */
export const interchangeLimits = {
  /** Bytes in UTF-8, whatever the file was written in. */
  bytes: 10 * 1024 * 1024,
  /** Elements inside each other. */
  depth: 32,
  /** The rows that a report names; all are counted. */
  problems: 100,
} as const;

/**
 * Why a row of a file is left out: none of its languages is written here beside the other; a text is missing; it is too
 * long; it holds characters that no text has; its markup is none of the format; it is marked as not translated.
 */
export const rowProblems = [
  'other_languages',
  'text_missing',
  'too_long',
  'control_characters',
  'unknown_markup',
  'not_translated',
] as const;
export type RowProblem = (typeof rowProblems)[number];

/** What a file can be refused with as a whole. */
export const unreadableFile = [
  'interchange.too_large',
  'interchange.unreadable',
  'interchange.wrong_format',
  'interchange.declarations',
  'interchange.too_deep',
] as const;
