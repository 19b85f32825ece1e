import { z } from 'zod';
import { bilingualText, languageTag } from '../language/bilingual-text.schema.js';
import { id } from '../language/fields.js';
import { cleanText } from '../language/unicode-safety.js';
import { glossaryLimits, termStatuses } from './glossary.rules.js';

const { terms, form, forms, stems, stem, note } = glossaryLimits;

/** Words in one language: something of it is a letter. */
const words = (shortest: number, longest: number) =>
  z.string().overwrite(cleanText).trim().min(shortest).max(longest).regex(/\p{L}/u);

/** One word or row of words for a concept, in one language. */
export const term = z.object({
  language: languageTag,
  form: words(1, form),
  /** Further forms, as the language inflects it. */
  forms: z.array(words(1, form)).max(forms).default([]),
  /** Beginnings of its words, for languages that inflect it in many ways. */
  stems: z.array(words(stem.shortest, stem.longest)).max(stems).default([]),
  status: z.enum(termStatuses),
});
export type Term = z.output<typeof term>;

/** What both sides say of a concept: its terms in the language of each, and what a reader should know of them. */
export const conceptContent = z.object({
  terms: z.array(term.strict()).min(1).max(terms),
  /** Shown beside the words as an explanation; nothing is ever put in their place. */
  note: bilingualText(note),
});
export type ConceptContent = z.output<typeof conceptContent>;

/**
 * A concept as it would be. `revision` is the version of the glossary in which the proposer read it: what somebody else
 * changed meanwhile is not overwritten.
 */
export const termChange = conceptContent.extend({ concept: id, revision: z.int().min(1) });
export const termRetirement = termChange.pick({ concept: true, revision: true });

const shownTerm = term.extend({ forms: z.array(z.string()), stems: z.array(z.string()) });
/** What is said of a concept, as it stands. */
export const shownContent = z.object({ terms: z.array(shownTerm), note: z.record(z.string(), z.string()) });

/** What a steward reads before a concept is added, changed or retired; `from` is how it stood when it was proposed. */
export const termActDetails = {
  added: shownContent,
  changed: shownContent.extend({ concept: z.uuid(), from: shownContent }),
  retired: z.object({ concept: z.uuid(), from: shownContent }),
};

export const conceptView = shownContent.extend({
  id: z.uuid(),
  /** The version of the glossary in which it was last changed. */
  revision: z.int(),
  changedOn: z.iso.date(),
});
export type ConceptView = z.output<typeof conceptView>;

export const glossaryChange = z.object({
  version: z.int(),
  on: z.iso.date(),
  type: z.enum(['added', 'changed', 'retired']),
  concept: z.uuid(),
  /** What it was called then, by language. */
  name: z.record(z.string(), z.string()),
});

/** The glossary of a dyad as of one version; 0 is the version before the first change. */
export const glossaryView = z.object({
  version: z.int(),
  inForce: z.int(),
  concepts: z.array(conceptView),
  /** The changes up to now, newest first. */
  changes: z.array(glossaryChange).max(glossaryLimits.changes),
});
export type GlossaryView = z.output<typeof glossaryView>;
