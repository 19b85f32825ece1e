import { missingIn } from '../../../../shared/language/bilingual-text.schema.js';
import type { ConceptProblem } from '../../../../shared/translation/glossary-files.rules.js';
import { conceptContent, type ConceptContent } from '../../../../shared/translation/glossary.schema.js';
import { normalLanguage } from '../../../../shared/translation/translation.rules.js';
import { isSecondPreferred } from '../glossary/terms.policy.js';
import { hasImpossible } from './read-row.js';

/** An entry of a glossary as a file has it, before anybody looked whether it fits here. */
export interface FileConcept {
  /** Where it begins. */
  readonly line: number;
  /** What the file calls it; empty when it calls it nothing. */
  readonly name: string;
  readonly terms: readonly {
    readonly language: string;
    readonly form: string;
    readonly forms: readonly string[];
    readonly stems: readonly string[];
    readonly status: string;
  }[];
  /** Notes in the order of the file; several in one language are one text, a line each. */
  readonly notes: readonly { readonly language: string; readonly text: string }[];
}

/** An entry that is fine by itself, or why it is left out. */
export interface ReadConcept {
  readonly line: number;
  readonly name: string;
  readonly content?: ConceptContent;
  readonly problem?: ConceptProblem;
}

/**
 * Looks whether an entry can stand in the glossary of two sides. Words in other languages are no part of it; notes in other
 * languages are, for convenience.
 * @param languages of both sides
 */
export function readConcept(concept: FileConcept, languages: readonly string[]): ReadConcept {
  const { line, name } = concept;
  const ours = (tag: string): string =>
    languages.find((one) => one === tag) ?? languages.find((one) => one === normalLanguage(tag)) ?? tag;
  const terms = concept.terms
    .map((term) => ({ ...term, language: ours(term.language) }))
    .filter(({ language }) => languages.includes(language));
  const note: Record<string, string> = {};
  for (const { language, text } of concept.notes) {
    const earlier = note[ours(language)];
    note[ours(language)] = earlier === undefined ? text : `${earlier}\n${text}`;
  }
  if (hasImpossible({ terms, note })) return { line, name, problem: 'control_characters' };
  const missing = languages.some((language) => !terms.some((term) => term.language === language));
  if (missing) return { line, name, problem: 'words_missing' };
  if (missingIn(note, languages).length > 0) return { line, name, problem: 'note_missing' };
  const parsed = conceptContent.safeParse({ terms, note });
  if (!parsed.success) return { line, name, problem: problemOf(parsed.error.issues[0]) };
  const isTwice = parsed.data.terms.some((_, at, all) => isSecondPreferred(all, at));
  return isTwice ? { line, name, problem: 'two_preferred' } : { line, name, content: parsed.data };
}

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
}

/** The reason that a person understands, of the first thing that a schema found. */
function problemOf(issue: Issue | undefined): ConceptProblem {
  switch (issue?.code) {
    case 'too_big':
      return typeof issue.path.at(-1) === 'string' && ['terms', 'forms', 'stems'].includes(String(issue.path.at(-1)))
        ? 'too_many'
        : 'too_long';
    case 'too_small':
      return 'too_short';
    case 'invalid_value':
      return 'unknown_status';
    default:
      return 'no_letters';
  }
}
