import { sortedJson } from '../../../../shared/contract/sorted-json.js';
import { glossaryFileLimits, type ConceptProblem } from '../../../../shared/translation/glossary-files.rules.js';
import type { GlossaryFileReport, ImportedChange } from '../../../../shared/translation/glossary-files.schema.js';
import type { ConceptContent, Term } from '../../../../shared/translation/glossary.schema.js';
import type { ReadConcept } from '../interchange/read-concept.js';
import type { RevisionRow } from './glossary.repository.js';
import { wordsOf } from './terms.policy.js';

/** What a file would do to a glossary, and what of it is left out. */
export interface GlossaryComparison {
  readonly changes: readonly ImportedChange[];
  readonly report: GlossaryFileReport;
}

/** An entry of a file that fits by itself, beside the entry in force that it is about, if there is one. */
interface Matched {
  readonly line: number;
  readonly content: ConceptContent;
  readonly earlier: RevisionRow | undefined;
}

/**
 * Compares entries of a file with the glossary in force. An entry is about the one with its name, or else about the one that
 * has a word of it; it is new when there is none. What is not in the file stays as it is. Words stay in one entry each: an
 * entry that would break that is left out, and so is every other that its staying out is in the way of.
 */
export function compared(read: Iterable<ReadConcept>, inForce: readonly RevisionRow[]): GlossaryComparison {
  const problems: GlossaryFileReport['problems'] = [];
  const matched: Matched[] = [];
  const seen = new Set<string>();
  const find = finderIn(inForce);
  for (const { line, name, content, problem } of read) {
    const found = content && find(name, content.terms);
    if (!content || found === 'several') {
      problems.push({ line, problem: problem ?? 'several_entries' });
    } else if (found && seen.has(found.concept)) {
      problems.push({ line, problem: 'twice' });
    } else {
      if (found) seen.add(found.concept);
      matched.push({ line, content, earlier: found });
    }
  }
  const { fitting, left } = withWordsOnce(matched, inForce);
  problems.push(
    ...left.map(({ line }): { line: number; problem: ConceptProblem } => ({ line, problem: 'word_elsewhere' })),
  );
  const changes = fitting.flatMap(changeOf);
  const added = changes.filter(({ type }) => type === 'added').length;
  return {
    changes,
    report: {
      added,
      changed: changes.length - added,
      unchanged: fitting.length - changes.length,
      left: problems.length,
      problems: problems.toSorted((one, other) => one.line - other.line).slice(0, glossaryFileLimits.problems),
    },
  };
}

function finderIn(inForce: readonly RevisionRow[]) {
  const byName = new Map(inForce.map((one) => [one.concept, one]));
  const byWord = new Map(inForce.flatMap((one) => wordsOf(one.terms).map((key) => [key, one] as const)));
  return (name: string, terms: readonly Term[]): RevisionRow | 'several' | undefined => {
    const named = byName.get(name);
    if (named) return named;
    const having = new Set(wordsOf(terms).flatMap((key) => byWord.get(key) ?? []));
    return having.size > 1 ? 'several' : [...having][0];
  };
}

/** Those entries of which every word stands nowhere else once all of them are in the glossary, in the order of the file. */
function withWordsOnce(
  matched: readonly Matched[],
  inForce: readonly RevisionRow[],
): { fitting: Matched[]; left: Matched[] } {
  const left = new Set<Matched>();
  for (;;) {
    const fitting = matched.filter((one) => !left.has(one));
    const replaced = new Set(fitting.map(({ earlier }) => earlier?.concept));
    const taken = new Set(
      inForce.filter(({ concept }) => !replaced.has(concept)).flatMap(({ terms }) => wordsOf(terms)),
    );
    let isAgain = false;
    for (const one of fitting) {
      const keys = wordsOf(one.content.terms);
      if (new Set(keys).size < keys.length || keys.some((key) => taken.has(key))) {
        left.add(one);
        // The entry that it was about stays, and its words with it.
        isAgain ||= one.earlier !== undefined;
      } else {
        for (const key of keys) taken.add(key);
      }
    }
    if (!isAgain) return { fitting: fitting.filter((one) => !left.has(one)), left: [...left] };
  }
}

/** Entries say the same whatever the order of their languages; among words of one language order counts. */
const substance = ({ terms, note }: ConceptContent): string =>
  sortedJson({
    note,
    terms: terms.toSorted((one, other) => (one.language < other.language ? -1 : Number(one.language > other.language))),
  });

function changeOf({ content: { terms, note }, earlier }: Matched): ImportedChange[] {
  if (!earlier) return [{ type: 'added', terms, note }];
  const from = { terms: earlier.terms, note: earlier.note };
  if (substance(from) === substance({ terms, note })) return [];
  return [{ type: 'changed', concept: earlier.concept, revision: earlier.version, terms, note, from }];
}
