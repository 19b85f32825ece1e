/**
 * How near an entry of the memory is to a sentence: the same between the same neighbours, the same, or like it. Only what
 * is the same word for word is ever shown to readers without a person in between.
 */
export const memoryMatches = ['context', 'exact', 'fuzzy'] as const;
export type MemoryMatch = (typeof memoryMatches)[number];

/** Where an entry comes from: a translation that somebody wrote here, or a file. */
export const memoryOrigins = ['text', 'import'] as const;
export type MemoryOrigin = (typeof memoryOrigins)[number];

/** The numbers of the memory; texts in characters. */
export const memoryLimits = {
  /** Of a sentence or paragraph in one language; a longer one is no unit that comes again. */
  text: 4_000,
  /** Of a sentence that entries like it are sought for. */
  sought: 1_000,
  /** Of words that are sought in entries. */
  words: { shortest: 2, longest: 200 },
  page: 50,
  /** The best entries for one sentence. */
  matches: 10,
  /** For somebody who translates a text: of its sentences, of the entries for one, and how near these are, in percent. */
  suggestions: { sentences: 50, each: 3, nearest: 60 },
  /** Of the name of a file, as it was given. */
  fileName: 120,
} as const;

/** What an entry is worth less than its words, in percent. */
export const memoryPenalties = {
  /** For each number that is another. */
  number: 1,
  /** Nobody of one side has confirmed it yet. */
  notAgreed: 10,
} as const;
