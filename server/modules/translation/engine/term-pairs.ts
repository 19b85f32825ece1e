import { termFinder, type SoughtTerm, type TermPlace } from '../../../../shared/translation/glossary-matching.rules.js';
import type { Term } from '../../../../shared/translation/glossary.schema.js';

/** A concept of the glossary, as far as translating needs it. */
export interface TermsOfConcept {
  readonly concept: string;
  readonly terms: readonly Term[];
}

/** A term in a text, and what the other language calls it, written as it stands there. */
export interface FoundTerm {
  readonly from: number;
  readonly to: number;
  readonly target: string;
}

/** What both sides have agreed on for one direction of translation. */
export interface TermPairs {
  /** The terms that stand in words just as the glossary has them: these have one name in the other language. */
  find(words: string): FoundTerm[];
  /** How many concepts that a passage speaks of are missing in its translation. */
  lostIn(source: string, target: string): number;
}

/** Terms a speaker may use without a side objecting. What is contested is for the engine, and the reader, to read as it is. */
const isAgreed = ({ status }: Term): boolean => status === 'preferred' || status === 'admitted';

/**
 * The pairs of one direction. A term that stands in another form than its first is left to the engine, which knows how its
 * language inflects; the check afterwards finds it again by all its forms.
 */
export function termPairs(concepts: readonly TermsOfConcept[], source: string, target: string): TermPairs {
  const targets = new Map<string, string>();
  const exact: SoughtTerm[] = [];
  const inSource: SoughtTerm[] = [];
  const inTarget: SoughtTerm[] = [];
  for (const { concept, terms } of concepts) {
    const agreed = terms.filter(isAgreed);
    const preferred = terms.find(({ language, status }) => language === target && status === 'preferred');
    if (!preferred) continue;
    targets.set(concept, preferred.form);
    for (const term of agreed.filter(({ language }) => language === source)) {
      exact.push({ concept, form: term.form, forms: [], stems: [] });
      inSource.push({ ...term, concept });
    }
    inTarget.push(...agreed.filter(({ language }) => language === target).map((term) => ({ ...term, concept })));
  }
  const findExact = termFinder(source, exact);
  const [findInSource, findInTarget] = [termFinder(source, inSource), termFinder(target, inTarget)];
  return {
    find: (words) =>
      findExact(words).map(({ from, to, concept }) => ({
        from,
        to,
        target: inCaseOf(words.slice(from, to), targets.get(concept) ?? '', target),
      })),
    lostIn: (before, after) => {
      const kept = conceptsIn(findInTarget(after));
      return [...conceptsIn(findInSource(before))].filter((concept) => !kept.has(concept)).length;
    },
  };
}

const conceptsIn = (places: readonly TermPlace[]): Set<string> => new Set(places.map(({ concept }) => concept));

/** At the beginning of a sentence a term begins with a capital, in languages that have them. */
function inCaseOf(written: string, form: string, language: string): string {
  const [first = ''] = written;
  const isCapital = first !== first.toLocaleLowerCase();
  const [begin = ''] = form;
  return isCapital ? begin.toLocaleUpperCase(language) + form.slice(begin.length) : form;
}
