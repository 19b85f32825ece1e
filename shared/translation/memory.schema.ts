import { z } from 'zod';
import { languageTag } from '../language/bilingual-text.schema.js';
import { richText } from '../language/rich-text.schema.js';
import { cleanText } from '../language/unicode-safety.js';
import { memoryLimits, memoryMatches, memoryOrigins } from './memory.rules.js';

/** Words of an entry as they were written, and as they are read. */
const entryText = z.object({ language: z.string(), text: z.string(), body: richText });

/** A sentence or paragraph that was translated before. */
export const memoryEntry = z.object({
  id: z.uuid(),
  source: entryText,
  target: entryText,
  origin: z.enum(memoryOrigins),
  /** The name of the file that it came in, if it came in one. */
  fileName: z.string().nullable(),
  /** People translated it, as far as is known. Nothing else is shown to readers unless both sides confirmed it. */
  isByPeople: z.boolean(),
  /** The sides of which somebody confirmed it; both together agree on it. */
  confirmedBy: z.array(z.enum(['a', 'b'])),
  on: z.iso.date(),
});
export type MemoryEntryView = z.output<typeof memoryEntry>;

/** An entry that is like a sentence, or the same. */
export const memoryMatch = z.object({
  match: z.enum(memoryMatches),
  /** How near it is, 0 to 100: Levenshtein's ratio over words, less what numbers and a missing agreement cost. */
  percent: z.int().min(0).max(100),
  entry: memoryEntry,
});
export type MemoryMatchView = z.output<typeof memoryMatch>;

/** A sentence of a text, or a paragraph of several, and what is like it in the memory, the nearest first. */
export const rememberedSentence = z.object({
  text: z.string(),
  body: richText,
  matches: z.array(memoryMatch).min(1).max(memoryLimits.suggestions.each),
});
export type RememberedSentence = z.output<typeof rememberedSentence>;

/** A page of entries, the newest first. */
export const memoryPage = z.object({
  entries: z.array(memoryEntry),
  /** Where the next page begins; nothing after the last. */
  next: z.string().nullable(),
});
export type MemoryPage = z.output<typeof memoryPage>;

/** A sentence that entries like it are sought for; `before` and `after` are its neighbours in the text. */
export const soughtSentence = z.object({
  from: languageTag,
  to: languageTag,
  text: z.string().trim().min(1).max(memoryLimits.sought),
  before: z.string().max(memoryLimits.text).default(''),
  after: z.string().max(memoryLimits.text).default(''),
});

const { shortest, longest } = memoryLimits.words;

/** Which entries: those with the words, in either language; and where the page begins. */
export const soughtEntries = z.object({
  words: z.string().overwrite(cleanText).trim().min(shortest).max(longest).optional(),
  after: z
    .string()
    .regex(/^\d{1,16}\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .optional(),
});
