/**
 * How a term stands with both sides: to be used; fine as well; the sides disagree about it, which its note explains; not
 * to be used. A status never changes what anybody wrote.
 */
export const termStatuses = ['preferred', 'admitted', 'contested', 'forbidden'] as const;
export type TermStatus = (typeof termStatuses)[number];

/** How much of each there may be; the pages that write it and the schemas that check it read it here. Texts in characters. */
export const glossaryLimits = {
  /** Of one concept, in all languages. */
  terms: 12,
  form: 80,
  /** Further forms of one term, and beginnings of its words. */
  forms: 20,
  stems: 5,
  /** A shorter beginning would be the beginning of too many words. */
  stem: { shortest: 3, longest: 60 },
  note: 600,
  /** The newest changes that are told. */
  changes: 100,
} as const;

/** What a concept is called in each language: by the preferred term, else by the first. */
export function namesOf(
  terms: readonly { readonly language: string; readonly form: string; readonly status: TermStatus }[],
): Record<string, string> {
  const names: Record<string, string> = {};
  for (const { language, form, status } of terms) {
    if (status === 'preferred' || !Object.hasOwn(names, language)) names[language] = form;
  }
  return names;
}
