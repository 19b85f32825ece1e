import type { TermStatus } from '../../../../shared/translation/glossary.rules.js';
import type { ConceptContent } from '../../../../shared/translation/glossary.schema.js';

type Term = ConceptContent['terms'][number];

/** A term as it is filled in: further forms and beginnings as people write lists. */
export interface TermDraft {
  readonly form: string;
  readonly status: TermStatus;
  readonly forms: string;
  readonly stems: string;
}

/** The terms of each language, in the order in which they stand in the form. */
export type TermDrafts = Readonly<Record<string, readonly TermDraft[]>>;

export const emptyTerm: TermDraft = { form: '', status: 'preferred', forms: '', stems: '' };

/** Commas of all scripts of the interface, and new lines. */
const inParts = (list: string): string[] =>
  list
    .split(/[,،;؛\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const draftOf = ({ form, status, forms, stems, language }: Term): TermDraft => {
  const comma = /^(?:ur|ar|fa|ps)\b/.test(language) ? '، ' : ', ';
  return { form, status, forms: forms.join(comma), stems: stems.join(comma) };
};

/** The drafts that an entry is changed by; a language without a term begins with an empty one. */
export const draftsOf = (terms: readonly Term[], languages: readonly string[]): TermDrafts =>
  Object.fromEntries(
    languages.map((language) => {
      const own = terms.filter((term) => term.language === language).map(draftOf);
      return [language, own.length > 0 ? own : [emptyTerm]];
    }),
  );

/** A term of a proposal, with the place in the form that it comes from. */
interface PlacedTerm {
  readonly term: Term;
  readonly language: string;
  readonly place: number;
}

const placed = (drafts: TermDrafts, languages: readonly string[]): PlacedTerm[] =>
  languages.flatMap((language) =>
    (drafts[language] ?? []).flatMap(({ form, status, forms, stems }, place) =>
      form.trim() === ''
        ? []
        : [
            {
              term: { language, form: form.trim(), forms: inParts(forms), stems: inParts(stems), status },
              language,
              place,
            },
          ],
    ),
  );

/** What the drafts say; those without a word are left out, and the contract then names what is missing. */
export const termsOf = (drafts: TermDrafts, languages: readonly string[]): Term[] =>
  placed(drafts, languages).map(({ term }) => term);

/** Where the contract has a term of the form, `details.terms.2`; of an empty one, what is missing of its language. */
export function fieldOf(
  drafts: TermDrafts,
  languages: readonly string[],
  { language, place }: { readonly language: string; readonly place: number },
): string {
  const at = placed(drafts, languages).findIndex((one) => one.language === language && one.place === place);
  return at < 0 ? `details.terms.${language}` : `details.terms.${at}`;
}
